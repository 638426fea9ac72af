using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Charts.Tests;

/// <summary>A price of zero gives an empty figure, and what is owed is to the right in every figure.</summary>
public sealed class NothingFlowsTests
{
    private static readonly LabelledMatrix Zeros = new("payments", Cities.Regions, Cities.Regions, Matrix<double>.Build.Dense(13, 13), Unit.Yuan,
        ValueStatus.Illustrative);

    [Fact]
    public void A_Sankey_of_zeros_says_that_nothing_flows()
    {
        var figures = new[] { CarbonChart.Sankey(Zeros), CarbonChart.Sankey("payments", Unit.Yuan, ValueStatus.Illustrative, [new("a", "b", 0)]) };
        Assert.All(figures, figure => Assert.StartsWith("Nothing flows", figure.Caption.ToString(), StringComparison.Ordinal));
        Assert.All(figures, figure => Assert.NotEmpty(figure.ToJson()));
    }

    [Fact]
    public void A_flow_map_of_zeros_shows_the_map_and_says_so()
    {
        var outline = MapOf(Cities.Regions);
        var figure = CarbonChart.FlowMap(outline, Zeros);
        Assert.StartsWith("Nothing flows", figure.Caption.ToString(), StringComparison.Ordinal);
        Assert.Contains("nothing flows", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_without_a_zone_is_grey()
    {
        var regions = new RegionAxis(Cities.Regions.Append(new Region("999999", "Nowhere")));
        var figure = Gallery.Zones().ToZoneMap(MapOf(regions));
        Assert.Contains("no value: Nowhere", figure.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Stacked_bars_can_be_in_the_order_of_their_sums()
    {
        var ranked = Cities.Emissions.RowSums().Ranked();
        var sorted = Cities.Emissions.ForRows(new RegionAxis(ranked.Select(name => Cities.Regions[Cities.Regions.IndexOf(name)])));
        Assert.Equal(CarbonChart.StackedBar(sorted).ToJson(), CarbonChart.StackedBar(Cities.Emissions, Order.Descending).ToJson());
    }

    [Fact]
    public void A_deficit_is_to_the_right_and_a_surplus_to_the_left()
    {
        var regions = RegionAxis.Of("Emits for others", "Others emit for it");
        var transfers = new TransferMatrix(regions, Matrix<double>.Build.DenseOfArray(new double[,] { { 5, 9 }, { 2, 5 } }),
            new(Vector<double>.Build.Dense(2)), ValueStatus.Illustrative);
        var bars = CarbonGainsAndLosses.Of(transfers, new("sinks", regions, [1, 1], Unit.TonneCO2, ValueStatus.Illustrative)).ToInterRegionalBars();
        string?[] names = [.. bars.Traces.OfType<BarTrace>().Select(t => t.Name)];
        Assert.Contains("deficit, owes", names);
        Assert.Contains("surplus, is owed", names);
        Assert.Contains("highest Others emit for it 7", bars.Summary, StringComparison.Ordinal);
    }

    private static RegionMap MapOf(RegionAxis regions) =>
        RegionMap.Of(regions, regions.Select((r, i) => new MapFeature(r.Name, r.Code, Square(110 + i, 30), "a drawing")));

    private static NetTopologySuite.Geometries.Polygon Square(double east, double north) =>
        new(new([new(east, north), new(east + 0.9, north), new(east + 0.9, north + 1), new(east, north + 1), new(east, north)]));
}
