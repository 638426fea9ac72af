namespace CarbonComp.Kernel.Tests;

/// <summary>.NET Interactive's libraries in cells.</summary>
public sealed class GuestTests : IDisposable
{
    private const string Formatting = "using Microsoft.DotNet.Interactive.Formatting;\n";

    private readonly CellRun cell = new();

    public void Dispose() => cell.Dispose();

    [Fact]
    public void A_view_is_built_and_shown_without_a_package()
    {
        cell.Ok("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\ndiv[@class: \"note\"](h1(\"a & b\"), b(\"x\"))");
        Assert.Equal("<div class=\"note\"><h1>a &amp; b</h1><b>x</b></div>", cell.Html);
        Assert.NotNull(cell.Plain);
    }

    [Fact]
    public void Html_of_AspNet_is_shown_as_html() =>
        Assert.Equal("<b>x</b>", cell.Ok("new Microsoft.AspNetCore.Html.HtmlString(\"<b>x</b>\")").Html);

    [Fact]
    public void A_formatter_that_a_cell_registers_is_used_and_text_stands_beside_it()
    {
        cell.Ok(Formatting + "class City { public string Name { get; set; } }\nFormatter.Register<City>((c, writer) => writer.Write($\"<i>{c.Name}</i>\"), "
            + "\"text/html\");");
        Assert.Equal("<i>x</i>", cell.Ok("new City { Name = \"x\" }").Html);
        Assert.Contains("Name = x", cell.Plain);
        Assert.Contains("<i>x</i>", cell.Ok("new[] { new City { Name = \"x\" } }").Html);
        Assert.Equal("<i>y</i>", cell.Ok("new City { Name = \"y\" }.Display();").Displays.Single().Bundle["text/html"]!.ToString());
    }

    [Fact]
    public void A_formatter_for_text_alone_adds_no_html_of_the_library()
    {
        cell.Ok(Formatting + "record City(string Name);\nFormatter.Register<City>(c => \"city \" + c.Name, \"text/plain\");");
        Assert.Equal("city x", cell.Ok("new City(\"x\")").Plain);
        Assert.Null(cell.Html);
    }

    [Fact]
    public void A_formatter_for_an_open_type_or_a_base_type_is_used_for_what_derives_from_it()
    {
        cell.Ok(Formatting + "class Box<T> { } class Small : Box<int> { }\nFormatter.Register(typeof(Box<>), (value, writer) => "
            + "writer.Write(\"<u>box</u>\"), \"text/html\");");
        Assert.Equal("<u>box</u>", cell.Ok("new Small()").Html);
    }

    [Fact]
    public void The_kernels_own_formatters_come_first()
    {
        cell.Ok(Formatting + "record City(string Name);\nFormatter.Register<City>(c => \"theirs\", "
            + "\"text/html\");\nCarbonComp.Kernel.Display.Formatter.Register<City>(c => \"ours\", \"text/html\");");
        Assert.Equal("ours", cell.Ok("new City(\"x\")").Html);
        Display.Formatter.ResetToDefault();
        Assert.Equal("theirs", cell.Ok("new City(\"x\")").Html);
    }

    [Fact]
    public void What_nobody_registered_is_shown_as_without_the_library()
    {
        const string Code = "Enumerable.Range(1, 3).Select(i => new { I = i, Half = i / 2.0 })";
        var before = cell.Ok(Code).Html;
        Assert.Equal(before, cell.Ok(Formatting + Code).Html);
        Assert.Equal("[ 1, 2 ]", cell.Ok("new[] { 1, 2 }").Plain);
    }

    [Fact]
    public void A_source_of_formatters_by_the_librarys_own_contract_is_used() =>
        Assert.Equal("<s>x</s>", cell.Ok(Formatting + """
            public class Source : ITypeFormatterSource
            {
                public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
                    new[] { new HtmlFormatter<Marked>((m, context) => { context.Writer.Write("<s>x</s>"); return true; }) };
            }
            [TypeFormatterSource(typeof(Source))] public class Marked { }
            new Marked()
            """).Html);

    [Fact]
    public void Displays_through_the_library_come_to_the_cell_once()
    {
        cell.Ok(Formatting + "object value = new { A = 1 };\nvalue.Display();\n\"<b>x</b>\".DisplayAs(\"text/html\");");
        Assert.Equal("", cell.Stdout);
        Assert.Equal(2, cell.Displays.Count);
        Assert.Contains("A", cell.Displays[0].Bundle["text/html"]!.ToString());
        Assert.Equal("<b>x</b>", cell.Displays[1].Bundle["text/html"]!.ToString());
        Assert.Null(cell.Ok("((object)1).Display()").Value);
    }

    [Fact]
    public void All_namespaces_of_the_library_and_the_functions_of_the_kernel_go_together()
    {
        cell.Ok("using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\nusing static "
            + "Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\nusing static Microsoft.DotNet.Interactive.Kernel;\n"
            + "display(1); 2.Display(); \"<b/>\".DisplayAs(\"text/html\"); display(HTML(\"<u/>\")); var text = new[] { 1 }.ToDisplayString();");
        Assert.Equal(4, cell.Displays.Count);
        Assert.Contains("1", cell.Ok("text").Plain);
    }

    [Fact]
    public void A_session_that_does_not_name_the_library_does_not_load_it()
    {
        cell.Ok("display(new { A = 1 }); new List<int> { 1 }");
        Assert.False(cell.Session.References.LoadContext.HasGuest);
        Assert.DoesNotContain(cell.Session.References.AddedPaths, path => path.Contains("Interactive", StringComparison.Ordinal));
    }
}
