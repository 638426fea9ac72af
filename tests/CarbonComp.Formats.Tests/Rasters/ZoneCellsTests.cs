using System.Security.Cryptography;
using BitMiracle.LibTiff.Classic;
using NetTopologySuite.Geometries;

namespace CarbonComp.Formats.Tests;

public class ZoneCellsTests
{
    private static readonly GeometryFactory Shapes = new();
    private static readonly CategoryAxis Classes = new("land class", "0", "1", "2", "3");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Class_areas_are_those_of_every_cell_asked_for_its_polygon(int seed)
    {
        using var folder = new TemporaryFolder();
        var random = new Random(seed);
        var values = new int[60, 80];
        for (var i = 0; i < values.Length; i++) values[i / 80, i % 80] = random.Next(5);
        new GeoTiffFile(60, 80, SampleFormat.UINT, 8) { Tile = 16, Packed = Compression.ADOBE_DEFLATE, NoData = "4" }
            .Write(folder.File("m.tif"), (r, c) => values[r, c]);
        using var raster = GeoTiff.Open(folder.File("m.tif"));
        Polygon[] polygons = [Star(random, 109, 33), Star(random, 121, 33), Star(random, 130, 33)];
        var map = Map(polygons);
        var areas = ZoneCells.Of(map, raster.Frame).ClassAreas(Cover(raster), Classes).Areas;
        var expected = new double[3, 4];
        for (var row = 0; row < 60; row++)
            for (var column = 0; column < 80; column++)
            {
                var centre = Shapes.CreatePoint(new Coordinate(100 + (column + 0.5) * 0.5, 40 - (row + 0.5) * 0.25));
                var zone = Array.FindIndex(polygons, p => p.Contains(centre));
                if (zone >= 0 && values[row, column] < 4) expected[zone, values[row, column]] += raster.Frame.CellArea(row, column);
            }
        for (var zone = 0; zone < 3; zone++) for (var c = 0; c < 4; c++) Assert.Equal(expected[zone, c], areas.Values[zone, c], 1e-6);
        Assert.Equal(ValueStatus.Illustrative, areas.Status);
    }

    [Fact]
    public void Neighbours_share_no_cell_and_leave_none()
    {
        // Borders run through centres of cells.
        var map = Map([Box(101.25, 110.25, 30.125, 36.125), Box(110.25, 120.25, 30.125, 36.125)]);
        var zones = ZoneCells.Of(map, Frame());
        Assert.Equal(0, zones.Shared);
        Assert.Equal((0, 1), (zones.ZoneAt(20, 19), zones.ZoneAt(20, 20)));
        Assert.Equal((-1, 0), (zones.ZoneAt(15, 5), zones.ZoneAt(16, 5)));
    }

    [Fact]
    public void Cells_of_a_band_of_latitude_have_the_area_of_the_ellipsoid()
    {
        var earth = new RasterFrame("earth", 180, 360, -180, 90, 1, 1, RasterCoordinates.LongitudeLatitude);
        // The surface of the WGS 84 ellipsoid.
        Assert.Equal(510_065_621.7, Enumerable.Range(0, 180).Sum(row => 360 * earth.CellArea(row, 0)), 1.0);
    }

    [Fact]
    public void Cells_of_UTM_and_Web_Mercator_have_their_area_on_the_ground()
    {
        // A kilometre-sized cell whose outline is measured in an equal-area projection about it.
        foreach (var coordinates in new[] { RasterCoordinates.Utm(50, true), RasterCoordinates.WebMercator })
        {
            var at = new GeoPoint(119, 40);
            var (x, y) = coordinates.Project(at);
            var near = 1e-3;
            var (east, north) = (coordinates.Project(new(at.Longitude + near, at.Latitude)), coordinates.Project(new(at.Longitude, at.Latitude + near)));
            var plane = Math.Abs((east.X - x) * (north.Y - y) - (east.Y - y) * (north.X - x));
            var ground = new RasterFrame("g", 1, 1, at.Longitude, at.Latitude + near, near, near, RasterCoordinates.LongitudeLatitude).CellArea(0, 0);
            var frame = new RasterFrame("m", 1, 1, x, y, 1000, 1000, coordinates);
            Assert.Equal(ground / plane * 1e6, frame.CellArea(0, 0), 2e-4);
        }
    }

