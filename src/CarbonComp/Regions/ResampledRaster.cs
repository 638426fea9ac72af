using System.Buffers;

namespace CarbonComp.Regions;

// A raster carried to other cells while it is read.
internal sealed class ResampledRaster(IRaster source, RasterFrame frame, bool isNearest, bool isAmount) : IRaster
{
    // Samples along a cell's side where cells are not parallel, and the most of them where they are.
    private const int Samples = 8;

    // Windows of the source that are read at once, in cells.
    private const int Largest = 1 << 24;

    public RasterFrame Frame { get; } = frame;

    public int BlockRows { get; } = Math.Clamp((1 << 18) / frame.Columns, 1, frame.Rows);

    public int BlockColumns => Frame.Columns;

    private bool IsParallel => source.Frame.Coordinates.Name == Frame.Coordinates.Name;

    public void Read(RasterWindow window, Span<double> values)
    {
        window.Require(Frame, values.Length);
        if (Needed(window) is not { } needed)
        {
            values[..window.Cells].Fill(double.NaN);
            return;
        }
        if ((long)needed.Rows * needed.Columns > Largest && window.Rows > 1)
        {
            var half = window.Rows / 2;
            Read(window with { Rows = half }, values);
            Read(window with { Row = window.Row + half, Rows = window.Rows - half }, values[(half * window.Columns)..]);
            return;
        }
        var cells = ArrayPool<double>.Shared.Rent(needed.Cells);
        try
        {
            source.Read(needed, cells);
            var areas = new double[needed.Rows];
            for (var row = 0; row < needed.Rows; row++) areas[row] = source.Frame.Coordinates.RowArea(source.Frame, needed.Row + row);
            for (var row = 0; row < window.Rows; row++)
                for (var column = 0; column < window.Columns; column++)
                    values[row * window.Columns + column] = isNearest ? Nearest(window.Row + row, window.Column + column, needed, cells)
                        : IsParallel ? Overlap(window.Row + row, window.Column + column, needed, cells)
                        : Sampled(window.Row + row, window.Column + column, needed, cells);
        }
        finally { ArrayPool<double>.Shared.Return(cells); }
    }

    private double Nearest(int row, int column, RasterWindow needed, double[] cells)
    {
        var (x, y) = Across(Frame.West + (column + 0.5) * Frame.CellWidth, Frame.North - (row + 0.5) * Frame.CellHeight);
        return At(x, y, needed, cells);
    }

    // Cells of one coordinate system: what each cell of the source has in common with this one, by true area.
    private double Overlap(int row, int column, RasterWindow needed, double[] cells)
    {
        var (from, other) = (Frame, source.Frame);
        var (west, east) = (from.West + column * from.CellWidth, from.West + (column + 1) * from.CellWidth);
        var (north, south) = (from.North - row * from.CellHeight, from.North - (row + 1) * from.CellHeight);
        var (sum, area) = (0.0, 0.0);
        var (firstRow, lastRow) = Range((other.North - north) / other.CellHeight, (other.North - south) / other.CellHeight, other.Rows);
        var (firstColumn, lastColumn) = Range((west - other.West) / other.CellWidth, (east - other.West) / other.CellWidth, other.Columns);
        for (var r = firstRow; r <= lastRow; r++)
        {
            var (top, bottom) = (Math.Min(north, other.Edge(r)), Math.Max(south, other.Edge(r + 1)));
            if (!(top > bottom)) continue;
            var strip = new RasterFrame("", 1, 1, west, top, east - west, top - bottom, other.Coordinates).CellArea(0, 0) / (east - west);
            for (var c = firstColumn; c <= lastColumn; c++)
            {
                var wide = Math.Min(east, other.West + (c + 1) * other.CellWidth) - Math.Max(west, other.West + c * other.CellWidth);
                var value = cells[(r - needed.Row) * needed.Columns + c - needed.Column];
                if (!(wide > 0) || double.IsNaN(value)) continue;
                sum += value * strip * wide / (isAmount ? other.CellArea(r, c) : 1);
                area += strip * wide;
            }
        }
        return area == 0 ? double.NaN : isAmount ? sum : sum / area;
    }

    private double Sampled(int row, int column, RasterWindow needed, double[] cells)
    {
        var (sum, seen) = (0.0, 0);
        for (var i = 0; i < Samples; i++)
            for (var j = 0; j < Samples; j++)
            {
                var (x, y) = Across(Frame.West + (column + (j + 0.5) / Samples) * Frame.CellWidth, Frame.North - (row + (i + 0.5) / Samples)
                    * Frame.CellHeight);
                var value = At(x, y, needed, cells);
                if (double.IsNaN(value)) continue;
                sum += isAmount ? value / source.Frame.CellArea(Row(y), Column(x)) : value;
                seen++;
            }
        return seen == 0 ? double.NaN : isAmount ? sum / (Samples * Samples) * Frame.CellArea(row, column) : sum / seen;
    }

    private double At(double x, double y, RasterWindow needed, double[] cells)
    {
        var (row, column) = (Row(y) - needed.Row, Column(x) - needed.Column);
        return row >= 0 && row < needed.Rows && column >= 0 && column < needed.Columns ? cells[row * needed.Columns + column] : double.NaN;
    }

    private int Row(double y) => (int)Math.Clamp(Math.Floor((source.Frame.North - y) / source.Frame.CellHeight), -2, int.MaxValue / 2);

    private int Column(double x) => (int)Math.Clamp(Math.Floor((x - source.Frame.West) / source.Frame.CellWidth), -2, int.MaxValue / 2);

    private (double X, double Y) Across(double x, double y) =>
        IsParallel ? (x, y) : source.Frame.Coordinates.Project(Frame.Coordinates.Unproject(x, y));

    // The part of the source under a window: its border is followed, and a cell is added all round.
    private RasterWindow? Needed(RasterWindow window)
    {
        var (west, east, south, north) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        const int steps = 32;
        for (var i = 0; i <= steps; i++)
            for (var j = 0; j <= steps; j++)
            {
                if (IsParallel && i % steps != 0 && j % steps != 0) continue;
                var (x, y) = Across(Frame.West + (window.Column + (double)j / steps * window.Columns) * Frame.CellWidth,
                    Frame.North - (window.Row + (double)i / steps * window.Rows) * Frame.CellHeight);
                if (!double.IsFinite(x) || !double.IsFinite(y)) continue;
                (west, east, south, north) = (Math.Min(west, x), Math.Max(east, x), Math.Min(south, y), Math.Max(north, y));
            }
        var margin = IsParallel ? 1 : 2;
        var (top, left) = (Math.Max(0, Row(north) - margin), Math.Max(0, Column(west) - margin));
        var (bottom, right) = (Math.Min(source.Frame.Rows - 1, Row(south) + margin), Math.Min(source.Frame.Columns - 1, Column(east) + margin));
        return bottom < top || right < left ? null : new(top, left, bottom - top + 1, right - left + 1);
    }

    private static (int First, int Last) Range(double from, double to, int count) =>
        ((int)Math.Clamp(Math.Floor(from + 1e-9), 0, count), (int)Math.Clamp(Math.Ceiling(to - 1e-9) - 1, -1, count - 1));
}
