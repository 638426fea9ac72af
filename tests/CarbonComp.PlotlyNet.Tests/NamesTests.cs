using System.Reflection;
using CarbonComp.Charts;
using CarbonComp.Formats;
using CarbonComp.Studies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CarbonComp.PlotlyNet.Tests;

/// <summary>A cell that imports the whole stack at once can name every public type of the library, its formats, studies and charts.</summary>
public sealed class NamesTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(Unit).Assembly, typeof(CeadsTable).Assembly, typeof(ChinaProvinces).Assembly, typeof(CarbonChart).Assembly, typeof(PlotlyNetFigures).Assembly,
    ];

    private static readonly string[] Usings =
    [
        // What notebooks import by themselves.
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq", "System.IO",
        "Plotly.NET", "Plotly.NET.CSharp", "Plotly.NET.LayoutObjects", "Plotly.NET.TraceObjects", "Deedle", "Microsoft.Data.Analysis",
        "MathNet.Numerics", "MathNet.Numerics.LinearAlgebra", "MathNet.Numerics.LinearAlgebra.Double", "MathNet.Numerics.Statistics",
    ];

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    [Fact]
    public void Cell_that_imports_everything_names_every_public_type() =>
        Assert.Empty(Errors(Ours.SelectMany(a => a.GetExportedTypes()).Where(t => !t.IsNested)));

    [Fact]
    public void Name_that_another_library_has_as_well_is_found() =>
        Assert.Contains(Errors([typeof(Plotly.NET.Chart)]), e => e.Contains("'Chart' is an ambiguous reference", StringComparison.Ordinal));

    private static IEnumerable<string> Errors(IEnumerable<Type> types)
    {
        var namespaces = Ours.SelectMany(a => a.GetExportedTypes()).Select(t => t.Namespace!).Distinct();
        var cell = string.Join('\n', Usings.Concat(namespaces).Select(n => $"using {n};"))
            + "\n" + string.Join('\n', types.Select(t => $"_ = typeof({Simple(t)});"));
        var options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(LanguageVersion.Preview);
        var compilation = CSharpCompilation.CreateScriptCompilation("cell", CSharpSyntaxTree.ParseText(cell, options), References);
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Simple(Type type) =>
        type.IsGenericTypeDefinition ? $"{type.Name.Split('`')[0]}<{new string(',', type.GetGenericArguments().Length - 1)}>" : type.Name;
}
