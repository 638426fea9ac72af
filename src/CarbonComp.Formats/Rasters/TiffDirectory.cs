using System.Buffers.Binary;

namespace CarbonComp.Formats;

/// <summary>Looks through the first directory of a TIFF file before LibTiff reads it.</summary>
/// <remarks>LibTiff reserves memory for what a directory claims, gigabytes for a damaged file of a kilobyte. So each list must lie inside the file, and
/// there must be a place for each block.</remarks>
internal static class TiffDirectory
{
    private const int Width = 256, Length = 257, StripOffsets = 273, RowsPerStrip = 278, TileWidth = 322, TileLength = 323, TileOffsets = 324;

    // The bytes of a value of each type of TIFF 6.0 and BigTIFF.
    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8];

    /// <summary>What cannot be in the directory; null where nothing is wrong, or where the file is none that LibTiff opens.</summary>
    public static string? Fault(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        if (file.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8) return null;
        var isBig = head[0] == 'M';
        ulong Number(ReadOnlySpan<byte> bytes)
        {
            ulong value = 0;
            for (var i = 0; i < bytes.Length; i++) value = value << 8 | bytes[isBig ? i : bytes.Length - 1 - i];
            return value;
        }
        var isLarge = Number(head[2..4]) == 43;
        var (wide, entry) = isLarge ? (8, 20) : (4, 12);
        var (at, end) = (isLarge ? Number(head[8..16]) : Number(head[4..8]), (ulong)file.Length);
        Span<byte> count = stackalloc byte[8];
        count = count[..(isLarge ? 8 : 2)];
        if (at > end - (ulong)count.Length) return "a directory after its end";
        file.Position = (long)at;
        file.ReadExactly(count);
        if (Number(count) is var entries && entries > (end - at) / (ulong)entry) return Invariant($"a directory of {entries} entries");
        var values = new Dictionary<ulong, ulong>();
        Span<byte> row = stackalloc byte[20];
        row = row[..entry];
        for (ulong i = 0; i < entries; i++)
        {
            file.ReadExactly(row);
            var (tag, type, many) = (Number(row[..2]), Number(row[2..4]), Number(row[4..(4 + wide)]));
            var size = type < (ulong)Sizes.Length ? Sizes[type] : 0;
            if (size == 0) continue;
            var place = row[(4 + wide)..];
            if (many > end / (ulong)size || (many * (ulong)size > (ulong)wide && Number(place) > end - many * (ulong)size))
                return Invariant($"{many} values of tag {tag}");
            values[tag] = tag is StripOffsets or TileOffsets ? many : size <= wide ? Number(place[..size]) : 0;
        }
        if (!values.TryGetValue(Width, out var columns) || !values.TryGetValue(Length, out var rows)) return null;
        ulong Value(int tag, ulong otherwise) => values.GetValueOrDefault((ulong)tag, otherwise);
        if (Math.Max(columns, rows) > int.MaxValue) return Invariant($"{rows} × {columns} cells");
        var isTiled = values.ContainsKey(TileOffsets);
        var across = isTiled ? Value(TileWidth, 1) : columns;
        var down = isTiled ? Value(TileLength, 1) : Value(RowsPerStrip, rows);
        if (across == 0 || down == 0) return "blocks without cells";
        var blocks = ((columns + across - 1) / across) * ((rows + down - 1) / down);
        var places = Value(isTiled ? TileOffsets : StripOffsets, 0);
        return blocks > places ? Invariant($"{rows} × {columns} cells in {places} blocks") : null;
    }
}
