using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace CarbonComp.Formats;

/// <summary>A raster in the ESRI ASCII format, read by bands of rows.</summary>
/// <remarks>Opening a file counts its values once; they are read later. The file itself does not say what its coordinates are: a <c>.prj</c> file beside it
/// does, or the caller.</remarks>
public sealed class AsciiGrid : IRaster, IDisposable
{
    private readonly string file;
    private readonly SafeFileHandle handle;
    private readonly double? missing;

    // Where each band of rows begins: its first byte and its line.
    private readonly List<(long Byte, int Line)> bands;

    private AsciiGrid(RasterFrame frame, string file, SafeFileHandle handle, double? missing, int bandRows, List<(long, int)> bands) =>
        (Frame, this.file, this.handle, this.missing, BlockRows, this.bands) = (frame, file, handle, missing, bandRows, bands);

    /// <inheritdoc/>
    public RasterFrame Frame { get; }

    /// <inheritdoc/>
    public int BlockRows { get; }

    /// <inheritdoc/>
    public int BlockColumns => Frame.Columns;

    /// <summary>Opens a file: ncols, nrows, xllcorner or xllcenter, yllcorner or yllcenter, cellsize, NODATA_value (may be missing), then the rows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="coordinates">The coordinate system, where no <c>.prj</c> file beside it says it.</param>
    /// <param name="cancellation">Stops the count of the values.</param>
    /// <exception cref="DataException">No such file, no coordinate system, a header line that is missing or wrong, too few or too many values; the message
    /// names the line. While cells are read: a value that is not a number.</exception>
    public static AsciiGrid Open(string path, RasterCoordinates? coordinates = null, CancellationToken cancellation = default)
    {
        if (!File.Exists(path)) throw new DataException(path, "there is no such file. Check the path of the raster.");
        var file = Path.GetFileName(path);
        var system = coordinates ?? ProjectionFile.Beside(path, file) ?? throw new DataException(file, "an ESRI ASCII grid does not say its coordinate system, "
            + "and there is no .prj file beside it. Say it: AsciiGrid.Open(path, RasterCoordinates.LongitudeLatitude).");
        var handle = File.OpenHandle(path);
        try { return Open(handle, file, system, cancellation); }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    private static AsciiGrid Open(SafeFileHandle handle, string file, RasterCoordinates system, CancellationToken cancellation)
    {
        var (header, start, line) = Header(handle, file);
        double Value(string name) => header.TryGetValue(name, out var value) ? value : throw new DataException(file,
            $"its header has no {name}. An ESRI ASCII grid begins with ncols, nrows, xllcorner, yllcorner, cellsize, NODATA_value.");
        int Count(string name) => Value(name) is var n && n == Math.Floor(n) && n is >= 1 and <= 1e6 ? (int)n : throw new DataException(file,
            $"{name} is {n}; a positive whole number is needed.");
        var (columns, rows, size) = (Count("ncols"), Count("nrows"), Value("cellsize"));
        if (!(size > 0)) throw new DataException(file, $"its cellsize is {size}; a cell size is positive.");
        double Edge(string corner, string center) => header.ContainsKey(center) ? Value(center) - size / 2 : Value(corner);
        var (west, south) = (Edge("xllcorner", "xllcenter"), Edge("yllcorner", "yllcenter"));
        var frame = new RasterFrame(file, rows, columns, west, south + rows * size, size, size, system);
        var bandRows = Math.Clamp((1 << 16) / columns, 1, rows);
        var bands = Bands(handle, start, line, rows, columns, bandRows, file, cancellation);
        return new(frame, file, handle, header.TryGetValue("NODATA_value", out var none) ? none : null, bandRows, bands);
    }

    /// <summary>Reads a whole file into memory.</summary>
    /// <inheritdoc cref="Open(string, RasterCoordinates?, CancellationToken)"/>
    public static RasterGrid Read(string path, RasterCoordinates? coordinates = null, CancellationToken cancellation = default)
    {
        using var grid = Open(path, coordinates, cancellation);
        return RasterGrid.Of(grid, null, cancellation);
    }

    /// <inheritdoc/>
    public void Read(RasterWindow window, Span<double> values)
    {
        window.Require(Frame, values.Length);
        for (var band = window.Row / BlockRows; band * BlockRows < window.Row + window.Rows; band++) ReadBand(band, window, values);
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private void ReadBand(int band, RasterWindow window, Span<double> values)
    {
        var (from, line) = bands[band];
        var length = checked((int)(bands[band + 1].Byte - from));
        var bytes = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            for (var at = 0; at < length;)
            {
                var read = RandomAccess.Read(handle, bytes.AsSpan(at, length - at), from + at);
                if (read == 0) throw new DataException(file, "it has become shorter while it was read. Get the file again.");
                at += read;
            }
            var text = bytes.AsSpan(0, length);
            var (row, column) = (band * BlockRows, 0);
            while (!text.IsEmpty && row < window.Row + window.Rows)
            {
                if (IsSpace(text[0]))
                {
                    if (text[0] == '\n') line++;
                    text = text[1..];
                    continue;
                }
                var end = 1;
                while (end < text.Length && !IsSpace(text[end])) end++;
                if (row >= window.Row && column >= window.Column && column < window.Column + window.Columns)
                    values[(row - window.Row) * window.Columns + column - window.Column] = Number(text[..end], line);
                text = text[end..];
                if (++column == Frame.Columns) (row, column) = (row + 1, 0);
            }
        }
        finally { ArrayPool<byte>.Shared.Return(bytes); }
    }

    private double Number(ReadOnlySpan<byte> word, int line)
    {
        var isNumber = double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value);
        if (!isNumber) throw new DataException($"{file}, line {line}", $"\"{Encoding.UTF8.GetString(word)}\" is not a number.");
        return value == missing ? double.NaN : value;
    }

