using System.Text.Json.Nodes;

namespace CarbonComp.Charts.Tests;

/// <summary>Figures with a slider.</summary>
public sealed class ExploredFigureTests(Browser browser) : IClassFixture<Browser>
{
    private static CarbonFigure Times(double factor) => (Cities.Net() * factor).Named($"{factor} times").ToDivergingBar();

    [Fact]
    public void Each_step_shows_the_marks_of_its_own_picture()
    {
        var explored = CarbonChart.Explore("factor", [1.0, 2, 4], Times, start: 1);
        var plot = JsonNode.Parse(explored.ToJson())!;
        var (traces, steps) = (plot["data"]!.AsArray(), plot["layout"]!["sliders"]![0]!["steps"]!.AsArray());
        Assert.Equal(explored.Figures.Sum(f => f.Traces.Count), traces.Count);
        Assert.Equal(3, steps.Count);
        var at = 0;
        foreach (var (step, figure) in steps.Zip(explored.Figures))
        {
            var shown = step!["args"]![0]!["visible"]!.AsArray().Select(v => (bool)v!).ToArray();
            Assert.Equal(Enumerable.Range(at, figure.Traces.Count), Enumerable.Range(0, shown.Length).Where(i => shown[i]));
            Assert.Equal(figure.Title, (string?)step["args"]![1]!["title"]!["text"]);
            at += figure.Traces.Count;
        }
        Assert.Equal([false, true, false], traces.Select(t => (bool)t!["visible"]!).Chunk(explored.Figures[0].Traces.Count).Select(c => c[0]));
        Assert.Contains("3 values from 1 to 4; shown: 2", explored.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_of_one_unit_have_one_range_and_all_pictures_one_frame()
    {
        var steps = JsonNode.Parse(CarbonChart.Explore("factor", [1.0, 2, 4], Times).ToJson())!["layout"]!["sliders"]![0]!["steps"]!.AsArray();
        string[] Of(string part) => [.. steps.Select(s => s!["args"]![1]!["xaxis"]![part]!.ToJsonString()).Distinct()];
        Assert.Single(Of("range"));
        // Other units are not compared by length.
        var units = CarbonChart.Explore("factor", [1e-5, 1], Times);
        Assert.Equal(2, JsonNode.Parse(units.ToJson())!["layout"]!["sliders"]![0]!["steps"]!.AsArray().Select(s =>
            s!["args"]![1]!["xaxis"]!["range"]!.ToJsonString()).Distinct().Count());
    }

    [Fact]
    public void A_value_that_is_refused_is_named()
    {
        var wrong = Assert.Throws<CarbonCompException>(() => CarbonChart.Explore("price", [1.0, -1], p => p < 0
            ? throw new CarbonCompException("A price must be positive.") : Times(p), "yuan/t CO2"));
        Assert.Equal("price = −1 yuan/t CO2: A price must be positive.", wrong.Message);
        Assert.Contains("2 to 60 values", Assert.Throws<CarbonCompException>(() => CarbonChart.Explore("price", [1.0], Times)).Message,
            StringComparison.Ordinal);
        Assert.Contains("1 twice", Assert.Throws<CarbonCompException>(() => CarbonChart.Explore("price", [1.0, 1], Times)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_labels_are_encoded() => Assert.DoesNotContain("<img",
        CarbonChart.Explore("<img src=x>", ["<img a>", "b"], _ => Times(1)).ToHtml(library: false), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task Moving_the_slider_changes_the_picture_without_a_network()
    {
        var page = await browser.Page();
        await page.SetContentAsync(CarbonChart.Explore("factor", [1.0, 2, 4], Times).ToHtml());
        await page.WaitForSelectorAsync(".carboncomp-figure[data-state=drawn]");
        Assert.Equal("1 times", await page.TextContentAsync(".gtitle"));
        var rail = (await page.Locator(".slider-rail-touch-rect").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(rail.X + rail.Width - 3, rail.Y + rail.Height / 2);
        await page.WaitForFunctionAsync("document.querySelector('.gtitle').textContent === '4 times'");
        Assert.Equal("factor = 4", await page.TextContentAsync(".slider-label"));
        // Nothing of the slider lies on the title, the plot or the key.
        var boxes = await page.EvaluateAsync<double[][]>("""
            () => ['.gtitle', '.slider-container', '.legend', '.barlayer'].map(s => document.querySelector(s).getBoundingClientRect())
                .map(b => [b.top, b.bottom])
            """);
        for (var i = 1; i < boxes.Length; i++) Assert.True(boxes[i][0] >= boxes[i - 1][1] - 1, $"{i}: {boxes[i][0]} above {boxes[i - 1][1]}");
    }
}
