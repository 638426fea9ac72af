using System.Text.Json.Nodes;

namespace CarbonComp.Formats.Tests;

public class GeoTiffWriterTests
{
    public static TheoryData<string> Systems() => ["degrees", "utm", "mercator", "albers", "lambert"];

    [Theory]
    [MemberData(nameof(Systems))]
    public void What_is_written_is_read_again_in_its_place(string system)
    {
        using var folder = new TemporaryFolder();
        var coordinates = Coordinates(system);
        var frame = new RasterFrame("map", 300, 520, system == "degrees" ? 110 : 400_000, system == "degrees" ? 40 : 4_000_000, 0.01, 0.01, coordinates);
        var values = Values(300, 520);
        GeoTiff.Write(LabelledRaster.Densities(new RasterGrid(frame, values), "density", Unit.Parse("person/km2"), ValueStatus.Statistic),
            folder.File("d.tif"));
        using var back = GeoTiff.Open(folder.File("d.tif"));
        Assert.Equal((256, 256), (back.BlockRows, back.BlockColumns));
        Assert.True(frame.HasCellsOf(back.Frame), back.Frame.Coordinates.Name);
        Assert.Equal(values.Cast<double>().Select(v => (double)(float)v), RasterGrid.Of(back).Cells);
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void GDAL_reads_place_projection_values_and_colours(string system)
    {
        using var folder = new TemporaryFolder();
        var frame = new RasterFrame("map", 70, 300, system == "degrees" ? 10 : 400_000, system == "degrees" ? 40 : 4_000_000, 0.5, 0.25, Coordinates(system));
        var values = new double[70, 300];
        for (var i = 0; i < values.Length; i++) values[i / 300, i % 300] = i % 11 == 10 ? double.NaN : i % 11;
        GeoTiff.Write(LabelledRaster.Classes(new RasterGrid(frame, values), "cover", ValueStatus.Statistic), folder.File("c.tif"),
            new Dictionary<int, string> { [3] = "#C0392B" });
        var read = JsonNode.Parse(Gdal.Run("gdal_describe.py", folder.File("c.tif")))!;
        Assert.Equal([frame.West, frame.CellWidth, 0, frame.North, 0, -frame.CellHeight], read["transform"]!.AsArray().Select(v => (double)v!));
        Assert.Equal(system switch { "degrees" => "4326", "utm" => "32650", "mercator" => "3857", "albers" => "Albers_Conic_Equal_Area", _ =>
            "Lambert_Azimuthal_Equal_Area" },
            (string?)read["system"]);
        Assert.Equal([192, 57, 43], read["color3"]!.AsArray().Take(3).Select(v => (int)v!));
        Assert.Equal((255.0, "DEFLATE"), ((double)read["nodata"]!, (string?)read["compression"]));
        Assert.Equal(values.Cast<double>().Select(v => double.IsNaN(v) ? 255 : v), read["values"]!.AsArray().Select(v => (double)v!));
    }

    [Fact]
    public void Classes_without_colours_keep_large_numbers_and_what_cannot_be_written_leaves_no_file()
    {
        using var folder = new TemporaryFolder();
        var frame = new RasterFrame("map", 1, 3, 110, 40, 0.1, 0.1, RasterCoordinates.LongitudeLatitude);
        var codes = LabelledRaster.Classes(new RasterGrid(frame, new[,] { { 130100, -5, double.NaN } }), "codes", ValueStatus.Statistic);
        GeoTiff.Write(codes, folder.File("z.tif"));
        using (var back = GeoTiff.Open(folder.File("z.tif"))) Assert.Equal([130100, -5, double.NaN], RasterGrid.Of(back).Cells);
        Assert.Contains("row 1, column 1: 130100", Refusal(() => GeoTiff.Write(codes, folder.File("c.tif"), new Dictionary<int, string>())),
            StringComparison.Ordinal);
        Assert.Contains("cannot state", Refusal(() => GeoTiff.Write(LabelledRaster.Classes(new RasterGrid(new("map", 1, 1, 0, 0, 1, 1, RasterCoordinates.Plane),
            new double[,] { { 1 } }), "plane", ValueStatus.Statistic), folder.File("p.tif"))), StringComparison.Ordinal);
        Assert.Equal([folder.File("z.tif")], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_world_file_and_a_projection_file_say_what_the_TIFF_does_not()
    {
        using var folder = new TemporaryFolder();
        new GeoTiffFile(4, 6, BitMiracle.LibTiff.Classic.SampleFormat.UINT, 8) { Scale = [], Tie = [], Keys =
            [1, 1, 0, 0] }.Write(folder.File("a.tif"), (_, _) => 1);
        Assert.Contains("no georeference", Refusal(() => GeoTiff.Open(folder.File("a.tif"))), StringComparison.Ordinal);
        File.WriteAllLines(folder.File("a.tfw"), ["0.5", "0", "0", "-0.25", "100.25", "39.875"]);
        File.WriteAllText(folder.File("a.prj"), """
            GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],
            UNIT["Degree",0.0174532925199433]]
            """);
        using var raster = GeoTiff.Open(folder.File("a.tif"));
        Assert.Equal((100.0, 40.0, true), (raster.Frame.West, raster.Frame.North, raster.Frame.Coordinates.IsDegrees));
    }

    private static RasterCoordinates Coordinates(string system) => system switch
    {
        "degrees" => RasterCoordinates.LongitudeLatitude,
        "utm" => RasterCoordinates.Utm(50, true),
        "mercator" => RasterCoordinates.WebMercator,
        "albers" => RasterCoordinates.EqualArea(new(105, 25, 47), new(105, 0), 500, 100),
        _ => RasterCoordinates.EqualArea(EqualAreaProjection.About(new(110, 35)), new(110, 35)),
    };

    private static double[,] Values(int rows, int columns)
    {
        var values = new double[rows, columns];
        for (var i = 0; i < values.Length; i++) values[i / columns, i % columns] = i % 13 == 0 ? double.NaN : i * 0.37;
        return values;
    }

    private static string Refusal(Action wrong) => Assert.ThrowsAny<CarbonCompException>(wrong).Message;
}
