using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using BitMiracle.LibTiff.Classic;
using Microsoft.Win32.SafeHandles;

namespace CarbonComp.Formats;

/// <summary>A GeoTIFF of one band, read by its tiles or strips.</summary>
/// <remarks>Read are TIFF and BigTIFF, uncompressed, Deflate, LZW and Zstandard, predictors 1 to 3, integers of 8, 16 and 32 bits, floats of 32 and
/// 64, the no-data value of GDAL; on longitude and latitude, Web Mercator, UTM, Albers' and Lambert's azimuthal equal-area projections. Where the
/// file does not say its place or coordinate system, a world file (<c>.tfw</c>) and a <c>.prj</c> file beside it do. Anything else is refused with
/// the command of GDAL that converts it.</remarks>
public sealed class GeoTiff : IRaster, IDisposable
{
    // The cells of a block: 128 MB of numbers.
    private const long LargestBlock = 1L << 24;

    // No packing makes more of a byte; LZW's longest string has 4096 bytes and takes 12 bits.
    private const long LargestRatio = 3000;

    private readonly Tiff tiff;
    private readonly string file;
    private readonly double? missing;
    private readonly SampleFormat format;
    private readonly int bits, across;
    private readonly bool isTiled;
    private readonly bool isOneStrip;
    private readonly SafeFileHandle handle;
    private readonly TiffBlocks blocks;
    private readonly double[]? bytes;

    static GeoTiff() => Tiff.SetErrorHandler(new Silent());

