using System.Buffers;

namespace CarbonComp.Regions;

// Groups of cells as one cell, in memory.
internal static class RasterOverview
{
    public static (RasterGrid Grid, int Group) Of(IRaster raster, int most, CellMeaning meaning, IProgress<double>? progress, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var frame = raster.Frame;
        var group = 1;
        // Powers of two fit into blocks, which are read once then.
        while (Math.Max(frame.Rows, frame.Columns) > (long)group * most) group *= 2;
        if (group == 1) return (RasterGrid.Of(raster, progress, cancellation), 1);
        var (rows, columns) = ((frame.Rows + group - 1) / group, (frame.Columns + group - 1) / group);
        var cells = new double[rows * columns];
        var high = (Math.Max(group, raster.BlockRows) + group - 1) / group * group;
        var (bands, done, order) = ((frame.Rows + high - 1) / high, 0, new Lock());
        Exception? fault = null;
        Parallel.For(0, bands, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, (band, state) =>
        {
            try
            {
                cancellation.ThrowIfStopped();
                var window = new RasterWindow(band * high, 0, Math.Min(high, frame.Rows - band * high), frame.Columns);
                var values = ArrayPool<double>.Shared.Rent(window.Cells);
                try
                {
                    raster.Read(window, values);
                    for (var row = 0; row < window.Rows; row += group)
                        for (var column = 0; column < columns; column++)
                            cells[(window.Row + row) / group * columns + column] =
                                Group(values, window, row, column * group, group, meaning);
                }
                finally { ArrayPool<double>.Shared.Return(values); }
                lock (order) progress?.Report(++done / (double)bands);
            }
            catch (Exception wrong)
            {
                lock (order) fault ??= wrong;
                state.Stop();
            }
        });
        if (fault is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault);
        return (new(new RasterFrame(frame.Name, rows, columns, frame.West, frame.North, frame.CellWidth * group, frame.CellHeight * group, frame.Coordinates),
            cells), group);
    }

    private static double Group(double[] values, RasterWindow window, int firstRow, int firstColumn, int group, CellMeaning meaning)
    {
        var (sum, seen) = (0.0, 0);
        var counts = meaning == CellMeaning.Class ? new Dictionary<double, int>() : null;
        for (var row = firstRow; row < Math.Min(firstRow + group, window.Rows); row++)
            for (var column = firstColumn; column < Math.Min(firstColumn + group, window.Columns); column++)
            {
                var value = values[row * window.Columns + column];
                if (double.IsNaN(value)) continue;
                (sum, seen) = (sum + value, seen + 1);
                if (counts is not null) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
            }
        // Of classes that are as frequent, the lower number.
        return seen == 0 ? double.NaN : counts is null ? meaning == CellMeaning.Amount ? sum : sum / seen
            : counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).First().Key;
    }
}
