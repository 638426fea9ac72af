using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly CellRun cell = new();

    public void Dispose() => cell.Dispose();

    private IReadOnlyList<CompletionItem> At(string marked)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        return new Completion(cell.Session).Complete(marked.Remove(position, 1), position, CancellationToken.None).Items;
    }

    private List<string> Names(string marked) => [.. At(marked).Select(item => item.Text)];

    [Fact]
    public void Members_of_values_types_and_namespaces()
    {
        Assert.Contains("Length", Names("\"text\".Le|"));
        Assert.DoesNotContain("IsNullOrEmpty", Names("\"text\".|"));
        Assert.Contains("IsNullOrEmpty", Names("string.Is|"));
        Assert.Contains("Generic", Names("System.Collections.|"));
        Assert.Contains("Globalization", Names("using System.Glo|"));
        Assert.Contains("Length", Names("\"text\"?.Le|"));
    }

    [Fact]
    public void Variables_functions_types_and_usings_of_earlier_cells()
    {
        cell.Ok("using System.Globalization;").Ok("var prices = new List<double>(); int PriceOf(int a) => a; record Priced(double Price, string Name);");
        var names = Names("pri|");
        Assert.Contains("prices", names);
        Assert.Contains("PriceOf", names);
        Assert.Contains("Priced", names);
        Assert.Contains("private", names);
        Assert.Contains("CultureInfo", Names("Cult|"));
        Assert.Equal("List<double> prices", At("prices|").Single(item => item.Text == "prices").Signature);
    }

    [Fact]
    public void Members_of_earlier_variables_with_extension_methods()
    {
        cell.Ok("var prices = new List<double>();");
        Assert.Contains("Add", Names("prices.|"));
        Assert.Contains("extension method", At("prices.Sel|").Where(item => item.Text == "Select").Select(item => item.Kind));
        Assert.Contains("CompareTo", Names("prices.Select(p => p.|)"));
    }

    [Fact]
    public void Locals_and_parameters_of_the_unfinished_cell()
    {
        Assert.Contains("number", Names("int Twice(int number) { return num|"));
        Assert.Contains("local", Names("foreach (var local in new[] { 1 }) { loc|"));
    }

    [Fact]
    public void Settable_members_in_an_initializer()
    {
        cell.Ok("class Options { public int Width { get; set; } public int Height { get; set; } }");
        Assert.Contains("Width", Names("new Options { Wi|"));
    }

    [Fact]
    public void Nothing_inside_text_comments_and_numbers()
    {
        Assert.Empty(Names("\"Con|\""));
        Assert.Empty(Names("// Con|"));
        Assert.Empty(Names("var x = 12|"));
        Assert.Contains("Console", Names("$\"{Con|}\""));
    }

    [Fact]
    public void A_redeclared_variable_has_its_latest_type()
    {
        cell.Ok("var x = 1;").Ok("var x = \"text\";");
        Assert.Equal("string x", At("x|").Single(item => item.Text == "x").Signature);
    }

    [Fact]
    public void More_detail_adds_remarks_members_and_the_rest_of_a_value()
    {
        cell.Ok("/// <summary>An area.</summary>\n/// <remarks>Long story.</remarks>\npublic class Area { public double Size { get; set; } }\nvar area = new "
            + "Area(); var many = Enumerable.Range(100, 40).ToArray();");
        var inspection = new Inspection(cell.Session);
        var brief = inspection.Inspect("Area", 2, full: false, CancellationToken.None)!;
        var full = inspection.Inspect("Area", 2, full: true, CancellationToken.None)!;
        Assert.Contains("An area.", brief);
        Assert.DoesNotContain("Long story.", brief);
        Assert.Contains("Long story.", full);
        Assert.Contains("double Area.Size { get; set; }", full);
        Assert.DoesNotContain("139", inspection.Inspect("many", 2, full: false, CancellationToken.None));
        Assert.Contains("139", inspection.Inspect("many", 2, full: true, CancellationToken.None));
    }

    [Fact]
    public void Extension_methods_of_earlier_cells()
    {
        cell.Ok("static double Doubled(this double x) => 2 * x;").Ok("var size = 1.5;");
        Assert.Contains("Doubled", Names("size.Dou|"));
    }

    [Fact]
    public void Files_in_directives()
    {
        var folder = Directory.CreateTempSubdirectory("complete").FullName;
        File.WriteAllText(Path.Combine(folder, "helper.csx"), "");
        File.WriteAllText(Path.Combine(folder, "helper.dll"), "");
        Assert.Equal(["helper.csx"], Names($"#load \"{folder}/he|\""));
        Assert.Equal(["helper.dll"], Names($"#r \"{folder}/he|"));
    }

    [Fact]
    public void Signatures_and_doc_comments_are_told()
    {
        cell.Ok("/// <summary>Carbon of an area.</summary>\n/// <param name=\"area\">In km2.</param>\ndouble Storage(double area) => area * 2; var total = "
            + "12.5;");
        var inspection = new Inspection(cell.Session);
        var text = inspection.Inspect("Storage(1)", 3, full: false, CancellationToken.None);
        Assert.Contains("double Storage(double area)", text);
        Assert.Contains("Carbon of an area.", text);
        Assert.Contains("In km2.", text);
        Assert.Contains("double Storage(double area)", inspection.Inspect("Storage(1, ", 10, full: false, CancellationToken.None));
        Assert.Contains("value: 12.5", inspection.Inspect("total", 5, full: false, CancellationToken.None));
        Assert.Contains("WriteLine", inspection.Inspect("Console.WriteLine", 17, full: true, CancellationToken.None));
        Assert.Contains("value: 12.5", inspection.Inspect("var more = total * 2;", 13, full: false, CancellationToken.None));
        Assert.Null(inspection.Inspect("nothing_here", 3, full: false, CancellationToken.None));
    }
}
