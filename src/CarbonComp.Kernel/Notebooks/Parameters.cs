using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>Values for a notebook's parameters, written as C# of the type that the notebook gave them.</summary>
/// <remarks>papermill writes <c>var price = 5;</c> where the notebook had <c>5.0</c>, and later divisions become whole. Here the notebook's own
/// declaration says what type a value has.</remarks>
internal sealed class Parameters
{
    private readonly Dictionary<string, (string? Text, string? Source)> values = new(StringComparer.Ordinal);

    public bool IsEmpty => values.Count == 0;

    /// <summary>Adds <c>name=value</c>.</summary>
    /// <exception cref="NotebookException">It does not have that form.</exception>
    public void Add(string assignment)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || !SyntaxFacts.IsValidIdentifier(assignment[..equals].Trim()))
            throw new NotebookException($"-p {assignment}: a parameter is given as name=value.");
        values[assignment[..equals].Trim()] = (assignment[(equals + 1)..], null);
    }

    /// <summary>Adds a value.</summary>
    /// <param name="source">Where it comes from, for an error.</param>
    public void Add(string name, string value, string? source) => values[name] = (value, source);

    /// <summary>The names of the notebook's parameters.</summary>
    public static IReadOnlyCollection<string> Names(NotebookFile notebook) => Types(notebook).Keys;

    /// <summary>Adds the parameters in a YAML or JSON file.</summary>
    /// <exception cref="NotebookException">The file holds no parameters.</exception>
    public void AddFile(string path)
    {
        foreach (var (name, value, line) in ParametersFile.Read(path))
            values[name] = (value, line is null ? path : string.Create(CultureInfo.InvariantCulture, $"{path}, line {line}"));
    }

    /// <summary>The cell to inject.</summary>
    /// <exception cref="NotebookException">A parameter the notebook does not have, or a value that is not of its type.</exception>
    public string Code(NotebookFile notebook)
    {
        var declared = Types(notebook);
        var code = new StringBuilder("// Parameters\n");
        foreach (var (name, (value, source)) in values)
        {
            if (!declared.TryGetValue(name, out var type))
                throw new NotebookException(declared.Count == 0
                    ? $"{notebook.Path} has no cell tagged parameters, so {name} cannot be set{From(source)}."
                    : $"{notebook.Path} has no parameter {name}{From(source)}. It has {string.Join(", ", declared.Keys.Order(StringComparer.Ordinal))}.");
            var literal = (value is null ? Nothing(type) : Literal(type, value))
                ?? throw new NotebookException($"{notebook.Path}: {name} is {ParameterForms.Name(type)} "
                    + $"and cannot be {ParameterForms.Said(value)}{From(source)}. Write {ParameterForms.Example(type)}.");
            code.Append(CultureInfo.InvariantCulture, $"{(ParameterForms.Owner(type) is null ? type : "var")} {name} = {literal};\n");
        }
        return code.ToString().TrimEnd('\n');
    }

    private static Dictionary<string, string> Types(NotebookFile notebook) =>
        notebook.CodeCells.Where(cell => NotebookFile.HasTag(cell, "parameters")).SelectMany(cell => Declared(NotebookFile.Source(cell)))
            .GroupBy(each => each.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Type, StringComparer.Ordinal);

    private static IEnumerable<(string Name, string Type)> Declared(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source, Engine.Submission.ParseOptions).GetCompilationUnitRoot();
        foreach (var declaration in root.DescendantNodes().OfType<VariableDeclarationSyntax>())
            foreach (var variable in declaration.Variables)
                yield return (variable.Identifier.ValueText, declaration.Type.IsVar ? TypeOf(variable.Initializer?.Value) : declaration.Type.ToString());
        // var (low, high) = (0.5, 1.0);
        foreach (var assignment in root.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            if (assignment is { Left: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names },
                Right: TupleExpressionSyntax values })
                foreach (var (name, value) in names.Variables.Zip(values.Arguments))
                    if (name is SingleVariableDesignationSyntax single)
                        yield return (single.Identifier.ValueText, TypeOf(value.Expression));
    }

    private static string TypeOf(ExpressionSyntax? value) => value switch
    {
        PrefixUnaryExpressionSyntax signed => TypeOf(signed.Operand),
        ParenthesizedExpressionSyntax inner => TypeOf(inner.Expression),
        LiteralExpressionSyntax literal => literal.Token.Value switch
        {
            int => "int", long => "long", uint => "uint", ulong => "ulong", double => "double", float => "float", decimal => "decimal",
            bool => "bool", string => "string", char => "char", _ => "var",
        },
        InterpolatedStringExpressionSyntax => "string",
        BinaryExpressionSyntax binary when TypeOf(binary.Left) is var left => left is "int" && TypeOf(binary.Right) is "double" ? "double" : left,
        CastExpressionSyntax cast => cast.Type.ToString(),
        // A member of an enum, as in SinkChoice.Land.
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner } when char.IsUpper(owner.Identifier.ValueText[0]) =>
            ParameterForms.MemberOf + owner.Identifier.ValueText,
        ArrayCreationExpressionSyntax array => array.Type.ToString(),
        ImplicitArrayCreationExpressionSyntax array =>
            array.Initializer.Expressions.Select(TypeOf).Distinct().ToList() is var types
            && types.Contains("double") ? "double[]" : types.FirstOrDefault() + "[]",
        _ => "var",
    };

    private static string From(string? source) => source is null ? "" : $" ({source})";

    /// <summary>No value, where the type allows none.</summary>
    private static string? Nothing(string type) =>
        type is "string" or "var" || type.EndsWith('?') || type.EndsWith("[]", StringComparison.Ordinal) ? "null" : null;

    private static string? Literal(string type, string value)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands;
        var culture = CultureInfo.InvariantCulture;
        switch (type)
        {
            case "int":
                return int.TryParse(value, Whole, culture, out var i) ? i.ToString(culture) : null;
            case "long":
                return long.TryParse(value, Whole, culture, out var l) ? l.ToString(culture) + "L" : null;
            case "uint":
                return uint.TryParse(value, Whole, culture, out var u) ? u.ToString(culture) + "U" : null;
            case "ulong":
                return ulong.TryParse(value, Whole, culture, out var ul) ? ul.ToString(culture) + "UL" : null;
            case "double":
                return double.TryParse(value, NumberStyles.Float, culture, out var d) && double.IsFinite(d) ? d.ToString("R", culture) + "d" : null;
            case "float":
                return float.TryParse(value, NumberStyles.Float, culture, out var f) && float.IsFinite(f) ? f.ToString("R", culture) + "f" : null;
            case "decimal":
                return decimal.TryParse(value, NumberStyles.Float, culture, out var m) ? m.ToString(culture) + "m" : null;
            case "bool":
                return value.Trim().ToUpperInvariant() switch { "TRUE" or "YES" or "ON" => "true", "FALSE" or "NO" or "OFF" => "false", _ => null };
            case "char":
                return value.Length == 1 ? SymbolDisplay.FormatLiteral(value[0], quote: true) : null;
            case "string" or "string?":
                return SymbolDisplay.FormatLiteral(value, quote: true);
        }
        if (type.EndsWith('?'))
            return value.Trim() is "null" ? "null" : Literal(type[..^1], value);
        if (type.EndsWith("[]", StringComparison.Ordinal))
            return Array(type, value);
        if (ParameterForms.Owner(type) is { } owner)
            return ParameterForms.Member(owner, value);
        // A type of the notebook's own, such as an enum: the value is written as C#.
        return SyntaxFactory.ParseExpression(value) is { ContainsDiagnostics: false } expression ? expression.ToString() : null;
    }

    private static string? Array(string type, string value)
    {
        var element = type[..^2];
        // 0.5,1,1.5 as a table has it, and one value alone.
        if (!value.TrimStart().StartsWith('['))
        {
            var each = value.Split(',').Select(item => Literal(element, item.Trim())).ToList();
            return each.Contains(null) ? null : $"new {element}[] {{ {string.Join(", ", each)} }}";
        }
        try
        {
            using var json = JsonDocument.Parse(value);
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                return null;
            var items = json.RootElement.EnumerateArray().Select(item => item.ValueKind switch
            {
                JsonValueKind.Null => Nothing(element),
                JsonValueKind.String => Literal(element, item.GetString()!),
                _ => Literal(element, item.GetRawText()),
            }).ToList();
            return items.Contains(null) ? null : $"new {element}[] {{ {string.Join(", ", items)} }}";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
