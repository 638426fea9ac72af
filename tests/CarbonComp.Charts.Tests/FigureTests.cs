using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using CarbonComp.InputOutput;

namespace CarbonComp.Charts.Tests;

/// <summary>Figures as plotly's JSON: names of its schema, units, status, escaping.</summary>
public sealed class FigureTests
{
    private static JsonElement Json(CarbonFigure figure) => JsonDocument.Parse(figure.ToJson()).RootElement;

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        _ => [],
    };

    private static LabelledVector Two(string first, string second = "Tianjin", Unit? unit = null) =>
        new("emissions", RegionAxis.Of(first, second), [1.5e6, -2e5], unit ?? Unit.TonneCO2, ValueStatus.Constructed);

    [Fact]
    public void Figures_of_transfers_carry_the_stressor_and_its_unit()
    {
        var transfers = Gallery.Results().Transfers with { Stressor = new("jobs", Unit.Person) };
        foreach (var figure in new[] { transfers.ToHeatmap(), transfers.ToSankey(), transfers.ToDivergingBar() })
        {
            var texts = Strings(Json(figure)).Where(t => t.Length < 200 && !t.StartsWith("carboncomp-", StringComparison.Ordinal)).ToArray();
            Assert.Contains(texts, t => t.Contains("persons", StringComparison.Ordinal));
            Assert.DoesNotContain(texts, t => t.Contains("CO2", StringComparison.Ordinal) || t.Contains("carbon", StringComparison.OrdinalIgnoreCase)
                || t.Contains("emit", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void A_fund_stands_once_between_payers_and_paid_and_what_enters_it_leaves_it()
    {
        var fund = Gallery.Results().Fund;
        var labels = fund.ToSankey().Layout.Annotations.Select(n => n.Text).ToArray();
        Assert.Single(labels, l => l.StartsWith("Fund  ", StringComparison.Ordinal));
        Assert.Single(labels, l => l.StartsWith(fund.FundBalance < 0 ? "Added by the fund" : "Kept by the fund", StringComparison.Ordinal));
        Assert.Equal(fund.Regions.Labels.Count(r => fund.Net[r] != 0) + 2, labels.Length);
    }

    public static TheoryData<string> Names => [.. Gallery.WithoutMap().Select(g => g.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Axes_and_colour_bars_of_numbers_carry_their_unit(string name)
    {
        var figure = Gallery.WithoutMap().Single(g => g.Name == name).Figure;
        var layout = Json(figure).GetProperty("layout");
        var axes = figure.Layout.XAxes.Select((a, i) => ("xaxis", i, a)).Concat(figure.Layout.YAxes.Select((a, i) => ("yaxis", i, a))).ToArray();
        foreach (var (kind, i, axis) in axes.Where(a => a.a.Quantity is not null))
            Assert.EndsWith(Label.IsPure(axis.Quantity!.Unit) ? axis.Quantity.Name[1..] : $"({axis.Quantity.Unit.Symbol})",
                layout.GetProperty(i == 0 ? kind : $"{kind}{i + 1}").GetProperty("title").GetProperty("text").GetString());
        foreach (var map in figure.Traces.OfType<HeatmapTrace>())
            Assert.Matches(@"\((Mt|kt|t) CO2\)$", map.ColorBar!.Title!.Text);
        // Every figure says its unit somewhere: on an axis, at a key or in its title.
        Assert.True(axes.Any(a => a.a.Quantity is not null) || figure.Traces.OfType<HeatmapTrace>().Any()
            || figure.Layout.Quantity is { } q && figure.Layout.Title!.Words.EndsWith($"({q.Unit.Symbol})", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Names))]
    public void Caption_says_whether_values_were_observed(string name)
    {
        var figure = Gallery.WithoutMap().Single(g => g.Name == name).Figure;
        var texts = Json(figure).GetProperty("layout").GetProperty("annotations").EnumerateArray()
            .Select(a => a.GetProperty("text").GetString()!.Replace("<br>", " ")).ToArray();
        Assert.Contains(texts, t => t.Contains(figure.Caption.Status.Caption(), StringComparison.Ordinal));
        Assert.Contains(figure.Caption.Status.Caption(), figure.ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Names))]
    public void Same_values_give_the_same_json(string name) =>
        Assert.Equal(Gallery.WithoutMap().Single(g => g.Name == name).Figure.ToJson(), Gallery.WithoutMap().Single(g => g.Name == name).Figure.ToJson());

    [Fact]
    public void Bars_have_the_names_of_plotlys_schema()
    {
        var json = Json(CarbonChart.Bar(Cities.Gdp));
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
        var figure = CarbonChart.Bar(Cities.Gdp);
        Assert.Equal("billion yuan", figure.Layout.XAxes[0].Quantity!.Unit.Symbol);
        Assert.Contains("3\u202f610", figure.Traces.OfType<BarTrace>().Single().Text!.Texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public void New_axis_title_keeps_the_unit() =>
        Assert.Equal("Value added (billion yuan)", Json(CarbonChart.Bar(Cities.Gdp).WithXAxisTitle("value added"))
            .GetProperty("layout").GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());

    [Fact]
    public void Labels_from_data_reach_neither_html_nor_plotlys_tags()
    {
        const string Evil = "<b>&</script><script>alert(1)</script>";
        foreach (var figure in new[] { CarbonChart.Bar(Two(Evil)), CarbonChart.DivergingBar(Two(Evil)).WithTitle(Evil),
            CarbonChart.Heatmap(new(Evil, RegionAxis.Of(Evil, "b"), RegionAxis.Of(Evil, "b"),
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 2, 1), Unit.Yuan, ValueStatus.Illustrative)),
                CarbonChart.Sankey(Evil, Unit.Yuan, ValueStatus.Illustrative, [new(Evil, "b", 1)]) })
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
        var html = CarbonChart.Bar(Two(name)).WithTitle(text.Get).ToHtml(library: false);
        return html.Split("</script>").Length == 3 && html.Split("<script").Length == 3;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sankey_says_what_it_leaves_out()
    {
        var regions = RegionAxis.Of("a", "b", "c");
        var figure = CarbonChart.Sankey(new LabelledMatrix("carbon", regions, regions,
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(new double[,] { { 20, 50, 6 }, { 30, 0, 4 }, { 10, 0, 0 } }),
            Unit.MegatonneCO2, ValueStatus.Constructed), top: 2);
        Assert.Equal("The 2 largest of 5 flows are drawn; the others are 20 % of their sum. What stays in its own region is left out (16.7 % of everything). "
            + "Grey: what the regions shown send and receive by smaller flows, so that each number is a whole amount. Values: constructed, not observed.",
            figure.Caption.ToString().Replace("20.0 %", "20 %", StringComparison.Ordinal));
        // Two flows, what a and b send to c, what a receives from c; two places on each side and the others.
        Assert.Equal(2 + 3 + 6, figure.Traces.Count);
    }

    [Fact]
    public void Sankey_refuses_flows_in_a_circle_and_below_zero()
    {
        var circle = Assert.Throws<CarbonCompException>(() =>
            CarbonChart.Sankey("carbon", Unit.TonneCO2, ValueStatus.Illustrative, [new("a", "b", 1), new("b", "a", 1)]));
        Assert.Contains("circle", circle.Message, StringComparison.Ordinal);
        var negative = Assert.Throws<CarbonCompException>(() => CarbonChart.Sankey("carbon", Unit.TonneCO2, ValueStatus.Illustrative, [new("a", "b", -1)]));
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
            return layout.Blocks.Select((b, i) =>
                Math.Abs(layout.Ribbons.Where(r => r.From == i || r.To == i).Sum(r => r.Thickness) - (b.Bottom - b.Top)) < 1e-6).All(ok => ok)
                && layout.Ribbons.All(r => Math.Abs(r.Thickness - r.Amount * scale) < 1e-9)
                && layout.Blocks.GroupBy(b => b.Stage)
                    .All(g => g.Select(b => (b.Top + b.Bottom) / 2).Order().ToArray() is var m && m.Zip(m.Skip(1)).All(p => p.Second - p.First >= 18.9))
                && layout.Blocks.All(b => b.Top >= -1e-6 && b.Bottom <= layout.Height + 1e-6);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Text_of_a_figure_says_what_a_reader_would_see()
    {
        var text = CarbonChart.DivergingBar(Cities.Net()).ToString();
        Assert.Contains("Net embodied imports", text, StringComparison.Ordinal);
        Assert.Contains("highest Beijing 98.1 Mt CO2, lowest Tangshan −152 Mt CO2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_of_different_units_are_not_combined()
    {
        var error = Assert.Throws<CarbonCompException>(() => CarbonChart.Combine(CarbonChart.Bar(Cities.Gdp), CarbonChart.Bar(Cities.Population)));
        Assert.Contains("different units", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contradiction_has_a_colour_of_its_own_and_what_cannot_be_checked_is_grey()
    {
        var verdicts = new CategoryAxis("verdict", "reproduced", "contradicted", "not checkable");
        LabelledMatrix Counts(CategoryAxis columns) => new("numbers", new CategoryAxis("section", "1"), columns,
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(1, columns.Count, 1), Unit.Parse("count"), ValueStatus.Paper);
        string[] Colors(CategoryAxis columns) => [.. Counts(columns).ToStackedBar().Traces.OfType<BarTrace>().Select(t => t.Marker!.Color!.Texts![0])];
        Assert.Equal([Theme.Receiver.ToString(), Theme.Payer.ToString(), "#9A9A9A"], Colors(verdicts));
        Assert.Equal(Theme.Series(0).ToString(), Colors(new CategoryAxis("verdict", "reproduced", "unheard of"))[0]);
    }

    [Fact]
    public void Grid_keeps_stacked_bars_stacked_and_refuses_what_it_would_draw_wrongly()
    {
        Assert.Equal("relative",
            Json(CarbonChart.Grid([CarbonChart.DivergingBar(Cities.Net()), CarbonChart.StackedBar(Cities.Emissions)]))
            .GetProperty("layout").GetProperty("barmode").GetString());
        var error = Assert.Throws<CarbonCompException>(() => CarbonChart.Grid([CarbonChart.GroupedBar(Cities.Gdp), CarbonChart.StackedBar(Cities.Emissions)]));
        Assert.Contains("group, relative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Logarithmic_axes_have_powers_of_ten_and_no_room_for_zero()
    {
        var cost = new LabelledVector("cost", Cities.Regions,
            Enumerable.Range(0, 13).Select(i => Math.Pow(3, i)), Unit.YuanPerTonneCO2, ValueStatus.Constructed);
        var axis = Json(CarbonChart.Point(Cities.Gdp, cost, yScale: AxisScale.Logarithmic)).GetProperty("layout").GetProperty("yaxis");
        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.InRange(axis.GetProperty("range")[0].GetDouble(), -2, 0);
        Assert.InRange(axis.GetProperty("range")[1].GetDouble(), Math.Log10(Math.Pow(3, 12)), 7);
        Assert.All(axis.GetProperty("tickvals").EnumerateArray(), t => Assert.Equal(Math.Log10(t.GetDouble()), Math.Round(Math.Log10(t.GetDouble())), 9));
        var error = Assert.Throws<CarbonCompException>(() =>
            CarbonChart.Point(Cities.Gdp, new("cost", Cities.Regions, cost.Values - 1, cost.Unit, cost.Status), yScale: AxisScale.Logarithmic));
        Assert.Contains("cost of Beijing is 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Subtitle_stands_under_the_title_and_is_escaped()
    {
        var figure = CarbonChart.Point(Cities.Gdp, Cities.Population).WithSubtitle("ρ < 0.5");
        var json = Json(figure).GetProperty("layout");
        Assert.Contains(json.GetProperty("annotations").EnumerateArray(), a => a.GetProperty("text").GetString() == "ρ &lt; 0.5");
        Assert.Contains("ρ < 0.5", figure.ToString(), StringComparison.Ordinal);
        Assert.True(json.GetProperty("margin").GetProperty("t").GetDouble() > Json(figure.WithSubtitle(""))
            .GetProperty("layout").GetProperty("margin").GetProperty("t").GetDouble());
        Assert.Equal("ρ < 0.5", figure.WithTitle("another").Layout.Title!.Subtitle);
    }

    [Fact]
    public void Names_of_points_keep_clear_of_texts_and_rather_of_lines()
    {
        (double, double, double)[] points = [(50, 50, 4)];
        Assert.Equal("middle right", LabelPlacement.Of(points, ["Tianjin"], 12, 200, 100).Single());
        Assert.Equal("middle left", LabelPlacement.Of(points, ["Tianjin"], 12, 200, 100, [(56, 40, 100, 60)]).Single());
        // A line through the middle moves the name above it; where every place is crossed the name stays.
        Assert.Equal("top center", LabelPlacement.Of(points, ["Tianjin"], 12, 200, 100, level: [50]).Single());
        Assert.Equal("middle right", LabelPlacement.Of(points, ["Tianjin"], 12, 200, 100, upright: [30, 50, 70], level: [30, 35, 45, 50, 55, 65, 70]).Single());
    }

    [Fact]
    public void Functional_zones_have_one_colour_each_and_their_thresholds_in_the_picture()
    {
        var zones = Gallery.Zones();
        var figure = zones.ToQuadrant();
        var colors = figure.Traces.OfType<ScatterTrace>().Single(t => t.PointNames is not null).Marker!.Color!.Texts;
        Assert.Equal(zones.Zones.Distinct().Count(), colors.Distinct().Count());
        Assert.Equal(zones.Zones.Distinct().Count(), zones.Zones.Zip(colors).Distinct().Count());
        Assert.Contains(figure.Layout.Shapes, s => s.Y0 == zones.Thresholds.SinkSupport && s.Y1 == s.Y0);
        Assert.Contains(figure.Layout.Shapes, s => s.X0 == zones.Thresholds.Contribution && s.X1 == s.X0);
        Assert.Contains("below 50 % of the regions' mean", figure.Caption.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Class_maps_refuse_classes_of_different_bounds_and_share_one_key()
    {
        var map = Cities.Map();
        var error = Assert.Throws<CarbonCompException>(() =>
            CarbonChart.ClassMaps(map, [FixedClasses.Classify(Cities.Gdp.In("billion yuan"), 100), FixedClasses.Classify(Cities.Gdp.In("billion yuan"), 200)]));
        Assert.Contains("below 100 billion yuan", error.Message, StringComparison.Ordinal);
        var keys = CarbonChart.ClassMaps(map, [MeanClasses.Classify(Cities.Gdp), MeanClasses.Classify(Cities.Population)])
            .Traces.Where(t => t.ShowLegend == true)
            .Select(t => t.Name);
        var years = CarbonChart.ClassMaps(map, [.. Enumerable.Range(0, 3).Select(k => MeanClasses.Classify(Cities.Gdp.Named($"GDP {2010 + 5 * k}")))]);
        Assert.True(years.Layout.Width <= 950, $"{years.Layout.Width} px do not fit a notebook's page");
        Assert.Equal(["150 % of the mean and above", "100–150 % of the mean", "50–100 % of the mean", "below 50 % of the mean"], keys);
    }

    [Fact]
    public void Small_multiples_share_one_scale()
    {
        var figure = CarbonChart.SmallMultiples([Cities.Net(), new("half", Cities.Regions, Cities.Net().Values * 0.5, Unit.TonneCO2, ValueStatus.Constructed)]);
        var layout = Json(figure).GetProperty("layout");
        Assert.Equal(layout.GetProperty("xaxis").GetProperty("range").ToString(), layout.GetProperty("xaxis2").GetProperty("range").ToString());
    }
}
