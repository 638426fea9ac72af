using NetTopologySuite.Geometries;

namespace CarbonComp.Charts.Tests;

/// <summary>Maps of rasters: what is drawn, in which colours, and what is refused.</summary>
public sealed class RasterChartTests
{
    private static readonly RasterFrame Frame = new("f.tif", 40, 40, 100, 32, 0.05, 0.05, RasterCoordinates.LongitudeLatitude);
    private static readonly CategoryAxis Legend = CategoryAxis.Of("land class", [("1", "Forest", ""), ("2", "Urban", "")]);

    // The western half of the raster's square, and a strip that reaches over its northern edge.
    private static RegionMap Map(double north = 32)
    {
        MapFeature Box(string name, double west, double east) =>
            new(name, name, new GeometryFactory().ToGeometry(new Envelope(west, east, 30.5, north)), "test");
        return RegionMap.Of(RegionAxis.Of("A", "B"), [Box("A", 100, 100.5), Box("B", 100.5, 101)]);
    }

    private static LabelledRaster Cover(Func<int, int, double> value)
    {
        var cells = new double[40, 40];
        for (var r = 0; r < 40; r++) for (var c = 0; c < 40; c++) cells[r, c] = value(r, c);
        return LabelledRaster.Classes(new RasterGrid(Frame, cells), "land cover", ValueStatus.Statistic);
    }

    [Fact]
    public void Classes_have_the_colours_of_their_names_and_stand_in_the_legend_by_size()
    {
        var figure = RasterChart.Classes(Cover((_, c) => c < 15 ? 1 : 2), Map(), Legend);
        var key = figure.Traces.OfType<ScatterTrace>().Where(t => t.Marker?.Symbol == "square").ToArray();
        Assert.Equal(["Forest", "Urban"], key.Select(t => t.Name));
        Assert.Equal([LandColors.Of("forest")!.Value.ToString(), LandColors.Of("URBAN")!.Value.ToString()], key.Select(t => t.Marker!.Color!.Texts![0]));
        Assert.Contains("the most cells are Forest, Urban", figure.Summary, StringComparison.Ordinal);
        Assert.Contains("0.05°", figure.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", Assert.Single(figure.Layout.Images!).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void What_lies_outside_the_regions_is_not_drawn()
    {
        // Towns lie east of both regions alone.
        var figure = RasterChart.Classes(Cover((_, c) => c < 20 ? 1 : 2), Map(), Legend);
        Assert.Equal(["Forest"], figure.Traces.OfType<ScatterTrace>().Where(t => t.Marker?.Symbol == "square").Select(t => t.Name));
        Assert.Contains("Do the two lie in the same place?",
            Assert.Throws<CarbonCompException>(() => RasterChart.Classes(Cover((_, c) => c < 20 ? double.NaN : 1), Map(), Legend)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_reaches_over_the_rasters_edge_is_drawn_as_far_as_there_are_cells() =>
        Assert.Contains("Forest", RasterChart.Classes(Cover((_, _) => 1), Map(north: 33), Legend).Summary, StringComparison.Ordinal);

    [Fact]
    public void Amounts_are_drawn_on_a_square_kilometre_and_classes_only_as_classes()
    {
        var people = LabelledRaster.Amounts(new RasterGrid(Frame, Filled(500)), "people", Unit.Person,
            ValueStatus.Constructed);
        var figure = RasterChart.Values(people, Map());
        Assert.Contains("/km2", figure.Layout.Quantity!.Unit.Symbol, StringComparison.Ordinal);
        Assert.Contains("constructed", figure.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("RasterChart.Classes", Assert.Throws<CarbonCompException>(() => RasterChart.Values(Cover((_, _) => 1), Map())).Message,
            StringComparison.Ordinal);
        Assert.Contains("RasterChart.Values", Assert.Throws<CarbonCompException>(() => RasterChart.Classes(people, Map(), Legend)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_of_land_classes_have_the_colours_of_the_map()
    {
        var areas = new LabelledMatrix("area", RegionAxis.Of("A", "B"), new CategoryAxis("land class", "Forest", "Urban"),
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 2, 1), Unit.SquareKilometre, ValueStatus.Statistic);
        Assert.Equal([LandColors.Of("Forest")!.Value.ToString(), LandColors.Of("Urban")!.Value.ToString()],
            areas.ToStackedBar().Traces.OfType<BarTrace>().Select(t => t.Marker!.Color!.Texts![0]));
        Assert.Null(LandColors.Of("Moon"));
    }

    private static double[,] Filled(double value)
    {
        var cells = new double[40, 40];
        for (var i = 0; i < 1600; i++) cells[i / 40, i % 40] = value;
        return cells;
    }
}
