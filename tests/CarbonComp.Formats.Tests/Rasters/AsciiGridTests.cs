using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Formats.Tests;

public class AsciiGridTests
{
    private static readonly Unit Metre = Unit.Parse("m");

    [Fact]
    public void Rows_run_from_north_to_south_and_missing_cells_have_no_value()
    {
        using var file = new TemporaryFile("grid.asc", "NCOLS 3\nNROWS 2\nXLLCORNER 100\nYLLCORNER -50\nCELLSIZE 10\nNODATA_VALUE -1\n1 2 3\n  4\t-1 6\r\n");
        var grid = AsciiGrid.Read(file.Path, Metre);
        Assert.Equal((2, 3, 10.0, 100.0, -50.0), (grid.Rows, grid.Columns, grid.CellSize, grid.West, grid.South));
        Assert.Equal(3, grid[0, 2]);
        Assert.True(double.IsNaN(grid[1, 1]));
        Assert.Equal(1e-4, grid.CellArea, 15);
    }

    [Fact]
    public void Corner_given_by_a_cells_centre_is_moved_half_a_cell()
    {
        using var file = new TemporaryFile("grid.asc", "ncols 1\nnrows 1\nxllcenter 100\nyllcenter 50\ncellsize 10\n7\n");
        var grid = AsciiGrid.Read(file.Path, Metre);
        Assert.Equal((95.0, 45.0), (grid.West, grid.South));
    }

    [Fact]
    public void Values_may_be_broken_into_lines_anywhere()
    {
        using var file = new TemporaryFile("grid.asc", "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1\n2 3\n\n4 ");
        Assert.Equal([1, 2, 3, 4], AsciiGrid.Read(file.Path, Metre).Cells);
    }

    [Theory]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\n1 2\n", "no cellsize")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 0\n1 2\n", "cell size")]
    [InlineData("ncols 2.5\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n", "ncols is 2.5")]
    [InlineData("ncols 2\nnrows 1\nxllcorner 0\nyllcorner 0\ncellsize 1\n1\n", "ends after 1 values")]
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
            var grid = new RasterGrid("g", cells, 30.5, Metre, 1.25, -7);
            AsciiGrid.Write(grid, file.Path);
            var back = AsciiGrid.Read(file.Path, Metre);
            back.RequireSameCells(grid);
            return back.Cells.SequenceEqual(grid.Cells);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rasters_of_other_cells_are_told_apart()
    {
        var grid = new RasterGrid("a", new double[2, 2], 10, Metre);
        Assert.Throws<CarbonCompException>(() => grid.RequireSameCells(new RasterGrid("b", new double[2, 3], 10, Metre)));
        Assert.Throws<CarbonCompException>(() => grid.RequireSameCells(new RasterGrid("b", new double[2, 2], 10.1, Metre)));
        Assert.Throws<CarbonCompException>(() => grid.RequireSameCells(new RasterGrid("b", new double[2, 2], 10, Metre, west: 5)));
        Assert.Throws<UnitException>(() => new RasterGrid("b", new double[2, 2], 10, Unit.Person));
    }
}