    private GeoTiff(Tiff tiff, string file, string path)
    {
        (this.tiff, this.file) = (tiff, file);
        var (columns, rows) = (Number(TiffTag.IMAGEWIDTH, 0), Number(TiffTag.IMAGELENGTH, 0));
        if (columns is < 1 or > 10_000_000 || rows is < 1 or > 10_000_000) throw Damaged($"{rows} rows of {columns} cells");
        if (Number(TiffTag.SAMPLESPERPIXEL, 1) is var bands and not 1) throw Refused($"it has {bands} bands", "gdal_translate -b 1");
        (bits, format) = (Number(TiffTag.BITSPERSAMPLE, 1), (SampleFormat)Number(TiffTag.SAMPLEFORMAT, (int)SampleFormat.UINT));
        if (!((format is SampleFormat.UINT or SampleFormat.INT && bits is 8 or 16 or 32) || (format == SampleFormat.IEEEFP && bits is 32 or 64)))
            throw Refused($"its cells are {bits} bits of type {format}", "gdal_translate -ot Float32");
        var packed = (Compression)Number(TiffTag.COMPRESSION, 1);
        if (packed is not (Compression.NONE or Compression.LZW or Compression.DEFLATE or Compression.ADOBE_DEFLATE or TiffBlocks.Zstandard))
            throw Refused($"its compression is {packed}", "gdal_translate -co COMPRESS=DEFLATE");
        // LibTiff gives a tag that none of its codecs knows as a list.
        var predictor = packed == Compression.NONE ? 1 : packed == TiffBlocks.Zstandard
            ? (int)(Longs(TiffTag.PREDICTOR, 1) is [var listed, ..] ? listed : 1) : Number(TiffTag.PREDICTOR, 1);
        if (predictor is not (1 or 2 or 3) || (predictor == 3 && format != SampleFormat.IEEEFP)) throw Damaged($"predictor {predictor}");
        // Writers differ in the order of bytes under this predictor.
        if (predictor == 3 && tiff.IsBigEndian()) throw Refused("it is big-endian with predictor 3", "gdal_translate -co ENDIANNESS=LITTLE");
        isTiled = tiff.IsTiled();
        BlockColumns = isTiled ? Number(TiffTag.TILEWIDTH, 0) : columns;
        var high = isTiled ? Number(TiffTag.TILELENGTH, 0) : Math.Min(Number(TiffTag.ROWSPERSTRIP, rows) is var strip and > 0 ? strip : rows, rows);
        if (BlockColumns < 1 || high < 1) throw Damaged($"blocks of {high} × {BlockColumns} cells");
        // Rows of an uncompressed strip can be read one by one.
        isOneStrip = !isTiled && high >= rows && packed == Compression.NONE;
        BlockRows = isOneStrip ? Math.Clamp((1 << 18) / columns, 1, rows) : high;
        if ((long)BlockRows * BlockColumns > LargestBlock)
            throw Refused($"a block has {BlockRows} × {BlockColumns} cells, too many to hold", "gdal_translate -co TILED=YES");
        var length = new FileInfo(path).Length;
        (across, var down) = ((int)((columns + (long)BlockColumns - 1) / BlockColumns), (rows + (long)high - 1) / high);
        if (down * across > length || (double)rows * columns * (bits / 8) > (packed == Compression.NONE ? 1 : LargestRatio) * (double)length)
            throw Damaged($"{rows} × {columns} cells in so short a file");
        var (offsets, counts) = (Longs(isTiled ? TiffTag.TILEOFFSETS : TiffTag.STRIPOFFSETS),
            Longs(isTiled ? TiffTag.TILEBYTECOUNTS : TiffTag.STRIPBYTECOUNTS));
        if (offsets.Length < down * across || counts.Length < down * across) throw Damaged($"places of {Math.Min(offsets.Length, counts.Length)} blocks");
        // No block is larger than what its bytes can be unpacked to, so a damaged header takes no memory.
        if (packed != Compression.NONE && (double)BlockRows * BlockColumns * (bits / 8) > LargestRatio * Math.Min((double)counts.Max(), length))
            throw Damaged($"blocks of {high} × {BlockColumns} cells in {counts.Max()} bytes");
        missing = GeoKeys.NoData(tiff, file);
        Frame = GeoKeys.Frame(tiff, file, path, rows, columns);
        if (bits == 8) bytes = [.. Enumerable.Range(0, 256).Select(b => format == SampleFormat.INT ? (sbyte)b : (double)b)
            .Select(v => v == missing ? double.NaN : v)];
        handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read, FileOptions.RandomAccess);
        blocks = new(handle, offsets, counts, packed, predictor, bits, tiff.IsBigEndian());
    }

    /// <inheritdoc/>
    public RasterFrame Frame { get; }

    /// <inheritdoc/>
    public int BlockRows { get; }

    /// <inheritdoc/>
    public int BlockColumns { get; }

    /// <summary>Opens a file; cells are read later.</summary>
    /// <exception cref="DataException">No such file, one that is damaged, or a layout or projection that is not read; the message names the command that
    /// converts it.</exception>
    public static GeoTiff Open(string path)
    {
        if (!File.Exists(path)) throw new DataException(path, "there is no such file. Check the path of the raster.");
        var file = Path.GetFileName(path);
        Tiff? tiff = null;
        try
        {
            if (TiffDirectory.Fault(path) is { } fault) throw new DataException(file, $"its header says {fault}, which cannot be. Get the file again.");
            tiff = Tiff.Open(path, "r") ?? throw new DataException(file, "it is not a TIFF file, or it is damaged. Get the file again.");
            return new(tiff, file, path);
        }
        catch (Exception wrong) when (wrong is not (CarbonCompException or UnauthorizedAccessException))
        {
            throw new DataException(file, $"it is damaged ({wrong.Message}). Get the file again.", wrong);
        }
        // What was needed of the directory has been read.
        finally { tiff?.Dispose(); }
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">A block that is missing or damaged; the message names its rows.</exception>
    public void Read(RasterWindow window, Span<double> values)
    {
        window.Require(Frame, values.Length);
        var block = ArrayPool<byte>.Shared.Rent(checked(BlockRows * BlockColumns * (bits / 8)));
        try
        {
            for (var top = window.Row / BlockRows * BlockRows; top < window.Row + window.Rows; top += BlockRows)
                for (var left = window.Column / BlockColumns * BlockColumns; left < window.Column + window.Columns; left += BlockColumns)
                {
                    Read(top, left, block);
                    var (from, to) = (Math.Max(left, window.Column), Math.Min(left + BlockColumns, window.Column + window.Columns));
                    for (var row = Math.Max(top, window.Row); row < Math.Min(top + BlockRows, window.Row + window.Rows); row++)
                        Convert(block.AsSpan(((row - top) * BlockColumns + from - left) * (bits / 8)),
                            values.Slice((row - window.Row) * window.Columns + from - window.Column, to - from));
                }
        }
        finally { ArrayPool<byte>.Shared.Return(block); }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    /// <summary>Writes a raster in tiles of 256 × 256 cells, Deflate: numbers as Float32, classes as Int32, with colours as Byte.</summary>
    /// <param name="raster">The raster; it is computed while it is written.</param>
    /// <param name="path">The file; it is replaced at once or not at all.</param>
    /// <param name="colors">The colour of each class, <c>#RRGGBB</c>, for programs that show the file.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between rows of tiles.</param>
    /// <exception cref="CarbonCompException">Cells without a place on the Earth, colours of numbers that are not classes, or a class that is not a whole
    /// number.</exception>
    public static void Write(LabelledRaster raster, string path, IReadOnlyDictionary<int, string>? colors = null, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        if (colors is not null && raster.Meaning != CellMeaning.Class) throw new CarbonCompException($"{raster.Name} does not hold classes, so it has no "
            + $"table of "
            + "colours. Write it without.");
        AtomicFile.Write(path, stream => new GeoTiffWriter(stream, raster, colors).Write(progress, cancellation));
    }

    private void Read(int row, int column, byte[] block)
    {
        var rows = Math.Min(BlockRows, Frame.Rows - row);
        string Place() => Invariant($"{file}, rows {row + 1} to {row + rows}");
        if (isOneStrip) blocks.ReadRows(row, rows, BlockColumns, block, Place);
        else blocks.Read(row / BlockRows * across + column / BlockColumns, isTiled ? BlockRows : rows, BlockColumns, block, Place);
    }

    private void Convert(ReadOnlySpan<byte> block, Span<double> values)
    {
        switch (format, bits)
        {
            case (_, 8): for (var i = 0; i < values.Length; i++) values[i] = bytes![block[i]]; break;
            case (SampleFormat.UINT, 16): Convert<ushort>(block, values); break;
            case (SampleFormat.INT, 16): Convert<short>(block, values); break;
            case (SampleFormat.UINT, _): Convert<uint>(block, values); break;
            case (SampleFormat.INT, _): Convert<int>(block, values); break;
            case (_, 32): Convert<float>(block, values); break;
            default: Convert<double>(block, values); break;
        }
    }

    private void Convert<T>(ReadOnlySpan<byte> block, Span<double> values) where T : unmanaged, INumber<T>
    {
        var cells = MemoryMarshal.Cast<byte, T>(block)[..values.Length];
        // A no-data value of a 32-bit raster is written with more digits than its cells have.
        var none = missing is { } stated ? typeof(T) == typeof(float) ? (float)stated : stated : double.NaN;
        for (var i = 0; i < cells.Length; i++)
        {
            var value = double.CreateTruncating(cells[i]);
            values[i] = value == none || !double.IsFinite(value) ? double.NaN : value;
        }
    }

    private long[] Longs(TiffTag tag, int at = 0) => tiff.GetField(tag) is { } found && found.Length > at && found[at].Value is Array places
        ? [.. places.Cast<object>().Select(p => System.Convert.ToInt64(p, null))] : [];

    private int Number(TiffTag tag, int otherwise) => tiff.GetField(tag) is [var value, ..] ? value.ToInt() : otherwise;

    private DataException Damaged(string what) => new(file, $"its header says {what}, which cannot be. Get the file again.");

    private DataException Refused(string what, string command) => new(file, $"{what}, which is not read. Convert it: {command} in.tif out.tif.");

    // Errors come as exceptions; nothing is written to the console.
    private sealed class Silent : TiffErrorHandler
    {
        public override void WarningHandler(Tiff tif, string method, string format, params object[] args) { }

        public override void WarningHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) { }

        public override void ErrorHandler(Tiff tif, string method, string format, params object[] args) { }

        public override void ErrorHandlerExt(Tiff tif, object clientData, string method, string format, params object[] args) { }
    }
}
