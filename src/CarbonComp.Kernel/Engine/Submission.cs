using System.Collections.Immutable;
using System.Text;
using CarbonComp.Kernel.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CarbonComp.Kernel.Engine;

/// <summary>Compiles a cell as a continuation of the cells before it.</summary>
internal sealed class Submission
{
    /// <summary>The usings every cell starts with: exactly those of .NET Interactive, and the functions of a notebook.</summary>
    public static readonly ImmutableArray<string> Usings =
        ["System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq"];

    private static readonly ImmutableArray<string> AllUsings = [.. Usings, "CarbonComp.Kernel.Display.Notebook"];

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    private static readonly EmitOptions Emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>One compilation at a time binds its references; the next then shares the symbols of the first.</summary>
    /// <remarks>Two at once, as the warm-up and a first cell are, make two symbols of every type, and a later cell that sees both calls <c>display</c>
    /// ambiguous.</remarks>
    private static readonly Lock Binding = new();

    private readonly SessionReferences references;
    private readonly SessionReferenceResolver resolver;
    private readonly Directives directives;
    private readonly CellTexts texts;
    private readonly string session = Guid.NewGuid().ToString("N");
    private CSharpCompilation? alone;
    private int aloneReferences;
    private int assemblies;

    public Submission(SessionReferences references, Directives directives, CellTexts texts)
    {
        this.references = references;
        this.directives = directives;
        this.texts = texts;
        resolver = new SessionReferenceResolver(references, directives);
    }

    /// <summary>Whether stops are woven into cells.</summary>
    public bool WeavesStops { get; set; } = true;

    /// <summary>The degree of weaving; the next is tried when a cell does not compile with one.</summary>
    private enum Weaving { Full, ByMeaning, NoExpressionLambdas, None }

    /// <summary>Compiles and loads a cell.</summary>
    /// <param name="path">The name of the cell in stack traces and diagnostics.</param>
    /// <param name="file">The file the code is from, whose folder its directives start at.</param>
    /// <exception cref="CellDiagnosticsException">The cell does not compile.</exception>
    /// <exception cref="DirectiveException">A directive of the cell failed.</exception>
    public CompiledCell Compile(string code, string path, CompiledCell? previous, CancellationToken stop, string? file = null)
    {
        var source = directives.Prepare(code, file, stop);
        var plain = Parse(source, path, stop);
        texts.Add(path, new EditedText(source));
        if (HasErrors(plain.GetDiagnostics(stop)))
            throw new CellDiagnosticsException(plain.GetDiagnostics(stop), texts);

        // What a loaded file holds shows only when the compiler has read it.
        var loads = plain.GetCompilationUnitRoot(stop).GetLoadDirectives().Count > 0;
        LambdaForms? forms = null;
        foreach (var weaving in WeavesStops ? Enum.GetValues<Weaving>() : [Weaving.None])
        {
            if (weaving == Weaving.ByMeaning && !loads && !LambdaForms.AreAny(plain.GetRoot(stop)))
                continue;
            if (forms is null && (weaving == Weaving.ByMeaning || (weaving == Weaving.Full && (loads || LambdaForms.AreNeeded(plain.GetRoot(stop))))))
                forms = new LambdaForms(Create(plain, previous, (file, text) => OpenLoaded(file, text, Weaving.None, null, stop)), stop);
            var tree = weaving == Weaving.None ? plain : Woven(plain, source, path, weaving, forms, stop);
            if (tree is null)
                continue;
            var known = references.AddedCount;
            var compilation = Create(tree, previous, (file, text) => OpenLoaded(file, text, weaving, forms, stop));
            if (!HasCode(compilation))
            {
                ThrowOnErrors(compilation.GetDiagnostics(stop), compilation);
                return new CompiledCell(compilation, null, HasValue: false, Declares: HasUsings(compilation), known);
            }
            using var assembly = new MemoryStream();
            using var symbols = new MemoryStream();
            var emitted = compilation.Emit(assembly, symbols, options: Emit, cancellationToken: stop);
            if (!emitted.Success)
            {
                // Errors refer to the text as it was written.
                if (weaving == Weaving.None)
                    ThrowOnErrors(emitted.Diagnostics, compilation);
                continue;
            }
            var loaded = references.LoadContext.LoadCell(assembly, symbols);
            var entry = compilation.GetEntryPoint(stop)!;
            var method = loaded.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
                .GetMethod(entry.MetadataName, (System.Reflection.BindingFlags)(-1))!;
            return new CompiledCell(compilation, method.CreateDelegate<Func<object?[], Task<object?>>>(),
                HasValue(compilation, tree, stop), Declarations.Any(compilation), known);
        }
        throw new InvalidOperationException("A cell neither compiled nor said why.");
    }

