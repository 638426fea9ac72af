namespace CarbonComp.Regions;

/// <summary>A rectangle of cells of a raster.</summary>
/// <param name="Row">The first row, from 0 in the north.</param>
/// <param name="Column">The first column, from 0 in the west.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Columns">The number of columns.</param>
public readonly record struct RasterWindow(int Row, int Column, int Rows, int Columns)
{
    /// <summary>The number of cells.</summary>
    public int Cells => checked(Rows * Columns);

    /// <summary>Refuses a window that reaches over the edge, or a place for fewer values than it has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Either.</exception>
    public void Require(RasterFrame frame, int places)
    {
        if (Row < 0 || Column < 0 || Rows < 1 || Columns < 1 || Row > frame.Rows - Rows || Column > frame.Columns - Columns)
            throw new ArgumentOutOfRangeException(nameof(frame), this, $"{frame.Name} has {frame.Rows} rows and {frame.Columns} columns.");
        ArgumentOutOfRangeException.ThrowIfLessThan(places, Cells);
    }
}
