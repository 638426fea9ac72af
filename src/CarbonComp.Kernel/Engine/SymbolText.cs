using System.Text;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace CarbonComp.Kernel.Engine;

/// <summary>Symbols and their documentation as a reader wants them.</summary>
internal static class SymbolText
{
    private static readonly SymbolDisplayFormat Format = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType | SymbolDisplayMemberOptions.IncludeRef
            | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut
            | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        localOptions: SymbolDisplayLocalOptions.IncludeType,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Variable = Format.WithMemberOptions(SymbolDisplayMemberOptions.IncludeType);

    /// <summary>The symbol on one line, without the class that only scripts have.</summary>
    public static string Signature(ISymbol symbol)
    {
        if (symbol.ContainingType is { IsScriptClass: true })
            return symbol.ToDisplayString(symbol is IFieldSymbol ? Variable
                : Format.WithMemberOptions(Format.MemberOptions & ~SymbolDisplayMemberOptions.IncludeContainingType));
        return symbol.ToDisplayString(Format);
    }

    public static string Kind(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { ContainingType.IsScriptClass: true } or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => "variable",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enum member",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol => "field",
        IMethodSymbol { MethodKind: MethodKind.ReducedExtension } => "extension method",
        IMethodSymbol { ContainingType.IsScriptClass: true } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => "function",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        INamespaceSymbol => "namespace",
        INamedTypeSymbol type => type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Enum => "enum",
            TypeKind.Struct => "struct",
            TypeKind.Delegate => "delegate",
            _ => type.IsRecord ? "record" : "class",
        },
        ITypeParameterSymbol => "type parameter",
        IAliasSymbol alias => Kind(alias.Target),
        _ => symbol.Kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The doc comment as text; empty where there is none.</summary>
    public static string Documentation(ISymbol symbol, bool full)
    {
        var xml = symbol.GetDocumentationCommentXml(System.Globalization.CultureInfo.InvariantCulture, expandIncludes: true);
        if (string.IsNullOrWhiteSpace(xml) && symbol is IMethodSymbol { ReducedFrom: { } whole })
            xml = whole.GetDocumentationCommentXml(System.Globalization.CultureInfo.InvariantCulture, expandIncludes: true);
        if (string.IsNullOrWhiteSpace(xml))
            return "";
        XElement root;
        try
        {
            root = XElement.Parse(xml.StartsWith("<member", StringComparison.Ordinal)
                || xml.StartsWith("<doc", StringComparison.Ordinal) ? xml : "<doc>" + xml + "</doc>");
        }
        catch (System.Xml.XmlException)
        {
            return "";
        }
        var text = new StringBuilder();
        foreach (var element in root.Elements())
        {
            var body = Flowing(element);
            var line = element.Name.LocalName switch
            {
                "summary" => body,
                "param" or "typeparam" => $"  {element.Attribute("name")?.Value}: {body}",
                "returns" => $"Returns: {body}",
                "value" => $"Value: {body}",
                "exception" => $"Throws {Cref(element)}: {body}",
                "remarks" or "example" when full => body,
                _ => null,
            };
            if (!string.IsNullOrWhiteSpace(line))
                text.AppendLine(line);
        }
        return text.ToString().TrimEnd();
    }

    private static string Flowing(XElement element)
    {
        var text = new StringBuilder();
        Write(text, element);
        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Write(StringBuilder text, XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
                text.Append(plain.Value);
            else if (node is XElement { HasElements: false, IsEmpty: true } reference)
                text.Append(reference.Attribute("langword")?.Value ?? reference.Attribute("name")?.Value ?? Cref(reference));
            else if (node is XElement inner)
                Write(text.Append(inner.Name.LocalName is "para" or "item" ? " " : ""), inner);
        }
    }

    private static string Cref(XElement element)
    {
        var cref = element.Attribute("cref")?.Value ?? "";
        var name = cref is [_, ':', .. var rest] ? rest : cref;
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        name = parameters < 0 ? name : name[..parameters];
        return name.Split('`')[0] is var plain && cref.StartsWith("T:", StringComparison.Ordinal) ? plain[(plain.LastIndexOf('.') + 1)..] : name;
    }
}
