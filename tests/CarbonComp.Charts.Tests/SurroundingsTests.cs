using NetTopologySuite.Geometries;

namespace CarbonComp.Charts.Tests;

/// <summary>Areas around the regions of a map.</summary>
public sealed class SurroundingsTests
{
    private static MapFeature Square(string name, double west) => new(name, "",
        new Polygon(new LinearRing([new(west, 30), new(west + 2, 30), new(west + 2, 32), new(west, 32), new(west, 30)])), "squares");

    [Fact]
    public void Areas_without_figures_are_drawn_and_neither_named_nor_counted()
    {
        MapFeature[] areas = [Square("First", 100), Square("Second", 104), Square("Island", 108)];
        var regions = RegionAxis.Of("First", "Second");
        var map = RegionMap.Of(regions, areas).WithSurroundings(areas);
        Assert.Equal(["Island"], map.Surroundings.Select(s => s.Name));
        Assert.Equal(["Island"], map.Simplified(1).Surroundings.Select(s => s.Name));
        var (plain, around) = (CarbonChart.ChoroplethMap(RegionMap.Of(regions, areas), Values(regions)), CarbonChart.ChoroplethMap(map, Values(regions)));
        Assert.Equal(plain.Traces.Count + 1, around.Traces.Count);
        Assert.Equal(plain.Summary, around.Summary);
        Assert.True(around.Layout.XAxes[0].Range![1] > plain.Layout.XAxes[0].Range![1]);
    }

    private static LabelledVector Values(RegionAxis regions) => new("area", regions, [1.0, 2.0], Unit.One, ValueStatus.Illustrative);
}