    /// <summary>The compilation a text would have as the next cell; for completion and inspection, so directives are not carried out.</summary>
    public CSharpCompilation Speculate(string code, CompiledCell? previous, CancellationToken stop) =>
        Create(Parse(code, "", stop), previous, static (_, text) => Utf8(text));

    /// <summary>The compilation of a text as a first cell. Its references are bound once and kept.</summary>
    public CSharpCompilation SpeculateAlone(string code, CancellationToken stop)
    {
        var tree = Parse(code, "", stop);
        lock (directives)
        {
            if (alone is null || aloneReferences != references.AddedCount)
            {
                aloneReferences = references.AddedCount;
                alone = Create(tree, null, static (_, text) => Utf8(text));
                return alone;
            }
            return alone = alone.ReplaceSyntaxTree(alone.SyntaxTrees[0], tree);
        }
    }

    private CSharpCompilation Create(SyntaxTree tree, CompiledCell? previous, Func<string, string, Stream> open)
    {
        var number = Interlocked.Increment(ref assemblies);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: "Submission#" + number,
            usings: AllUsings,
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            concurrentBuild: false,
            metadataReferenceResolver: resolver,
            sourceReferenceResolver: new CellSourceResolver(open),
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default,
            nullableContextOptions: NullableContextOptions.Annotations);
        var compilation = CSharpCompilation.CreateScriptCompilation("cell-" + session + "-" + number,
            tree, references.New(previous?.References), options, previous?.Compilation, typeof(object));
        lock (Binding)
            _ = compilation.Assembly;
        return compilation;
    }

    private MemoryStream OpenLoaded(string file, string text, Weaving weaving, LambdaForms? forms, CancellationToken stop)
    {
        var prepared = directives.Prepare(text, file, stop);
        var edited = new EditedText(prepared);
        if (weaving != Weaving.None)
        {
            var known = weaving == Weaving.NoExpressionLambdas ? null : forms?.Tree(file, prepared);
            var root = (known ?? CSharpSyntaxTree.ParseText(prepared, ParseOptions, cancellationToken: stop)).GetRoot(stop);
            if (!root.ContainsDiagnostics)
                edited = StopWeaver.Weave(root, prepared, values: weaving == Weaving.Full, known is null ? null : forms!.Of);
        }
        var woven = edited.Apply();
        texts.Add(file, edited);
        return Utf8(woven);
    }

    private static MemoryStream Utf8(string text) => new([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]);

    private SyntaxTree? Woven(SyntaxTree plain, string source, string path, Weaving weaving, LambdaForms? forms, CancellationToken stop)
    {
        var edited = StopWeaver.Weave(plain.GetRoot(stop), source, values: weaving == Weaving.Full,
            weaving == Weaving.NoExpressionLambdas || forms is null ? null : forms.Of);
        var tree = Parse(edited.Apply(), path, stop);
        if (HasErrors(tree.GetDiagnostics(stop)))
            return null;
        texts.Add(path, edited);
        return tree;
    }

    /// <summary>Whether the cell ends with an expression that has a value, or returns one.</summary>
    private static bool HasValue(CSharpCompilation compilation, SyntaxTree tree, CancellationToken stop)
    {
        var statements = tree.GetCompilationUnitRoot(stop).Members.OfType<GlobalStatementSyntax>().ToList();
        if (statements is [.., { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }])
            // Only what is called or awaited can be without a value; the rest need not be bound once more.
            return !last.Expression.DescendantNodesAndSelf().Any(node => node is InvocationExpressionSyntax or AwaitExpressionSyntax)
                || compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression, stop).Type?.SpecialType != SpecialType.System_Void;
        return statements.Any(global =>
            global.Statement.DescendantNodesAndSelf(node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
            .OfType<ReturnStatementSyntax>().Any(returned => returned.Expression is not null));
    }

    private static SyntaxTree Parse(string source, string path, CancellationToken stop) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions, path, stop);

    private static bool HasCode(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot().Members.Count > 0);

    private static bool HasUsings(CSharpCompilation compilation) =>
        compilation.SyntaxTrees.Any(tree => tree.GetCompilationUnitRoot() is { } root && (root.Usings.Count > 0 || root.Externs.Count > 0));

    private static bool HasErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(each => each.Severity == DiagnosticSeverity.Error);

    private void ThrowOnErrors(IEnumerable<Diagnostic> diagnostics, CSharpCompilation compilation)
    {
        var all = diagnostics.ToList();
        if (HasErrors(all))
            throw new CellDiagnosticsException(all, texts, compilation);
    }
}
