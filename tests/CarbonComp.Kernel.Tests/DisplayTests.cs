#pragma warning disable CA1822 // the shapes under test are those of instances
using System.Globalization;
using CarbonComp.Kernel.Display;

namespace CarbonComp.Kernel.Tests;

public sealed class DisplayTests : IDisposable
{
    public DisplayTests() => Formatter.ResetToDefault();

    public void Dispose() => Formatter.ResetToDefault();

    private static string? Html(object? value) => Formatter.Format(value)["text/html"]?.ToString();

    private static string Plain(object? value) => Formatter.Format(value)["text/plain"]!.ToString();

    [Fact]
    public void Numbers_and_text_are_plain()
    {
        Assert.Null(Html(1.5));
        Assert.Equal("1.5", Plain(1.5));
        Assert.Equal("a<b", Plain("a<b"));
        Assert.Null(Html("a<b"));
        Assert.Equal("True", Plain(true));
        Assert.Equal("<null>", Plain(null));
    }

    [Fact]
    public void Records_become_a_table_with_encoded_text_and_sensible_digits()
    {
        var html = Html(new[] { new { Name = "<b>北京</b>", Value = 1 / 3.0 }, new { Name = "x", Value = 12345678.0 } })!;
        Assert.Contains("<th style=\"text-align:left\">Name</th><th>Value</th>", html);
        Assert.Contains("&lt;b&gt;", html);
        Assert.Contains(">0.333333<", html);
        Assert.Contains("title=\"0.3333333333333333\"", html);
        Assert.Contains(">12345678<", html);
    }

