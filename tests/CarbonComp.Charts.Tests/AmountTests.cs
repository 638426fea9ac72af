using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Charts.Tests;

/// <summary>Figures whose numbers must add up to the amounts that they stand for.</summary>
public sealed partial class AmountTests
{
    [Theory, InlineData(3), InlineData(12), InlineData(30), InlineData(200)]
    public void The_number_of_a_block_is_the_whole_amount_of_its_place(int top)
    {
        var flows = Cities.Transfers(Cities.Regions);
        var figure = CarbonChart.Sankey(flows, top);
        var sent = flows.RowSums().In("Mt CO2") - flows.Diagonal().In("Mt CO2");
        var used = flows.ColumnSums().In("Mt CO2") - flows.Diagonal().In("Mt CO2");
        var shown = figure.Layout.Annotations.Select(a => (Match: Number().Match(a.Text), Left: a.XAnchor == "right"))
            .Select(a => (Place: a.Match.Groups[1].Value, Amount: double.Parse(a.Match.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal),
                CultureInfo.InvariantCulture), a.Left)).ToArray();
        Assert.Contains(shown, s => s.Left && Cities.Regions.Labels.Contains(s.Place));
        foreach (var block in shown.Where(s => Cities.Regions.Labels.Contains(s.Place)))
            Assert.Equal((block.Left ? sent : used)[block.Place], block.Amount, 0.06);
        Assert.Equal(top < 150, shown.Any(s => s.Place == "other regions"));
        // Both sides hold the same sum, but for what flows from others to others, which is not drawn.
        if (top == 200) Assert.Equal(shown.Where(s => s.Left).Sum(s => s.Amount), shown.Where(s => !s.Left).Sum(s => s.Amount), 1.5);
    }

    [Fact]
    public void In_and_out_are_on_their_sides_and_the_mark_is_their_difference()
    {
        var into = Cities.Gdp.Named("in");
        var from = new LabelledVector("out", Cities.Regions, Cities.Gdp.Values * 0.4 + 1e11, Unit.Yuan, ValueStatus.Illustrative);
        var figure = CarbonChart.InOutBar(into, from, "balance");
        var (right, left) = (Assert.IsType<BarTrace>(figure.Traces[0]), Assert.IsType<BarTrace>(figure.Traces[1]));
        var marks = Assert.IsType<ScatterTrace>(figure.Traces[2]);
        Assert.All(left.X!.Numbers, v => Assert.True(v < 0));
        Assert.Equal(right.X!.Numbers.Zip(left.X.Numbers, (i, o) => i + o), marks.X!.Numbers, (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(marks.X.Numbers.OrderDescending(), marks.X.Numbers);
        Assert.Equal(ValueStatus.Illustrative, figure.Caption.Status);
        Assert.Contains("below zero", Assert.Throws<CarbonCompException>(() => CarbonChart.InOutBar(into, from * -1)).Message);
    }

    [Fact]
    public void Dots_stand_where_the_numbers_are_in_the_order_of_the_first_series()
    {
        var first = Cities.Emissions.RowSums().Named("emissions, first");
        var second = new LabelledVector("emissions, second", Cities.Regions, first.Values * 0.5, Unit.TonneCO2, ValueStatus.Illustrative);
        var figure = CarbonChart.Dots(first, second);
        var (one, two) = (Assert.IsType<ScatterTrace>(figure.Traces[1]), Assert.IsType<ScatterTrace>(figure.Traces[2]));
        Assert.Equal(first.In("Mt CO2").Values.OrderDescending(), one.X!.Numbers);
        Assert.Equal(one.X.Numbers.Select(v => v / 2), two.X!.Numbers);
        Assert.Equal(("emissions, first", "emissions, second"), (one.Name, two.Name));
    }

    [GeneratedRegex("^(.*?)  <b>(.*)</b>$")]
    private static partial Regex Number();
}
