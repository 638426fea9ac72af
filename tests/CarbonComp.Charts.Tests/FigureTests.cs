using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Charts.Tests;

/// <summary>Figures as plotly's JSON: names of its schema, units, status, escaping.</summary>
public sealed class FigureTests
{
    private static JsonElement Json(Figure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        _ => [],
    };

    private static LabelledVector Two(string first, string second = "Tianjin", Unit? unit = null) =>
        new("emissions", RegionAxis.Of(first, second), [1.5e6, -2e5], unit ?? Unit.TonneCO2, ValueStatus.Constructed);

    public static TheoryData<string> Names => [.. Gallery.WithoutMap().Select(g => g.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Axes_and_colour_bars_of_numbers_carry_their_unit(string name)
    {
        var figure = Gallery.WithoutMap().Single(g => g.Name == name).Figure;
        var layout = Json(figure).GetProperty("layout");
        var axes = figure.Layout.XAxes.Select((a, i) => ("xaxis", i, a)).Concat(figure.Layout.YAxes.Select((a, i) => ("yaxis", i, a))).ToArray();
        foreach (var (kind, i, axis) in axes.Where(a => a.a.Quantity is not null))
            Assert.EndsWith(Label.IsPure(axis.Quantity!.Unit) ? "(no unit)" : $"({axis.Quantity.Unit.Symbol})",
                layout.GetProperty(i == 0 ? kind : $"{kind}{i + 1}").GetProperty("title").GetProperty("text").GetString());
        foreach (var map in figure.Traces.OfType<HeatmapTrace>())
            Assert.Matches(@"\((Mt|kt|t) CO2\)$", map.ColorBar!.Title!.Text);
        // Every figure says its unit somewhere: on an axis, at a key or in its title.
        Assert.True(axes.Any(a => a.a.Quantity is not null) || figure.Traces.OfType<HeatmapTrace>().Any() || figure.Layout.Quantity is { } q && figure.Layout.Title!.Words.EndsWith($"({q.Unit.Symbol})", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Caption_says_whether_values_were_observed(string name)
    {
        var figure = Gallery.WithoutMap().Single(g => g.Name == name).Figure;
        var texts = Json(figure).GetProperty("layout").GetProperty("annotations").EnumerateArray().Select(a => a.GetProperty("text").GetString()!.Replace("<br>", " ")).ToArray();
        Assert.Contains(texts, t => t.Contains(figure.Caption.Status.Caption(), StringComparison.Ordinal));
        Assert.Contains(figure.Caption.Status.Caption(), figure.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Same_values_give_the_same_json(string name) =>
        Assert.Equal(Gallery.WithoutMap().Single(g => g.Name == name).Figure.ToJson(), Gallery.WithoutMap().Single(g => g.Name == name).Figure.ToJson());

    [Fact]
    public void Bars_have_the_names_of_plotlys_schema()
    {
        var json = Json(Chart.Bar(Cities.Gdp));
        var bar = json.GetProperty("data")[0];
        Assert.Equal("bar", bar.GetProperty("type").GetString());
        Assert.Equal("h", bar.GetProperty("orientation").GetString());
        Assert.Equal("Beijing", bar.GetProperty("y")[0].GetString());
        Assert.Equal(3610.26, bar.GetProperty("x")[0].GetDouble(), 6);
        Assert.Equal("#0072B2", bar.GetProperty("marker").GetProperty("color").GetString());
        Assert.Equal("#FFFFFF", json.GetProperty("layout").GetProperty("paper_bgcolor").GetString());
        Assert.Equal("category", json.GetProperty("layout").GetProperty("yaxis").GetProperty("type").GetString());
        Assert.False(json.GetProperty("config").GetProperty("typesetMath").GetBoolean());
        Assert.False(json.GetProperty("config").GetProperty("displaylogo").GetBoolean());
    }

    [Fact]
    public void Numbers_are_shown_in_the_unit_that_is_read_most_easily()
    {
        var figure = Chart.Bar(Cities.Gdp);
        Assert.Equal("billion yuan", figure.Layout.XAxes[0].Quantity!.Unit.Symbol);
        Assert.Contains("3\u202f610", figure.Traces.OfType<BarTrace>().Single().Text!.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void New_axis_title_keeps_the_unit() =>
        Assert.Equal("Value added (billion yuan)", Json(Chart.Bar(Cities.Gdp).WithXAxisStyle("value added")).GetProperty("layout").GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());

    [Fact]
    public void Labels_from_data_reach_neither_html_nor_plotlys_tags()
    {
        const string Evil = "<b>&</script><script>alert(1)</script>";
        foreach (var figure in new[] { Chart.Bar(Two(Evil)), Chart.DivergingBar(Two(Evil)).WithTitle(Evil), Chart.Heatmap(new(Evil, RegionAxis.Of(Evil, "b"), RegionAxis.Of(Evil, "b"),
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 2, 1), Unit.Yuan, ValueStatus.Illustrative)), Chart.Sankey(Evil, Unit.Yuan, ValueStatus.Illustrative, [new(Evil, "b", 1)]) })
        {
            Assert.DoesNotContain("<", figure.ToJson(), StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", figure.ToHtml(library: false), StringComparison.OrdinalIgnoreCase);
            var texts = Strings(Json(figure)).ToArray();
            Assert.Contains(texts, t => t.Contains("&lt;b&gt;&amp;&lt;/script&gt;", StringComparison.Ordinal));
            Assert.DoesNotContain(texts, t => t.Contains("<script", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void No_label_can_end_the_script_its_data_stands_in() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var name = $"x{text.Get}";
        if (name.Any(char.IsSurrogate) || string.Equals(name, "Tianjin", StringComparison.OrdinalIgnoreCase)) return true;
        var html = Chart.Bar(Two(name)).WithTitle(text.Get).ToHtml(library: false);
        return html.Split("</script>").Length == 3 && html.Split("<script").Length == 3;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sankey_says_what_it_leaves_out()
    {
        var regions = RegionAxis.Of("a", "b", "c");
        var figure = Chart.Sankey(new LabelledMatrix("carbon", regions, regions, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new double[,] { { 20, 50, 6 }, { 30, 0, 4 }, { 10, 0, 0 } }),
            Unit.MegatonneCO2, ValueStatus.Constructed), top: 2);
        Assert.Equal("The 2 largest of 5 flows are drawn; the others are 20 % of their sum. What stays in its own region is left out (16.7 % of everything). Values: constructed, not observed.",
            figure.Caption.ToString().Replace("20.0 %", "20 %", StringComparison.Ordinal));
        Assert.Equal(2 + 4, figure.Traces.Count);
    }

    [Fact]
    public void Sankey_refuses_flows_in_a_circle_and_below_zero()
    {
        var circle = Assert.Throws<CarbonCompException>(() => Chart.Sankey("carbon", Unit.TonneCO2, ValueStatus.Illustrative, [new("a", "b", 1), new("b", "a", 1)]));
        Assert.Contains("circle", circle.Message, StringComparison.Ordinal);
        var negative = Assert.Throws<CarbonCompException>(() => Chart.Sankey("carbon", Unit.TonneCO2, ValueStatus.Illustrative, [new("a", "b", -1)]));
        Assert.Contains("from a to b is -1", negative.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ribbons_fill_their_blocks_and_labels_keep_their_distance() => Prop.ForAll(
        Gen.Choose(1, 1000).ArrayOf(48).ToArbitrary(), amounts =>
        {
            string[] names = [.. Enumerable.Range(0, 14).Select(i => $"n{i}")];
            int[] stages = [.. Enumerable.Range(0, 14).Select(i => i < 6 ? 0 : 1)];
            var flows = amounts.Select((a, k) => (k / 8, 6 + k % 8, (double)a)).ToArray();
            var layout = SankeyLayout.Of(names, stages, flows, 19, 380);
            var scale = layout.Ribbons[0].Thickness / layout.Ribbons[0].Amount;
            return layout.Blocks.Select((b, i) => Math.Abs(layout.Ribbons.Where(r => r.From == i || r.To == i).Sum(r => r.Thickness) - (b.Bottom - b.Top)) < 1e-6).All(ok => ok)
                && layout.Ribbons.All(r => Math.Abs(r.Thickness - r.Amount * scale) < 1e-9)
                && layout.Blocks.GroupBy(b => b.Stage).All(g => g.Select(b => (b.Top + b.Bottom) / 2).Order().ToArray() is var m && m.Zip(m.Skip(1)).All(p => p.Second - p.First >= 18.9))
                && layout.Blocks.All(b => b.Top >= -1e-6 && b.Bottom <= layout.Height + 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_of_a_figure_says_what_a_reader_would_see()
    {
        var text = Chart.DivergingBar(Cities.Net()).ToString();
        Assert.Contains("Net embodied imports", text, StringComparison.Ordinal);
        Assert.Contains("highest Beijing 98.1 Mt CO2, lowest Tangshan −152 Mt CO2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_different_units_are_not_combined()
    {
        var error = Assert.Throws<CarbonCompException>(() => Chart.Combine(Chart.Bar(Cities.Gdp), Chart.Bar(Cities.Population)));
        Assert.Contains("different units", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Grid_keeps_stacked_bars_stacked_and_refuses_what_it_would_draw_wrongly()
    {
        Assert.Equal("relative", Json(Chart.Grid([Chart.DivergingBar(Cities.Net()), Chart.StackedBar(Cities.Emissions)])).GetProperty("layout").GetProperty("barmode").GetString());
        var error = Assert.Throws<CarbonCompException>(() => Chart.Grid([Chart.GroupedBar(Cities.Gdp), Chart.StackedBar(Cities.Emissions)]));
        Assert.Contains("group, relative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Small_multiples_share_one_scale()
    {
        var figure = Chart.SmallMultiples([Cities.Net(), new("half", Cities.Regions, Cities.Net().Values * 0.5, Unit.TonneCO2, ValueStatus.Constructed)]);
        var layout = Json(figure).GetProperty("layout");
        Assert.Equal(layout.GetProperty("xaxis").GetProperty("range").ToString(), layout.GetProperty("xaxis2").GetProperty("range").ToString());
    }
}
