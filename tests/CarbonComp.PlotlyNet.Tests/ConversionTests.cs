using CarbonComp.Charts;
using System.Text.Json;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace CarbonComp.PlotlyNet.Tests;

/// <summary>Figures to Plotly.NET, charts of Plotly.NET to figures, and both in turn.</summary>
public sealed class ConversionTests
{
    private static readonly string[] Titled = ["title", "xaxis", "yaxis"];

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private static JsonElement[] Captions(CarbonFigure figure) =>
        [.. Json(figure.ToJson()).GetProperty("layout").GetProperty("annotations").EnumerateArray()
            .Where(a => a.TryGetProperty("name", out var name) && name.GetString() == "carboncomp-caption")];

    private static string Caption(CarbonFigure figure) =>
        Assert.Single(Captions(figure)).GetProperty("text").GetString()!.Replace("<br>", " ", StringComparison.Ordinal);

    [Fact]
    public void Figure_keeps_its_data_titles_and_caption_on_the_way_there_and_back()
    {
        var figure = Samples.Figure;
        var back = figure.ToPlotlyNet().ToFigure(ValueStatus.Constructed);
        Assert.Equal(figure.Title, back.Title);
        Assert.Equal(figure.Caption, back.Caption);
        Assert.Equal((figure.Width, figure.Height), (back.Width, back.Height));
        var (before, after) = (Json(figure.ToJson()), Json(back.ToJson()));
        Assert.True(JsonElement.DeepEquals(before.GetProperty("data"), after.GetProperty("data")),
            $"{before.GetProperty("data")}\n{after.GetProperty("data")}");
        Assert.Equal(Titles(before), Titles(after));
        Assert.Equal(Caption(figure), Caption(back));
        Assert.True(JsonElement.DeepEquals(before.GetProperty("layout").GetProperty("margin"), after.GetProperty("layout").GetProperty("margin")));
        Assert.Equal(before.GetProperty("layout").GetProperty("annotations").GetArrayLength(),
            after.GetProperty("layout").GetProperty("annotations").GetArrayLength());
    }

    public static TheoryData<string> Charts { get; } = ["Points", "Pie", "Surface", "Map", "Tiles", "Polar", "Hostile", "Dates", "Figure"];

    [Theory, MemberData(nameof(Charts))]
    public void Chart_is_read_as_Plotly_NET_writes_it(string name)
    {
        var chart = name switch
        {
            "Points" => Samples.Points(), "Pie" => Samples.Pie, "Surface" => Samples.Surface, "Map" => Samples.Map,
            "Tiles" => Samples.Tiles, "Polar" => Samples.Polar, "Hostile" => Samples.Hostile, "Dates" => Samples.Dates, _ => Samples.Figure.ToPlotlyNet(),
        };
        var (expected, read) = (Json(GenericChart.toJson(chart)), Json(ChartJson.Of(chart).ToJsonString()));
        Assert.True(JsonElement.DeepEquals(expected, read), $"{expected}\n{read}");
    }

    private static string?[] Titles(JsonElement figure) =>
        [.. Titled.Select(name => figure.GetProperty("layout").GetProperty(name) is var part && name != "title"
            && !part.TryGetProperty("title", out part) ? null : part.GetProperty("text").GetString())];

    [Fact]
    public void Verbs_of_Plotly_NET_go_on_from_a_figure()
    {
        var chart = Samples.Figure.ToPlotlyNet().WithXAxisStyle<double, double, string>(TitleText: "Megatonnes").WithSize(700, 400);
        var layout = Json(chart.ToFigure(ValueStatus.Constructed).ToJson()).GetProperty("layout");
        Assert.Equal("Megatonnes", layout.GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
        // What the verb did not name stays.
        Assert.Equal("linear", layout.GetProperty("xaxis").GetProperty("type").GetString());
        Assert.Equal(700, layout.GetProperty("width").GetInt32());
    }

    [Fact]
    public void Combined_chart_has_the_weakest_status_and_every_source()
    {
        var chart = Chart.Combine([Samples.Figure.ToPlotlyNet(), Samples.Points()]);
        var figure = CarbonFigure.From(chart, ValueStatus.Statistic, "China Statistical Yearbook 2021");
        Assert.Equal(ValueStatus.Constructed, figure.Caption.Status);
        Assert.Contains("Chen et al. 2025; China Statistical Yearbook 2021", figure.Caption.ToString(), StringComparison.Ordinal);
        Assert.Single(Captions(figure));
    }

    [Theory, InlineData(ValueStatus.Illustrative, "illustrative"), InlineData(ValueStatus.Constructed, "constructed, not observed")]
    public void Caption_says_the_status_that_was_stated(ValueStatus status, string words) =>
        Assert.Contains(words, Caption(Samples.Points().ToFigure(status, note: "Two cities.")), StringComparison.Ordinal);

    [Fact]
    public void Chart_gets_the_theme_and_keeps_what_it_states()
    {
        var layout = Json(Samples.Points().WithSize(640, 360).ToFigure(ValueStatus.Statistic)
            .WithTitle("Growth <fast>").WithYAxisTitle("Trillion yuan").ToJson()).GetProperty("layout");
        Assert.Equal(Theme.FontFamily, layout.GetProperty("template").GetProperty("layout").GetProperty("font").GetProperty("family").GetString());
        Assert.Equal("#0072B2", layout.GetProperty("template").GetProperty("layout").GetProperty("colorway")[0].GetString());
        Assert.Equal("Growth &lt;fast&gt;", layout.GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("Trillion yuan", layout.GetProperty("yaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(640, layout.GetProperty("width").GetInt32());
    }

    [Fact]
    public void Chart_of_Plotly_NET_does_not_enter_a_grid_of_figures() =>
        Assert.Contains("Combine them in that library",
            Assert.Throws<CarbonCompException>(() => CarbonChart.Grid([Samples.Figure, Samples.Points().ToFigure(ValueStatus.Statistic)])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Text_of_a_chart_says_kinds_axes_and_points()
    {
        var chart = Chart.Combine([Samples.Points(), Samples.Points(), Samples.Pie]).WithXAxisStyle<double, double, string>(TitleText: "Year");
        Assert.StartsWith("[Plotly.NET chart: 2 × scatter, pie; x: Year; 9 points]",
            chart.ToFigure(ValueStatus.Statistic).ToString(), StringComparison.Ordinal);
    }
}