    [Fact]
    public void Zones_on_a_projected_raster_have_the_area_of_their_outlines()
    {
        var map = Map([Box(116, 117, 39, 40), Box(117, 118.5, 39, 40)]);
        foreach (var coordinates in new[] { RasterCoordinates.Utm(50, true), RasterCoordinates.WebMercator,
            RasterCoordinates.EqualArea(new(105, 25, 47), new(105, 0)) })
        {
            var (x, y) = coordinates.Project(new(115, 41));
            var frame = new RasterFrame("f", 2000, 2400, x - 60_000, y + 60_000, 250, 250, coordinates);
            var zones = ZoneCells.Of(map, frame);
            for (var zone = 0; zone < 2; zone++)
            {
                var area = 0.0;
                for (var row = 0; row < 2000; row++)
                    for (var column = 0; column < 2400; column++) if (zones.ZoneAt(row, column) == zone) area += frame.CellArea(row, column);
                Assert.Equal(1, area / map.Areas.In("km2")[zone], 5e-3);
            }
        }
    }

    [Fact]
    public void Sums_and_means_are_weighted_as_they_say()
    {
        using var folder = new TemporaryFolder();
        new GeoTiffFile(60, 80, SampleFormat.IEEEFP, 32).Write(folder.File("d.tif"), (_, _) => 2);
        using var raster = GeoTiff.Open(folder.File("d.tif"));
        var found = ZoneCells.Of(Map([Box(101, 103, 30, 32)]), raster.Frame)
            .Summarize(LabelledRaster.Densities(raster, "density", Unit.Parse("person/km2"), ValueStatus.Statistic));
        Assert.Equal(2.0, found.Means.Values[0], 12);
        Assert.Equal(2 * found.Areas.Values[0], found.Totals.In("person")[0], 1e-6);
        var amounts = ZoneCells.Of(Map([Box(101, 103, 30, 32)]), raster.Frame)
            .Summarize(LabelledRaster.Amounts(raster, "people", Unit.Person, ValueStatus.Statistic));
        Assert.Equal(64.0, amounts.Totals.Values[0]);
        Assert.Equal(64 / amounts.Areas.Values[0], amounts.Means.In("person/km2")[0], 1e-12);
    }