    [Fact]
    public void Long_sequences_are_bounded_and_say_what_is_left_out()
    {
        Assert.Contains("… 950 more", Plain(Enumerable.Range(0, 1000).ToList()));
        Assert.Contains("… 950 more", Html(Enumerable.Range(0, 1000).Select(i => new { I = i }).ToList())!);
        Assert.Contains("… more", Plain(Endless()));
        Formatter.ListExpansionLimit = 3;
        Assert.Equal("[ 0, 1, 2, … 7 more ]", Plain(Enumerable.Range(0, 10).ToArray()));
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++)
            yield return i;
    }

    [Fact]
    public void Nested_objects_fold_and_cycles_end()
    {
        var node = new Node { Name = "a" };
        node.Next = node;
        Assert.Contains("<details open", Html(node)!);
        Assert.True(Html(node)!.Length < 5000);
        Assert.True(Plain(node).Length < 5000);
    }

    private sealed class Node
    {
        public string Name { get; set; } = "";

        public Node? Next { get; set; }

        public string Broken => throw new InvalidOperationException("not now");
    }

    private sealed record Ring(string Name)
    {
        public Ring? Next { get; set; }
    }

    [Fact]
    public void A_record_that_contains_itself_is_shown()
    {
        var ring = new Ring("a") { Next = new Ring("b") };
        ring.Next.Next = ring;
        Assert.Contains("Name = b", Plain(ring));
        Assert.Contains("<details", Html(ring)!);
        // Equal is not the same: what is nested is shown though it equals its owner.
        Assert.Contains("Name = t, Same = Twin { Name = t, Same = Twin { Name = u",
            Plain(new Twin("t") { Same = new Twin("t") { Same = new Twin("u") } }).Replace("DisplayTests.", "", StringComparison.Ordinal));
    }

    private sealed record Twin(string Name)
    {
        public Twin? Same { get; set; }

        public bool Equals(Twin? other) => other is not null && other.Name == Name;

        public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_throws_is_told_in_its_place() => Assert.Contains("not now", Html(new Node())!);

    private sealed record City(string Name, double[] ByYear);

    [Fact]
    public void Records_show_their_members_not_the_names_of_their_types()
    {
        Assert.Equal("City { Name = 北京, ByYear = [ 1.5, 2 ] }", Plain(new City("北京", [1.5, 2])).Replace("DisplayTests.", "", StringComparison.Ordinal));
        Assert.DoesNotContain("System.Double[]", Html(new City("北京", [1.5, 2]))!);
    }

    [Fact]
    public void A_drawing_gets_the_namespace_that_exported_pages_need()
    {
        var drawn = CarbonComp.Kernel.Display.Notebook.SVG("<svg width='9'><circle r='4'/></svg>")["image/svg+xml"]!.ToString();
        Assert.Equal("<svg xmlns=\"http://www.w3.org/2000/svg\" width='9'><circle r='4'/></svg>", drawn);
        Assert.Equal(drawn, CarbonComp.Kernel.Display.Notebook.SVG(drawn)["image/svg+xml"]!.ToString());
    }

    [Fact]
    public void A_day_without_a_time_is_a_date()
    {
        Assert.Equal("2020-02-29", Plain(new DateTime(2020, 2, 29)));
        Assert.Equal("2020-02-29 12:30:00", Plain(new DateTime(2020, 2, 29, 12, 30, 0)));
    }

    [Fact]
    public void Dictionaries_are_keys_and_values()
    {
        var html = Html(new Dictionary<string, double> { ["a"] = 1.5 })!;
        Assert.Contains("<th style=\"text-align:left\">key</th>", html);
        Assert.Contains(">1.5<", html);
    }

    [Fact]
    public void Grids_show_their_size()
    {
        Assert.Contains("2 × 3", Html(new double[2, 3])!);
        Assert.StartsWith("2 × 3", Plain(new double[2, 3]), StringComparison.Ordinal);
    }

    [Fact]
    public void Matrices_and_vectors_of_MathNet_are_shown_as_such()
    {
        var matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 3, (i, j) => (i + j) / 3.0);
        Assert.Contains("<td style=\"text-align:right\" title=\"0.3333333333333333\">0.333333</td>", Html(matrix)!);
        Assert.Contains("2 × 3", Html(matrix)!);
        Assert.Equal("2 × 3\n       0  0.333333  0.666667\n0.333333  0.666667         1", Plain(matrix));
        Assert.Contains("… 950 more rows", Html(MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(1000, 2))!);
        Assert.Equal("[ 0, 0.333333, 0.666667 ]", Plain(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(3, i => i / 3.0)));
    }

    [Fact]
    public void Numbers_among_others_have_six_digits_and_one_alone_has_all()
    {
        Assert.Equal("0.3333333333333333", Plain(1 / 3.0));
        Assert.Equal("[ 0.333333, 12345678 ]", Plain((double[])[1 / 3.0, 12345678]));
        Assert.Equal("{ A = 0.333333, B = 1234567890123 }", Plain(new { A = 1 / 3.0, B = 1234567890123L }));
    }

    [Fact]
    public void Pictures_are_told_by_their_bytes()
    {
        var png = new byte[] { 0x89, 0x50, 0x4e, 0x47, 1 };
        Assert.Equal(Convert.ToBase64String(png), Formatter.Format(png)["image/png"]!.ToString());
        Assert.False(Formatter.Format(new byte[] { 1, 2, 3 }).Contains("image/png"));
        Assert.Throws<ArgumentException>(() => Notebook.Image([1, 2]));
    }

    [Fact]
    public void Html_is_not_encoded_when_it_is_meant() => Assert.Equal("<b>x</b>", Html(Notebook.HTML("<b>x</b>")));

    [Fact]
    public void Own_formatters_win_and_the_nearest_type_first()
    {
        Formatter.Register<object>(_ => "object", "text/html");
        Formatter.Register<Node>(node => $"<i>{node.Name}</i>", "text/html");
        Assert.Equal("<i>n</i>", Html(new Node { Name = "n" }));
        Formatter.ResetToDefault();
        Formatter.Register(typeof(List<>), (value, writer) => writer.Write("a list"), "text/html");
        Assert.Equal("a list", Html(new List<int> { 1 }));
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    private sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[]? PreferredMimeTypes { get; set; }
    }

    [TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = ["text/html", "text/plain"])]
    private class Chart;

    private sealed class SpecialChart : Chart;

    private sealed class ChartFormatters
    {
        public IEnumerable<object> CreateTypeFormatters() => [new HtmlFormatter(), new PlainFormatter(), new OtherFormatter()];
    }

    private sealed class HtmlFormatter
    {
        public string MimeType { get; } = "text/html";

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write("<svg/>");
            return true;
        }
    }

    private sealed class PlainFormatter
    {
        public string MimeType { get; } = "text/plain";

        public bool Format(object instance, TextWriter writer)
        {
            writer.Write(instance is Chart ? "chart" : "?");
            return true;
        }
    }

    private sealed class OtherFormatter
    {
        public string MimeType { get; } = "application/json";

        public bool Format(object instance, TextWriter writer) => throw new InvalidOperationException("not asked for");
    }

    [Fact]
    public void Formatters_come_with_the_type_by_convention()
    {
        foreach (var chart in (Chart[])[new Chart(), new SpecialChart()])
        {
            Assert.Equal("<svg/>", Html(chart));
            Assert.Equal("chart", Plain(chart));
            Assert.False(Formatter.Format(chart).Contains("application/json"));
        }
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1234567.891, "1234568")]
    [InlineData(0.00012345678, "0.000123457")]
    [InlineData(1e-9, "1E-9")]
    [InlineData(1e20, "1E20")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(double.NaN, "NaN")]
    public void Digits(double value, string expected) => Assert.Equal(expected, Numbers.Short(value));

    [Fact]
    public void Text_does_not_depend_on_the_culture() => Assert.Equal("1.5", 1.5.ToString(CultureInfo.CurrentCulture));

    [Fact]
    public void Latex_markdown_and_json_keep_their_type()
    {
        Assert.Equal("$$x^2$$", Notebook.Latex("x^2")["text/latex"]!.ToString());
        Assert.Equal("*a*", Notebook.Markdown("*a*")["text/markdown"]!.ToString());
        Assert.Equal("[1]", Notebook.JSON("[1]")["application/json"]!.ToJsonString());
    }
}
