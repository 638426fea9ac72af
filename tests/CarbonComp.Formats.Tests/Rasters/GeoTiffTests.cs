using BitMiracle.LibTiff.Classic;

namespace CarbonComp.Formats.Tests;

public class GeoTiffTests
{
    public static TheoryData<SampleFormat, int, Compression, int, int, string> Layouts()
    {
        var all = new TheoryData<SampleFormat, int, Compression, int, int, string>();
        foreach (var (format, bits) in new[] { (SampleFormat.UINT, 8), (SampleFormat.INT, 8), (SampleFormat.UINT, 16), (SampleFormat.INT, 16),
            (SampleFormat.UINT, 32), (SampleFormat.INT, 32), (SampleFormat.IEEEFP, 32), (SampleFormat.IEEEFP, 64) })
            foreach (var packed in new[] { Compression.NONE, Compression.ADOBE_DEFLATE, Compression.LZW })
                foreach (var tile in new[] { 0, 16 })
                {
                    all.Add(format, bits, packed, 1, tile, "w");
                    if (packed != Compression.NONE && format != SampleFormat.IEEEFP) all.Add(format, bits, packed, 2, tile, "w");
                    if (packed != Compression.NONE && format == SampleFormat.IEEEFP) all.Add(format, bits, packed, 3, tile, "w");
                }
        all.Add(SampleFormat.INT, 16, Compression.ADOBE_DEFLATE, 1, 16, "wb");
        all.Add(SampleFormat.IEEEFP, 32, Compression.NONE, 1, 0, "wb");
        all.Add(SampleFormat.IEEEFP, 32, Compression.NONE, 1, 0, "w8");
        all.Add(SampleFormat.UINT, 8, Compression.LZW, 1, 16, "w8");
        return all;
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Every_layout_is_read(SampleFormat format, int bits, Compression packed, int predictor, int tile, string mode)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("map.tif");
        double Value(int row, int column) => (row * 7 + column * 3) % 100 - (format == SampleFormat.UINT ? 0 : 50) + (format == SampleFormat.IEEEFP ? 0.25 : 0);
        var none = Value(4, 5).ToString(System.Globalization.CultureInfo.InvariantCulture);
        new GeoTiffFile(21, 37, format, bits) { Packed = packed, Predictor = predictor, Tile = tile, Mode = mode, NoData = none }.Write(path, Value);
        var header = File.ReadAllBytes(path)[..4];
        Assert.Equal(mode switch { "wb" => "MM\0*", "w8" => "II+\0", _ => "II*\0" }, System.Text.Encoding.ASCII.GetString(header));
        using var raster = GeoTiff.Open(path);
        Assert.Equal((21, 37, 100.0, 40.0, 0.5, 0.25), (raster.Frame.Rows, raster.Frame.Columns, raster.Frame.West, raster.Frame.North,
            raster.Frame.CellWidth, raster.Frame.CellHeight));
        var cells = All(raster);
        for (var row = 0; row < 21; row++)
            for (var column = 0; column < 37; column++)
                Assert.Equal(Value(row, column) == Value(4, 5) ? double.NaN : Value(row, column), cells[row * 37 + column]);
    }

