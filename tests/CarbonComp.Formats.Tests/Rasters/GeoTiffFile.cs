using BitMiracle.LibTiff.Classic;

namespace CarbonComp.Formats.Tests;

/// <summary>Writes small GeoTIFF files in every layout.</summary>
internal sealed record GeoTiffFile(int Rows, int Columns, SampleFormat Format, int Bits)
{
    private static readonly Lock OneAtATime = new();

    public Compression Packed { get; init; } = Compression.NONE;

    public int Predictor { get; init; } = 1;

    public int Tile { get; init; }

    public int RowsPerStrip { get; init; } = 3;

    public string Mode { get; init; } = "w";

    public string? NoData { get; init; }

    public int Bands { get; init; } = 1;

    public double[] Scale { get; init; } = [0.5, 0.25, 0];

    public double[] Tie { get; init; } = [0, 0, 0, 100, 40, 0];

    public double[]? Matrix { get; init; }

    public short[] Keys { get; init; } = [1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326];

    public double[]? Numbers { get; init; }

    public void Write(string path, Func<int, int, double> value)
    {
        using var tiff = Open(path);
        tiff.SetField(TiffTag.IMAGEWIDTH, Columns);
        tiff.SetField(TiffTag.IMAGELENGTH, Rows);
        tiff.SetField(TiffTag.SAMPLESPERPIXEL, Bands);
        tiff.SetField(TiffTag.BITSPERSAMPLE, Bits);
        tiff.SetField(TiffTag.SAMPLEFORMAT, Format);
        tiff.SetField(TiffTag.PHOTOMETRIC, Photometric.MINISBLACK);
        tiff.SetField(TiffTag.PLANARCONFIG, PlanarConfig.CONTIG);
        tiff.SetField(TiffTag.COMPRESSION, Packed);
        if (Predictor > 1) tiff.SetField(TiffTag.PREDICTOR, Predictor);
        if (Tile > 0)
        {
            tiff.SetField(TiffTag.TILEWIDTH, Tile);
            tiff.SetField(TiffTag.TILELENGTH, Tile);
        }
        else tiff.SetField(TiffTag.ROWSPERSTRIP, RowsPerStrip);
        if (Scale.Length > 0) tiff.SetField((TiffTag)33550, Scale.Length, Scale);
        if (Tie.Length > 0) tiff.SetField((TiffTag)33922, Tie.Length, Tie);
        if (Matrix is not null) tiff.SetField((TiffTag)34264, Matrix.Length, Matrix);
        tiff.SetField((TiffTag)34735, Keys.Length, Keys);
        if (Numbers is not null) tiff.SetField((TiffTag)34736, Numbers.Length, Numbers);
        if (NoData is not null) tiff.SetField((TiffTag)42113, NoData);
        var (high, wide) = Tile > 0 ? (Tile, Tile) : (RowsPerStrip, Columns);
        for (var (row, block) = (0, 0); row < Rows; row += high)
            for (var column = 0; column < Columns; column += wide, block++)
            {
                var rows = Tile > 0 ? high : Math.Min(high, Rows - row);
                var bytes = new byte[rows * wide * Bits / 8 * Bands];
                if (Bands == 1)
                    for (var i = 0; i < rows * wide; i++)
                        if (row + i / wide < Rows && column + i % wide < Columns) Bytes(value(row + i / wide, column + i % wide)).CopyTo(bytes, i * Bits / 8);
                if ((Tile > 0 ? tiff.WriteEncodedTile(block, bytes, bytes.Length) : tiff.WriteEncodedStrip(block, bytes, bytes.Length)) < 0)
                    throw new InvalidOperationException("The test file was not written.");
            }
    }

    // Only the writer knows the tags: the reader is tested without.
    private Tiff Open(string path)
    {
        lock (OneAtATime)
        {
            var before = Tiff.SetTagExtender(Extend);
            try { return Tiff.Open(path, Mode); }
            finally { Tiff.SetTagExtender(before); }
        }
    }

    private byte[] Bytes(double x) => (Format, Bits) switch
    {
        (SampleFormat.UINT, 8) => [(byte)x],
        (SampleFormat.INT, 8) => [(byte)(sbyte)x],
        (SampleFormat.UINT, 16) => BitConverter.GetBytes((ushort)x),
        (SampleFormat.INT, 16) => BitConverter.GetBytes((short)x),
        (SampleFormat.UINT, _) => BitConverter.GetBytes((uint)x),
        (SampleFormat.INT, _) => BitConverter.GetBytes((int)x),
        (_, 32) => BitConverter.GetBytes((float)x),
        _ => BitConverter.GetBytes(x),
    };

    private static void Extend(Tiff tiff)
    {
        TiffFieldInfo Info(int tag, TiffType type, string name) => new((TiffTag)tag, TiffFieldInfo.Variable, TiffFieldInfo.Variable, type, FieldBit.Custom,
            true, type != TiffType.ASCII, name);
        TiffFieldInfo[] tags = [Info(33550, TiffType.DOUBLE, "scale"), Info(33922, TiffType.DOUBLE, "tie"), Info(34264, TiffType.DOUBLE, "matrix"),
            Info(34735, TiffType.SHORT, "keys"), Info(34736, TiffType.DOUBLE, "numbers"), Info(42113, TiffType.ASCII, "nodata")];
        tiff.MergeFieldInfo(tags, tags.Length);
    }
}