    [Fact]
    public void A_raster_that_misses_a_region_or_holds_another_class_is_refused()
    {
        Assert.Contains("covers 50 % of R0", Refusal(() => ZoneCells.Of(Map([Box(99, 101, 30, 32)]), Frame())), StringComparison.Ordinal);
        Assert.Contains("No cell of f", Refusal(() => ZoneCells.Of(Map([Box(101.01, 101.02, 30.01, 30.02)]), Frame())), StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        new GeoTiffFile(60, 80, SampleFormat.UINT, 8).Write(folder.File("m.tif"), (r, c) => r == 33 && c == 3 ? 9 : 1);
        using var raster = GeoTiff.Open(folder.File("m.tif"));
        var zones = ZoneCells.Of(Map([Box(101, 103, 30, 32)]), raster.Frame);
        Assert.Contains("row 34, column 4: 9", Refusal(() => zones.ClassAreas(Cover(raster), Classes)), StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => zones.ClassAreas(Cover(raster), Classes, null, new CancellationToken(true)));
    }

    [Fact]
    public void Shipped_maps_are_those_that_the_package_lists()
    {
        var files = DataPackage.Load(CaseFolder.Path("rasters"))["files"];
        foreach (var (file, (size, hash)) in files.Texts("file").Zip(files.Texts("bytes").Zip(files.Texts("sha256"))))
        {
            var bytes = File.ReadAllBytes(Path.Combine(CaseFolder.Path("rasters"), file));
            Assert.Equal((size, hash), ($"{bytes.Length}", Convert.ToHexStringLower(SHA256.HashData(bytes))));
            using var raster = GeoTiff.Open(Path.Combine(CaseFolder.Path("rasters"), file));
            Assert.Equal((73.0, 54.0), (Math.Round(raster.Frame.West, 6), Math.Round(raster.Frame.North, 6)));
        }
    }

    // Both are MODIS: cells of 0.05° of 2019 against areas summed from finer cells, 2017 and 2020 the years around.
    [Fact]
    public void Class_areas_of_the_provinces_are_near_those_of_the_finer_map()
    {
        var maps = Path.Combine(CaseFolder.Path(".."), "environment", "node_modules", "echarts", "map", "json", "china.json");
        Assert.SkipUnless(File.Exists(maps), "Boundaries are not installed: run environment/run.sh first.");
        var data = DataPackage.Load(CaseFolder.Path("china-provinces"));
        var table = data["land-cover"].Where("year", "2020");
        var names = data["provinces"].Texts("name").Zip(data["provinces"].Texts("local_name"));
        var regions = new RegionAxis(names.Where(n => table.Texts("region").Contains(n.First)).Select(n => new Region(n.First, n.First, n.Second)));
        using var raster = GeoTiff.Open(Path.Combine(CaseFolder.Path("rasters"), "land-cover-2019.tif"));
        var legend = DataPackage.Load(CaseFolder.Path("rasters"))["igbp-classes"];
        var map = RegionMap.Of(regions, EchartsMap.Read(maps).Select(f => f with { Code = "" }), new EqualAreaProjection(105, 25, 47));
        var areas = ZoneCells.Of(map, raster.Frame).ClassAreas(Cover(raster), new("land class", legend.Texts("code"))).Areas;
        foreach (var kind in table.Texts("land_class").Distinct())
        {
            var (coarse, fine, apart) = (0.0, 0.0, 0.0);
            for (var i = 0; i < regions.Count; i++)
            {
                var here = Enumerable.Range(0, legend.Texts("code").Count).Where(c => legend.Texts("land_class")[c] == kind).Sum(c => areas.Values[i, c]);
                var there = Enumerable.Range(0, table.Texts("region").Count).Where(r => table.Texts("region")[r] == regions[i].Name
                    && table.Texts("land_class")[r] == kind).Sum(r => table.Numbers("value")[r]);
                (coarse, fine, apart) = (coarse + here, fine + there, apart + Math.Abs(here - there));
            }
// Classes of large areas: the total within 10 %, the provinces' differences within 15 % of it. Small classes lose to a cell's majority.
            if (kind is "Forest" or "Savanna" or "Grassland" or "Cropland" or "Barren")
            {
                Assert.InRange(coarse / fine, 0.9, 1.1);
                Assert.InRange(apart / fine, 0, 0.15);
            }
            else Assert.InRange(coarse / fine, 0.3, 1);
        }
    }

    private static string Refusal(Action wrong) => Assert.Throws<CarbonCompException>(wrong).Message;

    private static LabelledRaster Cover(IRaster raster) => LabelledRaster.Classes(raster, "land cover", ValueStatus.Statistic);

    private static RasterFrame Frame() => new("f", 60, 80, 100, 40, 0.5, 0.25, RasterCoordinates.LongitudeLatitude);

    private static RegionMap Map(Polygon[] polygons) => RegionMap.Of(new RegionAxis([.. polygons.Select((_, i) => new Region($"{i + 1}", $"R{i}"))]),
        polygons.Select((p, i) => new MapFeature($"R{i}", $"{i + 1}", p, "test")), status: ValueStatus.Illustrative);

    private static Polygon Box(double west, double east, double south, double north) =>
        Shapes.CreatePolygon([new(west, south), new(east, south), new(east, north), new(west, north), new(west, south)]);

    // A polygon with a ragged border and a hole.
    private static Polygon Star(Random random, double x, double y)
    {
        LinearRing Ring(double from, double to)
        {
            Coordinate[] corners = [.. Enumerable.Range(0, 17).Select(k => k * Math.PI * 2 / 17).Select(a => (a, r: from + (to - from) * random.NextDouble()))
                .Select(p => new Coordinate(x + p.r * Math.Cos(p.a), y + p.r * Math.Sin(p.a)))];
            return Shapes.CreateLinearRing([.. corners, corners[0]]);
        }
        return Shapes.CreatePolygon(Ring(2, 4.4), [Ring(0.5, 1.5)]);
    }
}