    [Theory]
    [InlineData(new short[] { 1, 1, 0, 2, 1024, 0, 1, 1, 3072, 0, 1, 2000 }, "EPSG:2000")]
    [InlineData(new short[] { 1, 1, 0, 2, 1024, 0, 1, 2, 2048, 0, 1, 4214 }, "EPSG:4214")]
    [InlineData(new short[] { 1, 1, 0, 0 }, "none is stated")]
    public void An_unknown_projection_is_refused_with_the_command(short[] keys, string named)
    {
        var message = Complaint(new GeoTiffFile(4, 4, SampleFormat.UINT, 8) { Keys = keys });
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Contains("gdalwarp -t_srs EPSG:4326", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_read_is_refused_with_the_command()
    {
        var plain = new GeoTiffFile(4, 4, SampleFormat.UINT, 8);
        Assert.Contains("no georeference", Complaint(plain with { Scale = [] }), StringComparison.Ordinal);
        Assert.Contains("rotated", Complaint(plain with { Scale = [], Tie = [], Matrix = [1, 0.1, 0, 0, 0.1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }),
            StringComparison.Ordinal);
        Assert.Contains("gdal_translate -b 1", Complaint(plain with { Bands = 3 }), StringComparison.Ordinal);
        Assert.Contains("PACKBITS", Complaint(plain with { Packed = Compression.PACKBITS }), StringComparison.Ordinal);
        Assert.Contains("not a number", Complaint(plain with { NoData = "none" }), StringComparison.Ordinal);
        Assert.Contains("no such file", Assert.Throws<DataException>(() => GeoTiff.Open("nowhere.tif")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_given_by_their_centres_are_moved_half_a_cell()
    {
        using var folder = new TemporaryFolder();
        new GeoTiffFile(4, 4, SampleFormat.UINT, 8) { Keys = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 2, 2048, 0, 1, 4326] }
            .Write(folder.File("a.tif"), (_, _) => 1);
        using var raster = GeoTiff.Open(folder.File("a.tif"));
        Assert.Equal((99.75, 40.125), (raster.Frame.West, raster.Frame.North));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(10)]
    public void Equal_area_projections_are_read_from_their_keys(short method)
    {
        using var folder = new TemporaryFolder();
        short[] keys = [1, 1, 0, 9, 1024, 0, 1, 1, 2048, 0, 1, 4326, 3072, 0, 1, 32767, 3075, 0, 1, method, 3078, unchecked((short)34736), 1, 0,
            3079, unchecked((short)34736), 1, 1, 3080, unchecked((short)34736), 1, 2, 3081, unchecked((short)34736), 1, 3, 3082, unchecked((short)34736), 1, 4];
        new GeoTiffFile(4, 4, SampleFormat.UINT, 8) { Keys = keys, Numbers = [25, 47, 105, 30, 500], Scale = [1000, 1000, 0] }
            .Write(folder.File("a.tif"), (_, _) => 1);
        using var raster = GeoTiff.Open(folder.File("a.tif"));
        var (x, y) = raster.Frame.Coordinates.Project(new(105, 30));
        Assert.Equal(500, x, 1e-6);
        Assert.Equal(0, y, 1e-6);
        Assert.Equal(1, raster.Frame.CellArea(0, 0), 1e-9);
    }

    [Fact]
    public void A_truncated_or_tampered_file_ends_in_a_clear_exception_or_in_values()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("map.tif");
        new GeoTiffFile(40, 40, SampleFormat.INT, 16) { Packed = Compression.ADOBE_DEFLATE, Predictor = 2, Tile = 16, NoData = "-1" }.Write(path, (r, c) =>
            r * c % 17);
        var whole = File.ReadAllBytes(path);
        var random = new Random(16);
        var refused = 0;
        for (var n = 0; n < 10_000; n++)
        {
            var bytes = n % 4 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (n % 4 != 0) for (var i = 0; i < 3; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes);
            try
            {
                using var raster = GeoTiff.Open(path);
                // A tampered header may claim many cells.
                var window = new RasterWindow(0, 0, Math.Min(raster.Frame.Rows, 100), Math.Min(raster.Frame.Columns, 100));
                raster.Read(window, new double[window.Cells]);
                Assert.NotEqual(0, n % 4);
            }
            catch (CarbonCompException wrong)
            {
                refused++;
                Assert.Contains("map.tif", wrong.Message, StringComparison.Ordinal);
            }
        }
        Assert.InRange(refused, 4_000, 10_000);
    }

    private static double[] All(GeoTiff raster)
    {
        return [.. RasterGrid.Of(raster).Cells];
    }

    private static string Complaint(GeoTiffFile file)
    {
        using var folder = new TemporaryFolder();
        file.Write(folder.File("map.tif"), (_, _) => 1);
        return Assert.Throws<DataException>(() => GeoTiff.Open(folder.File("map.tif"))).Message;
    }
}
