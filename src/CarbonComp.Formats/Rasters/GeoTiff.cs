using BitMiracle.LibTiff.Classic;

namespace CarbonComp.Formats;

/// <summary>A GeoTIFF of one band, read by rows of its tiles or strips.</summary>
/// <remarks>Read are TIFF and BigTIFF, uncompressed, Deflate and LZW, predictors 1 to 3, integers of 8, 16 and 32 bits, floats of 32 and 64, the no-data
/// value of GDAL; on longitude and latitude, Web Mercator, UTM, Albers' and Lambert's azimuthal equal-area projections. Anything else is refused with
/// the command of GDAL that converts it. One thread at a time.</remarks>
public sealed class GeoTiff : IRaster, IDisposable
{
    // A band of rows, in cells: 512 MB.
    private const long LargestBand = 1L << 26;

    private readonly Tiff tiff;
    private readonly string file;
    private readonly double? missing;
    private readonly SampleFormat format;
    private readonly int bits, blockColumns;
    private readonly bool isTiled;
    private readonly byte[] block;

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
        if ((Compression)Number(TiffTag.COMPRESSION, 1) is var packed and not (Compression.NONE or Compression.LZW or Compression.DEFLATE
            or Compression.ADOBE_DEFLATE)) throw Refused($"its compression is {packed}", "gdal_translate -co COMPRESS=DEFLATE");
        var predictor = Number(TiffTag.PREDICTOR, 1);
        if (predictor is not (1 or 2 or 3)) throw Damaged($"predictor {predictor}");
        if (predictor > 1 && bits > 8 && tiff.IsBigEndian()) throw Refused("it is big-endian with a predictor", "gdal_translate -co ENDIANNESS=LITTLE");
        isTiled = tiff.IsTiled();
        blockColumns = isTiled ? Number(TiffTag.TILEWIDTH, 0) : columns;
        BandRows = isTiled ? Number(TiffTag.TILELENGTH, 0) : Math.Min(Number(TiffTag.ROWSPERSTRIP, rows) is var strip and > 0 ? strip : rows, rows);
        if (blockColumns < 1 || BandRows < 1) throw Damaged($"blocks of {BandRows} × {blockColumns} cells");
        var across = (columns + blockColumns - 1L) / blockColumns;
        if ((long)BandRows * columns > LargestBand || (long)BandRows * blockColumns > LargestBand)
            throw Refused($"a row of its blocks has {BandRows} × {columns} cells, too many to hold", "gdal_translate -co TILED=YES");
        // A block holds at least a thousandth of its bytes: Deflate makes nothing smaller.
        if ((rows + BandRows - 1L) / BandRows * across > new FileInfo(path).Length) throw Damaged($"{rows} × {columns} cells in so short a file");
        block = new byte[(long)BandRows * blockColumns * bits / 8];
        if ((isTiled ? tiff.TileSize() : tiff.StripSize()) != block.Length) throw Damaged("blocks of another size than their cells need");
        missing = GeoKeys.NoData(tiff, file);
        Frame = GeoKeys.Frame(tiff, file, rows, columns);
    }

    /// <inheritdoc/>
    public RasterFrame Frame { get; }

    /// <inheritdoc/>
    public int BandRows { get; }

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
            tiff = Tiff.Open(path, "r") ?? throw new DataException(file, "it is not a TIFF file, or it is damaged. Get the file again.");
            return new(tiff, file, path);
        }
        catch (Exception wrong)
        {
            tiff?.Dispose();
            if (wrong is CarbonCompException or UnauthorizedAccessException) throw;
            throw new DataException(file, $"it is damaged ({wrong.Message}). Get the file again.", wrong);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">A block that is missing or damaged; the message names its rows.</exception>
    public void ReadBand(int firstRow, double[] values)
    {
        if (firstRow < 0 || firstRow >= Frame.Rows || firstRow % BandRows != 0)
            throw new ArgumentOutOfRangeException(nameof(firstRow), firstRow, "A band begins at a multiple of its rows.");
        var rows = Math.Min(BandRows, Frame.Rows - firstRow);
        for (var column = 0; column < Frame.Columns; column += blockColumns)
        {
            Read(firstRow, column, rows);
            var columns = Math.Min(blockColumns, Frame.Columns - column);
            for (var row = 0; row < rows; row++)
                Convert(block.AsSpan(row * blockColumns * (bits / 8)), values.AsSpan(row * Frame.Columns + column, columns));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => tiff.Dispose();

    private void Read(int row, int column, int rows)
    {
        var place = $"{file}, rows {row + 1} to {row + rows}";
        var length = isTiled ? block.Length : rows * blockColumns * (bits / 8);
        int read;
        try
        {
            var number = isTiled ? tiff.ComputeTile(column, row, 0, 0) : tiff.ComputeStrip(row, 0);
            if (tiff.GetField(isTiled ? TiffTag.TILEBYTECOUNTS : TiffTag.STRIPBYTECOUNTS) is { } counts && counts[0].Value is Array sizes
                && number < sizes.Length && System.Convert.ToInt64(sizes.GetValue(number), null) == 0)
                throw new DataException(place, "a block was left out (a sparse file). Convert it: gdal_translate -co SPARSE_OK=FALSE in.tif out.tif.");
            read = isTiled ? tiff.ReadEncodedTile(number, block, 0, length) : tiff.ReadEncodedStrip(number, block, 0, length);
        }
        catch (Exception wrong) when (wrong is not (CarbonCompException or OperationCanceledException or OutOfMemoryException))
        {
            throw new DataException(place, $"a block is damaged ({wrong.Message}). Get the file again.", wrong);
        }
        if (read != length) throw new DataException(place, "a block is damaged or cut off. Get the file again.");
    }

    // LibTiff has brought the bytes into the machine's order.
    private void Convert(ReadOnlySpan<byte> bytes, Span<double> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = (format, bits) switch
            {
                (SampleFormat.UINT, 8) => bytes[i],
                (SampleFormat.INT, 8) => (sbyte)bytes[i],
                (SampleFormat.UINT, 16) => BitConverter.ToUInt16(bytes[(2 * i)..]),
                (SampleFormat.INT, 16) => BitConverter.ToInt16(bytes[(2 * i)..]),
                (SampleFormat.UINT, _) => BitConverter.ToUInt32(bytes[(4 * i)..]),
                (SampleFormat.INT, _) => BitConverter.ToInt32(bytes[(4 * i)..]),
                (_, 32) => BitConverter.ToSingle(bytes[(4 * i)..]),
                _ => BitConverter.ToDouble(bytes[(8 * i)..]),
            };
            // A no-data value of a 32-bit raster is written with more digits than its cells have.
            var isMissing = value == missing || (bits == 32 && format == SampleFormat.IEEEFP && missing is { } none && (float)value == (float)none);
            values[i] = isMissing || !double.IsFinite(value) ? double.NaN : value;
        }
    }

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
