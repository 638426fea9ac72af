namespace CarbonComp.Regions;

/// <summary>A raster in memory.</summary>
public sealed class RasterGrid : IRaster
{
    private readonly double[] cells;

    /// <summary>Creates the raster from values in rows from north to south, <see cref="double.NaN"/> where there is none.</summary>
    /// <exception cref="CarbonCompException">Another number of rows or columns than the frame has.</exception>
    public RasterGrid(RasterFrame frame, double[,] values) : this(frame, [.. values.Cast<double>()])
    {
        if ((frame.Rows, frame.Columns) != (values.GetLength(0), values.GetLength(1)))
            throw new CarbonCompException($"{frame.Name} has {frame.Rows} × {frame.Columns} cells, the values are {values.GetLength(0)} × "
                + $"{values.GetLength(1)}. Give a value for each cell.");
    }

    internal RasterGrid(RasterFrame frame, double[] cells) => (Frame, this.cells) = (frame, cells);

    /// <summary>Reads all cells of a raster into memory.</summary>
    /// <exception cref="CarbonCompException">More than two hundred million cells.</exception>
    public static RasterGrid Of(IRaster raster, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var frame = raster.Frame;
        if ((long)frame.Rows * frame.Columns > 200_000_000) throw new CarbonCompException($"{frame.Name} has {frame.Rows} × {frame.Columns} cells, too many "
            + "to hold in memory. Take an overview of it, or sums by region, which read it by blocks.");
        var cells = new double[frame.Rows * frame.Columns];
        BlockPass.Run(raster, (window, values) =>
        {
            for (var row = 0; row < window.Rows; row++)
                values.AsSpan(row * window.Columns, window.Columns).CopyTo(cells.AsSpan((window.Row + row) * frame.Columns + window.Column));
        }, progress, cancellation);
        return new(frame, cells);
    }

    /// <inheritdoc/>
    public RasterFrame Frame { get; }

    /// <inheritdoc/>
    public int BlockRows => Math.Clamp((1 << 18) / Frame.Columns, 1, Frame.Rows);

    /// <inheritdoc/>
    public int BlockColumns => Frame.Columns;

    /// <summary>The value of a cell, counted from 0 in the north-west; <see cref="double.NaN"/> where there is none.</summary>
    public double this[int row, int column] => cells[row * Frame.Columns + column];

    /// <summary>The values, row by row from the north; <see cref="double.NaN"/> where there is none.</summary>
    public IReadOnlyList<double> Cells => cells;

    /// <inheritdoc/>
    public void Read(RasterWindow window, Span<double> values)
    {
        window.Require(Frame, values.Length);
        for (var row = 0; row < window.Rows; row++)
            cells.AsSpan((window.Row + row) * Frame.Columns + window.Column, window.Columns).CopyTo(values[(row * window.Columns)..]);
    }
}
