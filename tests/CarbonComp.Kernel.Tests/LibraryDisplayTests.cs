using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Tests;

/// <summary>A session with the packages that notebooks use, restored once.</summary>
public sealed class PackagedSession : IDisposable
{
    internal CellRun Cell { get; } = new();

    internal string Restoring { get; }

    public PackagedSession() => Restoring = Cell.Ok("""
        #r "nuget: Deedle, 8.1.0"
        #r "nuget: Microsoft.Data.Analysis, 0.23.1"
        #r "nuget: MathNet.Numerics, 5.0.0"
        #r "nuget: Plotly.NET, 6.0.0"
        #r "nuget: Plotly.NET.CSharp, 0.14.0"
        #r "nuget: Plotly.NET.Interactive, 6.0.0"
        #r "nuget: XPlot.Plotly, 4.1.0"
        #r "nuget: ScottPlot, 5.1.59"
        using Deedle;
        using Microsoft.Data.Analysis;
        """).Stderr;

    public void Dispose() => Cell.Dispose();
}

/// <summary>Objects of the libraries that notebooks use.</summary>
public sealed class LibraryDisplayTests(PackagedSession session) : IClassFixture<PackagedSession>
{
    private readonly CellRun cell = session.Cell;

    [Fact]
    public void All_extensions_of_the_packages_load() => Assert.DoesNotContain("xtension", session.Restoring);

    private string Html(string code) => cell.Ok(code).Html!;

    [Fact]
    public void A_frame_of_Deedle_is_a_table_with_empty_places_for_what_is_missing()
    {
        var html = Html("""
            Frame.FromColumns(new Dictionary<string, Series<string, double>> {
                ["Energy, <Mt>"] = new Series<string, double>(new Dictionary<string, double> { ["Beijing"] = 1 / 3.0, ["Tangshan"] = 2 }),
                ["Carbon"] = new Series<string, double>(new Dictionary<string, double> { ["Beijing"] = 5 }) })
            """);
        Assert.Contains("<th style=\"text-align:right\">Energy, &lt;Mt&gt;</th>", html);
        Assert.Contains("<tr><th>Beijing</th><td style=\"text-align:right\" title=\"0.3333333333333333\">0.333333</td>", html);
        Assert.Contains("<td></td>", html);
        Assert.Contains("2 × 2", html);
        Assert.Contains("Tangshan", cell.Plain);
        Assert.True(html.Length + cell.Plain!.Length < 2000);
    }

    [Fact]
    public void A_long_and_wide_frame_is_cut_and_the_rest_counted()
    {
        var html = Html("""
            Frame.FromColumns(Enumerable.Range(0, 30).Select(j => KeyValuePair.Create("c" + j,
                new Series<int, double>(Enumerable.Range(0, 990), Enumerable.Range(0, 990).Select(i => (double)i)))))
            """);
        Assert.Contains("990 × 30, … and 940 more rows, … and 10 more columns", html);
        Assert.Contains("… and 940 more rows", cell.Plain);
        Assert.Contains("<th style=\"text-align:right\">c19</th>", html);
        Assert.DoesNotContain("c20", html);
    }

    [Fact]
    public void A_series_of_Deedle_is_a_table_of_keys_and_values()
    {
        var html = Html("""new Series<string, string>(new Dictionary<string, string> { ["a"] = "<x>", ["b"] = null })""");
        Assert.Contains("<tr><th>a</th><td style=\"text-align:left\">&lt;x&gt;</td></tr>", html);
        Assert.Contains("<tr><th>b</th><td></td></tr>", html);
        Assert.Contains("2 × 1", cell.Plain);
    }

    [Fact]
    public void A_data_frame_and_a_column_of_one_are_tables()
    {
        var html = Html("""
            var data = new DataFrame(new StringDataFrameColumn("City <b>", new[] { "x", null, "z" }),
                new DoubleDataFrameColumn("Value", new double?[] { 1.5, null, 3 }));
            data
            """);
        Assert.Contains("<th style=\"text-align:left\">City &lt;b&gt;</th><th style=\"text-align:right\">Value</th>", html);
        Assert.Contains("<tr><th>1</th><td></td><td></td></tr>", html);
        Assert.Contains("3 × 2", cell.Plain);
        Assert.DoesNotContain("<script", html);
        Assert.Contains("<td style=\"text-align:right\">1.5</td>", Html("data[\"Value\"]"));
        Assert.Contains("1,000 × 1, … and 950 more rows", Html("new DataFrame(new Int32DataFrameColumn(\"n\", Enumerable.Range(0, 1000)))"));
    }

    [Fact]
    public void A_formatter_of_a_cell_wins_over_the_kernels_table()
    {
        Assert.Equal("of the cell", Html("""
            Microsoft.DotNet.Interactive.Formatting.Formatter.Register<BooleanDataFrameColumn>((column, writer) => writer.Write("of the cell"), "text/html");
            new BooleanDataFrameColumn("b", new[] { true })
            """));
        Assert.Contains("1 × 1", Html("new Int32DataFrameColumn(\"n\", new[] { 1 })"));
    }

    [Fact]
    [Trait("size", "large")]
    public void A_chart_of_Plotly_is_drawn_by_its_packages_extension()
    {
        var html = Html("Plotly.NET.CSharp.Chart.Line<int, int, string>(x: new[] { 1, 2 }, y: new[] { 3, 4 })");
        Assert.Contains("<div", html);
        Assert.Contains("Plotly", html);
        Assert.True(cell.Plain!.Length < 20_000);
    }

    [Fact]
    public void A_plot_of_ScottPlot_is_a_picture()
    {
        cell.Ok("var plot = new ScottPlot.Plot();\nplot.Add.Signal(new double[] { 1, 2, 3 });\nplot");
        Assert.StartsWith("iVBOR", cell.Value!["image/png"]?.ToString() ?? string.Join(' ', cell.Value.MimeTypes), StringComparison.Ordinal);
        Assert.NotNull(cell.Plain);
    }

    [Fact]
    public void A_chart_of_XPlot_is_its_own_page_in_a_frame()
    {
        var html = Html("XPlot.Plotly.Chart.Plot(new XPlot.Plotly.Scatter { x = new[] { 1, 2 }, y = new[] { 3, 4 } })");
        Assert.StartsWith("<iframe srcdoc=\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script", html);
        Assert.DoesNotContain("<script", html);
    }

    [Fact]
    public void Matrices_and_vectors_of_MathNet_are_shown_as_such()
    {
        Assert.Contains("1000 × 2, … 950 more rows", Html("MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(1000, 2)"));
        Assert.Equal("[ 0, 0.5, 1 ]", cell.Ok("MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(3, i => i / 2.0)").Plain);
    }

    [Fact]
    public void Tables_stand_in_lists_too() =>
        Assert.Contains("1 × 1", Html("new[] { (1, new DataFrame(new Int32DataFrameColumn(\"n\", new[] { 1 }))) }"));
}
