using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CarbonComp.Formats;

// Writes a tiled GeoTIFF: the tiles one after another, then the directory that says where they are. BigTIFF where offsets need it.
internal sealed class GeoTiffWriter(Stream stream, LabelledRaster raster, IReadOnlyDictionary<int, string>? colors)
{
    public const int Tile = 256;

    // Numbers of the format: ASCII, SHORT, LONG, DOUBLE, LONG8.
    private const int Ascii = 2, Short = 3, Long = 4, Double = 12, Long8 = 16;

    private readonly bool isBig = (long)raster.Frame.Rows * raster.Frame.Columns * (colors is null ? 4 : 1) > 3_000_000_000;

    public void Write(IProgress<double>? progress, CancellationToken cancellation)
    {
        var (frame, isClass) = (raster.Frame, raster.Meaning == CellMeaning.Class);
        var size = colors is not null ? 1 : 4;
        stream.Write(isBig ? [(byte)'I', (byte)'I', 43, 0, 8, 0, 0, 0, .. new byte[8]] : [(byte)'I', (byte)'I', 42, 0, 0, 0, 0, 0]);
        var (across, down) = ((frame.Columns + Tile - 1) / Tile, (frame.Rows + Tile - 1) / Tile);
        var (offsets, counts) = (new long[across * down], new long[across * down]);
        var values = new double[Tile * frame.Columns];
        for (var band = 0; band < down; band++)
        {
            cancellation.ThrowIfStopped();
            var window = new RasterWindow(band * Tile, 0, Math.Min(Tile, frame.Rows - band * Tile), frame.Columns);
            raster.Read(window, values);
            var packed = new byte[across][];
            try { Parallel.For(0, across, column => packed[column] = Pack(values, window, column * Tile, size, isClass)); }
            catch (AggregateException several) when (several.Flatten().InnerExceptions.OfType<CarbonCompException>().FirstOrDefault() is { } wrong)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(wrong);
            }
            for (var column = 0; column < across; column++)
            {
                (offsets[band * across + column], counts[band * across + column]) = (stream.Position, packed[column].Length);
                stream.Write(packed[column]);
            }
            progress?.Report((band + 1.0) / down);
        }
        Directory(offsets, counts, size, isClass);
    }

    private byte[] Pack(double[] values, RasterWindow window, int firstColumn, int size, bool isClass)
    {
        var bytes = new byte[Tile * Tile * size];
        for (var row = 0; row < Tile; row++)
            for (var column = 0; column < Tile; column++)
            {
                var at = firstColumn + column;
                var place = bytes.AsSpan((row * Tile + column) * size);
                var value = row < window.Rows && at < window.Columns ? values[row * window.Columns + at] : double.NaN;
                if (size == 1) place[0] = double.IsNaN(value) ? (byte)255 : (byte)Whole(value, 254, window.Row + row, at);
                else if (isClass) BinaryPrimitives.WriteInt32LittleEndian(place, double.IsNaN(value) ? int.MinValue
                    : Whole(value, int.MaxValue, window.Row + row, at));
                else BinaryPrimitives.WriteSingleLittleEndian(place, (float)value);
            }
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(bytes);
        return packed.ToArray();
    }

    private int Whole(double value, int most, int row, int column) => value == Math.Floor(value) && value <= most && value >= (most == 254 ? 0 : -int.MaxValue)
        ? (int)value : throw new CarbonCompException($"{raster.Name}, row {row + 1}, column {column + 1}: {value} is not a class number"
            + (most == 254 ? " from 0 to 254, which a table of colours needs. Write it without colours." : "."));

    private void Directory(long[] offsets, long[] counts, int size, bool isClass)
    {
        var frame = raster.Frame;
        var (keys, numbers) = Keys(frame);
        var entries = new SortedDictionary<int, (int Type, Array Values)>
        {
            [256] = (Long, new long[] { frame.Columns }), [257] = (Long, new long[] { frame.Rows }), [258] = (Short, new long[] { size * 8 }),
            [259] = (Short, new long[] { 8 }), [262] = (Short, new long[] { colors is null ? 1 : 3 }), [277] = (Short, new long[] { 1 }),
            [284] = (Short, new long[] { 1 }), [322] = (Short, new long[] { Tile }), [323] = (Short, new long[] { Tile }),
            [324] = (isBig ? Long8 : Long, offsets), [325] = (Long, counts), [339] = (Short, new long[] { size == 1 ? 1 : isClass ? 2 : 3 }),
            [33550] = (Double, new[] { frame.CellWidth, frame.CellHeight, 0 }), [33922] = (Double, new[] { 0, 0, 0, frame.West, frame.North, 0 }),
            [34735] = (Short, keys), [42113] = (Ascii, Encoding.ASCII.GetBytes((size == 1 ? "255" : isClass
                ? int.MinValue.ToString(CultureInfo.InvariantCulture) : "nan") + "\0")),
        };
        if (numbers.Length > 0) entries[34736] = (Double, numbers);
        if (colors is not null) entries[320] = (Short, ColorMap(colors));
        var placed = new List<(int Tag, int Type, long Count, byte[] Value)>();
        foreach (var (tag, (type, values)) in entries)
        {
            var bytes = Bytes(type, values);
            var count = type == Ascii ? bytes.Length : values.Length;
            if (bytes.Length > (isBig ? 8 : 4))
            {
                if (stream.Position % 2 == 1) stream.WriteByte(0);
                var at = stream.Position;
                stream.Write(bytes);
                bytes = Bytes(isBig ? Long8 : Long, new[] { at });
            }
            placed.Add((tag, type, count, bytes));
        }
        if (stream.Position % 2 == 1) stream.WriteByte(0);
        var directory = stream.Position;
        stream.Write(isBig ? Bytes(Long8, new long[] { placed.Count }) : Bytes(Short, new long[] { placed.Count }));
        foreach (var (tag, type, count, value) in placed)
        {
            stream.Write(Bytes(Short, new long[] { tag, type }));
            stream.Write(Bytes(isBig ? Long8 : Long, new[] { count }));
            stream.Write([.. value, .. new byte[(isBig ? 8 : 4) - value.Length]]);
        }
        stream.Write(new byte[isBig ? 8 : 4]);
        stream.Position = isBig ? 8 : 4;
        stream.Write(Bytes(isBig ? Long8 : Long, new[] { directory }));
        stream.Position = stream.Length;
    }

    private static byte[] Bytes(int type, Array values) => type switch
    {
        Ascii => (byte[])values,
        Short => [.. ((long[])values).SelectMany(v => BitConverter.GetBytes((ushort)v))],
        Long => [.. ((long[])values).SelectMany(v => BitConverter.GetBytes(checked((uint)v)))],
        Double => [.. ((double[])values).SelectMany(BitConverter.GetBytes)],
        _ => [.. ((long[])values).SelectMany(BitConverter.GetBytes)],
    };

    // Red, green and blue of all 256 numbers one after another, in 16 bits.
    private static long[] ColorMap(IReadOnlyDictionary<int, string> colors)
    {
        var map = new long[3 * 256];
        foreach (var (code, color) in colors)
        {
            if (code is < 0 or > 255 || color.Length != 7 || color[0] != '#'
                || !uint.TryParse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb))
                throw new CarbonCompException($"The colour of class {code} is \"{color}\". Give classes from 0 to 254 and colours as #RRGGBB.");
            for (var k = 0; k < 3; k++) map[k * 256 + code] = (rgb >> (16 - 8 * k) & 0xFF) * 257;
        }
        return map;
    }

    private static (long[] Keys, double[] Numbers) Keys(RasterFrame frame)
    {
        var system = frame.Coordinates;
        if (system.IsDegrees) return ([1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326], []);
        if (system.Epsg > 0) return ([1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, system.Epsg], []);
        if (system.Projection is not var (projection, origin, east, north)) throw new CarbonCompException($"{frame.Name} lies on {system.Name}, which a "
            + $"GeoTIFF "
            + "cannot state. Give its coordinate system, or write an ESRI ASCII grid.");
        var parallels = projection.Parallels ?? (0, 0);
        long[] start = [1, 1, 0, projection.Parallels is null ? 10 : 12, 1024, 0, 1, 1, 1025, 0, 1, 1, 2048, 0, 1, 4326, 3072, 0, 1, 32767, 3074, 0, 1, 32767,
            3075, 0, 1, projection.Parallels is null ? 10 : 11, 3076, 0, 1, 9001];
        return projection.Parallels is null
            ? ([.. start, 3082, 34736, 1, 2, 3083, 34736, 1, 3, 3088, 34736, 1, 0, 3089, 34736, 1, 1], [origin.Longitude, origin.Latitude, east, north])
            : ([.. start, 3078, 34736, 1, 4, 3079, 34736, 1, 5, 3080, 34736, 1, 0, 3081, 34736, 1, 1, 3082, 34736, 1, 2, 3083, 34736, 1, 3],
                [origin.Longitude, origin.Latitude, east, north, parallels.First, parallels.Second]);
    }
}
