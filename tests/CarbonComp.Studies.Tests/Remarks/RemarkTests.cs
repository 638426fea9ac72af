using System.Globalization;

namespace CarbonComp.Studies.Tests;

public class RemarkTests
{
    private static readonly string[] Three = ["Hebei", "Shanxi", "Ji'an"];

    [Fact]
    public void Numbers_are_written_as_in_tables_whatever_the_culture()
    {
        Assert.Equal("0,5", 0.5.ToString(CultureInfo.CurrentCulture));
        var (share, loss, many, count) = (34.1427, -0.0467, 12345.6, 30);
        Assert.Equal("34.1 % of 30; −0.0467; −0.05; 12\u202f346", new Remark("", $"{share} % of {count}; {loss}; {loss:F2}; {many}").Text);
    }

    [Fact]
    public void Lists_end_in_and_and_an_empty_one_says_so()
    {
        Assert.Equal("Hebei, Shanxi and Ji'an; Hebei and Shanxi; Hebei; none",
            new Remark("", $"{Three}; {Three.Take(2)}; {Three.Take(1)}; {Three.Take(0)}").Text);
        Assert.Equal("2012, 2020", new Remark("", $"{2012}, {2020}").Text);
        Assert.Equal("Hebei", new Remark("", $"{new[] { new Region("130000", "Hebei") }}").Text);
    }

    [Fact]
    public void Lines_of_the_source_are_one_paragraph()
    {
        var remark = new Remark("What it means.", $"""
            One line,
            {Three[0]} on another.
            """);
        Assert.Equal("What it means. One line, Hebei on another.", remark.ToString());
    }

    [Fact]
    public void Names_from_files_are_encoded_in_html()
    {
        using var writer = new StringWriter();
        Assert.True(new RemarkHtmlFormatter().Format(new Remark("<i>", $"{"<script>"}"), writer));
        Assert.Contains("<strong>&lt;i&gt;</strong> &lt;script&gt;", writer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_kernels_find_formatters_for_html_and_text()
    {
        var source = Assert.Single(typeof(Remark).GetCustomAttributes(false).OfType<TypeFormatterSourceAttribute>()).FormatterSourceType;
        Assert.Equal(typeof(RemarkFormatterSource), source);
        var formatters = new RemarkFormatterSource().CreateTypeFormatters();
        Assert.Equal(["text/html", "text/plain"], formatters.Select(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)!));
        using var writer = new StringWriter();
        Assert.True(new RemarkTextFormatter().Format(new Remark("a", $"b"), writer));
        Assert.Equal("a b", writer.ToString());
        Assert.False(new RemarkTextFormatter().Format("text", writer));
        Assert.False(new RemarkHtmlFormatter().Format("text", writer));
    }
}
