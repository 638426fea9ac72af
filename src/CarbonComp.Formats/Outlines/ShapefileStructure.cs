using System.Buffers.Binary;

namespace CarbonComp.Formats;

// Checks the lengths that a shapefile states before anything is read by them: a damaged one may claim gigabytes (ESRI, Shapefile Technical Description).
internal static class ShapefileStructure
{
    private const int Header = 100, Polygon = 5, PolygonZ = 15, PolygonM = 25;

    public static void Require(string path)
    {
        var (file, table) = (Path.GetFileName(path), Path.ChangeExtension(path, ".dbf"));
        using (var stream = File.OpenRead(path))
        {
            var head = new byte[Header];
            if (stream.ReadAtLeast(head, Header, throwOnEndOfStream: false) < Header || BinaryPrimitives.ReadInt32BigEndian(head) != 9994)
                throw new DataException(file, "it is not a shapefile, or it is damaged. Get the file again.");
            if (2L * BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(24)) != stream.Length) throw Cut(file);
            if (BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(32)) is var kind and not (Polygon or PolygonZ or PolygonM))
                throw new DataException(file, $"it holds shapes of type {kind}, not polygons. Boundaries are polygons.");
            var record = new byte[52];
            for (long at = Header, number = 1; at < stream.Length; number++)
            {
                stream.Position = at;
                var read = stream.ReadAtLeast(record, record.Length, throwOnEndOfStream: false);
                if (read < 12) throw Cut(file);
                var length = 2L * BinaryPrimitives.ReadInt32BigEndian(record.AsSpan(4));
                if (length < 4 || length > stream.Length - at - 8) throw Cut(file);
                // An empty shape has type 0 and nothing more.
                if (BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(8)) != 0)
                {
                    if (read < record.Length || length < 44) throw Cut(file);
                    var (parts, points) = (BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(44)),
                        BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(48)));
                    if (parts < 0 || points < 0 || 44 + 4L * parts + 16L * points > length) throw new DataException($"{file}, area {number}",
                        $"{parts} rings of {points} points do not fit into its {length} bytes. Get the file again.");
                    RequireParts(stream, at + 52, parts, points, $"{file}, area {number}");
                }
                at += 8 + length;
            }
        }
        using var records = File.OpenRead(table);
        var fields = new byte[32];
        if (records.ReadAtLeast(fields, 32, throwOnEndOfStream: false) < 32) throw Cut(Path.GetFileName(table));
        var (count, start, width) = (BinaryPrimitives.ReadUInt32LittleEndian(fields.AsSpan(4)), BinaryPrimitives.ReadUInt16LittleEndian(fields.AsSpan(8)),
            BinaryPrimitives.ReadUInt16LittleEndian(fields.AsSpan(10)));
        if (start < 33 || width < 1 || start + (long)count * width > records.Length) throw Cut(Path.GetFileName(table));
    }

    // Where each ring begins among the points: from 0, rising.
    private static void RequireParts(FileStream stream, long at, int parts, int points, string place)
    {
        var starts = new byte[4 * parts];
        stream.Position = at;
        stream.ReadExactly(starts);
        for (var k = 0; k < parts; k++)
        {
            var (start, last) = (Start(k), k == 0 ? -1 : Start(k - 1));
            if (start <= last || start >= points || (k == 0 && start != 0))
                throw new DataException(place, $"ring {k + 1} begins at point {start} of {points}. Get the file again.");
        }
        int Start(int k) => BinaryPrimitives.ReadInt32LittleEndian(starts.AsSpan(4 * k));
    }

    private static DataException Cut(string file) => new(file, "it is cut off, or its lengths are damaged. Get the file again.");
}
