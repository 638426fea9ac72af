using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Formats.Tests;

public class AsciiGridTests
{
    private static readonly RasterCoordinates Metre = RasterCoordinates.Plane;

    [Fact]
    public void Rows_run_from_north_to_south_and_missing_cells_have_no_value()
    {
        using var file = new TemporaryFile("grid.asc", "NCOLS 3\nNROWS 2\nXLLCORNER 100\nYLLCORNER -50\nCELLSIZE 10\nNODATA_VALUE -1\n1 2 3\n  4\t-1 6\r\n");
        var grid = AsciiGrid.Read(file.Path, Metre);
        Assert.Equal((2, 3, 10.0, 100.0, -50.0), (grid.Frame.Rows, grid.Frame.Columns, grid.Frame.CellWidth, grid.Frame.West, grid.Frame.South));
        Assert.Equal(3, grid[0, 2]);
        Assert.True(double.IsNaN(grid[1, 1]));
        Assert.Equal(1e-4, grid.Frame.CellArea(0, 0), 15);
    }

    [Fact]
    public void Corner_given_by_a_cells_centre_is_moved_half_a_cell()
    {
        using var file = new TemporaryFile("grid.asc", "ncols 1\nnrows 1\nxllcenter 100\nyllcenter 50\ncellsize 10\n7\n");
        var grid = AsciiGrid.Read(file.Path, Metre);
        Assert.Equal((95.0, 45.0), (grid.Frame.West, grid.Frame.South));
    }

    [Fact]
    public void Values_may_be_broken_into_lines_anywhere()
    {
        using var file = new TemporaryFile("grid.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1\n2 3\n\n4 ");
        Assert.Equal([1, 2, 3, 4], AsciiGrid.Read(file.Path, Metre).Cells);
    }

    [Theory]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\n1 2\n", "no cellsize")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 0\n1 2\n", "cellsize is 0")]
    [InlineData("ncols 2.5\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n", "ncols is 2.5")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1\n", "it is too short")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1   \n", "ends after 1 values")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3\n", "line 7")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 forest\n", "line 6: \"forest\"")]
    [InlineData("ncols two\n", "line 1")]
    public void A_broken_file_is_refused_with_the_place(string content, string named)
    {
        using var file = new TemporaryFile("grid.asc", content);
        var message = Assert.ThrowsAny<CarbonCompException>(() => AsciiGrid.Read(file.Path, Metre)).Message;
        Assert.Contains(named, message, StringComparison.Ordinal);
        Assert.Contains("grid.asc", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Written_and_read_again_it_is_the_same() =>
        Prop.ForAll(Gen.Elements(0.1, -9999, 12345678.901, double.NaN, 1e-7).ArrayOf(6).ToArbitrary(), values =>
        {
            using var file = new TemporaryFile("grid.asc");
            var cells = new double[2, 3];
            for (var i = 0; i < 6; i++) cells[i / 3, i % 3] = values[i];
            var grid = new RasterGrid(new("g", 2, 3, 1.25, 54, 30.5, 30.5, Metre), cells);
            AsciiGrid.Write(grid, file.Path);
            var back = AsciiGrid.Read(file.Path, Metre);
            back.Frame.RequireCellsOf(grid.Frame);
            return back.Cells.SequenceEqual(grid.Cells);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rasters_of_other_cells_are_told_apart()
    {
        static RasterFrame Frame(int columns, double side, double west) => new("a", 2, columns, west, 20, side, side, Metre);
        var frame = Frame(2, 10, 0);
        frame.RequireCellsOf(Frame(2, 10, 1e-6));
        foreach (var other in new[] { Frame(3, 10, 0), Frame(2, 10.1, 0), Frame(2, 10, 5),
            new RasterFrame("a", 2, 2, 0, 20, 10, 10, RasterCoordinates.LongitudeLatitude) })
            Assert.Throws<CarbonCompException>(() => frame.RequireCellsOf(other));
    }

    [Fact]
    public void A_projection_file_says_the_coordinate_system_and_without_it_the_caller_must()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("grid.asc");
        File.WriteAllText(path, "ncols 1\nnrows 1\nxllcorner 500000\nyllcorner 4000000\ncellsize 30\n7\n");
        Assert.Contains("AsciiGrid.Open(path, RasterCoordinates", Assert.Throws<DataException>(() => AsciiGrid.Open(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(folder.File("grid.prj"), """
            PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],
            UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],
            PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]
            """);
        using var grid = AsciiGrid.Open(path);
        Assert.Equal(32650, grid.Frame.Coordinates.Epsg);
        File.WriteAllText(folder.File("grid.prj"), File.ReadAllText(folder.File("grid.prj"))
            .Replace("WGS_1984\",6378137.0,298.257223563", "Krasovsky_1940\",6378245.0,298.3",
            StringComparison.Ordinal));
        Assert.Contains("Krasovsky_1940", Assert.Throws<DataException>(() => AsciiGrid.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_across_bands_have_the_values_of_the_whole()
    {
        using var file = new TemporaryFile("grid.asc");
        var cells = new double[500, 700];
        for (var i = 0; i < cells.Length; i++) cells[i / 700, i % 700] = i * 0.25;
        AsciiGrid.Write(new RasterGrid(new("g", 500, 700, 0, 0, 1, 1, Metre), cells), file.Path);
        using var grid = AsciiGrid.Open(file.Path, Metre);
        Assert.InRange(grid.BlockRows, 2, 200);
        var window = new RasterWindow(85, 350, 220, 340);
        var values = new double[window.Cells];
        grid.Read(window, values);
        for (var i = 0; i < values.Length; i++) Assert.Equal(cells[85 + i / 340, 350 + i % 340], values[i]);
    }

    [Fact]
    public void A_tampered_file_ends_in_a_clear_exception_or_in_values()
    {
        using var folder = new TemporaryFolder();
        var (path, random, refused) = (folder.File("grid.asc"), new Random(16), 0);
        File.WriteAllText(path, "ncols 6\nnrows 5\nxllcorner 0\nyllcorner 0\ncellsize 1\nNODATA_value -9\n"
            + string.Join('\n', Enumerable.Range(0, 5).Select(r => string.Join(' ', Enumerable.Range(0, 6).Select(c => r * c - 0.5)))) + "\n");
        var whole = File.ReadAllBytes(path);
        for (var n = 0; n < 10_000; n++)
        {
            var bytes = n % 4 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (n % 4 != 0) for (var i = 0; i < 2; i++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(path, bytes);
            try { AsciiGrid.Read(path, Metre); }
            catch (CarbonCompException wrong)
            {
                refused++;
                Assert.Contains("grid.asc", wrong.Message, StringComparison.Ordinal);
            }
        }
        Assert.InRange(refused, 5_000, 10_000);
    }
}