    // The names and numbers before the first row, the byte where that begins, and its line.
    private static (Dictionary<string, double> Header, long Start, int Line) Header(SafeFileHandle handle, string file)
    {
        var header = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        var bytes = new byte[4096];
        var text = bytes.AsSpan(0, RandomAccess.Read(handle, bytes, 0));
        var (start, line) = (0, 1);
        if (text.StartsWith("\uFEFF"u8)) start = 3;
        while (start < text.Length)
        {
            var end = text[start..].IndexOf((byte)'\n') is var at and >= 0 ? start + at : text.Length;
            var words = Encoding.UTF8.GetString(text[start..end]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 0 && (!char.IsLetter(words[0][0]) || words[0].Equals("nan", StringComparison.OrdinalIgnoreCase))) break;
            if (words.Length > 0)
            {
                if (words.Length != 2 || !double.TryParse(words[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                    || double.IsInfinity(value))
                    throw new DataException($"{file}, line {line}", $"\"{Listing.Of(words, 6, " ")}\" is not a name and a number.");
                header[words[0]] = value;
            }
            (start, line) = (Math.Min(end + 1, text.Length), line + 1);
        }
        return (header, start, line);
    }

    // Counts the values and notes where each band begins; the last entry is the end.
    private static List<(long Byte, int Line)> Bands(SafeFileHandle handle, long start, int line, int rows, int columns, int bandRows, string file,
        CancellationToken cancellation)
    {
        var (bands, length, bytes) = (new List<(long, int)>(), RandomAccess.GetLength(handle), new byte[1 << 20]);
        var (count, all, inWord) = (0L, (long)rows * columns, false);
        // Each value takes a character and, but for the last, a space.
        if (2 * all - 1 > length - start)
            throw new DataException(file, $"it is too short: {rows} rows of {columns} values do not fit into {length} bytes. Is it cut off?");
        for (var at = start; at < length;)
        {
            cancellation.ThrowIfStopped();
            var read = RandomAccess.Read(handle, bytes, at);
            if (read == 0) break;
            for (var i = 0; i < read; i++)
            {
                if (IsSpace(bytes[i]))
                {
                    inWord = false;
                    if (bytes[i] == '\n') line++;
                }
                else if (!inWord)
                {
                    inWord = true;
                    if (count % ((long)bandRows * columns) == 0 && count < all) bands.Add((at + i, line));
                    if (++count > all) throw new DataException($"{file}, line {line}",
                        $"there are more values than {rows} rows of {columns}. Check ncols and nrows.");
                }
            }
            at += read;
        }
        if (count < all) throw new DataException(file, $"it ends after {count} values; {rows} rows of {columns} need {all}.");
        bands.Add((length, line));
        return bands;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>Writes a raster. A cell without a value is written as −9999, or as the next lower number that no cell has.</summary>
    /// <param name="raster">The raster, of square cells.</param>
    /// <param name="path">The file; it is replaced at once or not at all.</param>
    /// <exception cref="CarbonCompException">Cells that are not square, or too many to hold in memory.</exception>
    public static void Write(IRaster raster, string path)
    {
        var frame = raster.Frame;
        if (Math.Abs(frame.CellWidth - frame.CellHeight) > 1e-9 * frame.CellWidth)
            throw new CarbonCompException($"{frame.Name}: cells of {frame.CellWidth} × {frame.CellHeight} are not square, which the format needs. Write a "
                + $"GeoTIFF.");
        var grid = raster as RasterGrid ?? RasterGrid.Of(raster);
        var missing = -9999.0;
        while (grid.Cells.Contains(missing)) missing--;
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
            writer.WriteLine($"ncols {frame.Columns}\nnrows {frame.Rows}\nxllcorner {Text(frame.West)}\nyllcorner {Text(frame.South)}\n"
                + $"cellsize {Text(frame.CellWidth)}\nNODATA_value {Text(missing)}");
            foreach (var row in grid.Cells.Chunk(frame.Columns))
                writer.WriteLine(string.Join(' ', row.Select(value => Text(double.IsNaN(value) ? missing : value))));
        });
    }
}
