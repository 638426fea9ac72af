using System.Text.Json.Nodes;

namespace CarbonComp.Notebooks.Tests;

public class ComparisonTests
{
    private const string Library = """<script type="text/plain" class="carboncomp-plotly">draw()</script>""";

    private static JsonObject Shown(string html, string plain) => new()
    {
        ["output_type"] = "execute_result",
        ["data"] = new JsonObject { ["text/html"] = new JsonArray(html), ["text/plain"] = plain },
    };

    private static JsonObject Stream(string name, string text) => new() { ["output_type"] = "stream", ["name"] = name, ["text"] = text };

    private static ExecutedNotebook Notebook(params JsonNode[] outputs) => ExecutedNotebook.Parse(new JsonObject
    {
        ["metadata"] = new JsonObject(),
        ["cells"] = new JsonArray(new JsonObject { ["cell_type"] = "code", ["outputs"] = new JsonArray(outputs) }),
    }.ToJsonString());

    [Fact]
    public void A_digit_in_a_table_or_figure_is_found()
    {
        var difference = Assert.Single(Comparison.Differences(Notebook(Shown("<td>1.25</td>", "1.25")), Notebook(Shown("<td>1.26</td>", "1.25"))));
        Assert.Equal("code cell 1: text/html at 7: …<td>1.25</td>…, and …<td>1.26</td>…", difference);
        Assert.Single(Comparison.Differences(Notebook(Shown("", "1.25")), Notebook(Shown("", "1.250"))));
    }

    [Fact]
    public void An_output_or_a_representation_that_is_missing_is_found()
    {
        var both = Shown("<b>1</b>", "1");
        var plain = new JsonObject { ["output_type"] = "execute_result", ["data"] = new JsonObject { ["text/plain"] = "1" } };
        Assert.Contains("[shown text/html text/plain], and []", Assert.Single(Comparison.Differences(Notebook(both), Notebook())));
        Assert.Contains("and [shown text/plain]", Assert.Single(Comparison.Differences(Notebook(both.DeepClone()), Notebook(plain))));
    }

    [Fact]
    public void Where_a_stream_is_cut_does_not_matter_and_its_order_does()
    {
        var cut = Notebook(Stream("stdout", "a"), Stream("stdout", "b"), Stream("stderr", "c"));
        Assert.Empty(Comparison.Differences(cut, Notebook(Stream("stdout", "ab"), Stream("stderr", "c"))));
        Assert.NotEmpty(Comparison.Differences(cut, Notebook(Stream("stderr", "c"), Stream("stdout", "ab"))));
    }

    [Fact]
    public void What_a_cell_records_does_not_matter_and_what_it_shows_beside_does()
    {
        JsonObject Recorded() => new()
        {
            ["output_type"] = "display_data",
            ["data"] = new JsonObject { ["application/vnd.carboncomp.record+json"] = new JsonObject { ["name"] = "x" }, ["text/plain"] = "Recorded: x" },
        };
        Assert.Empty(Comparison.Differences(Notebook(Recorded()), Notebook()));
        Assert.NotEmpty(Comparison.Differences(Notebook(Recorded(), Stream("stdout", "a")), Notebook()));
    }

    [Fact]
    public void Which_figure_brings_the_library_that_draws_does_not_matter() =>
        Assert.Empty(Comparison.Differences(Notebook(Shown(Library + "\n<div>1</div>", "")), Notebook(Shown("<div>1</div>", ""))));
}
