using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CarbonComp.Charts;

/// <summary>A PNG of up to 256 colours, of which the first is transparent.</summary>
internal static class PalettePng
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(n =>
        Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320u ^ c >> 1 : c >> 1))];

    /// <summary>The picture as a data address, from a number of the palette for each pixel, row by row.</summary>
    public static string DataAddress(byte[] pixels, int width, IReadOnlyList<ThemeColor> palette)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var (height, header) = (pixels.Length / width, new byte[13]);
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk("IHDR", header);
        Chunk("PLTE", [255, 255, 255, .. palette.SelectMany(c => Convert.FromHexString(c.ToString()[1..]))]);
        Chunk("tRNS", [0]);
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                stream.WriteByte(0);
                stream.Write(pixels, row * width, width);
            }
        Chunk("IDAT", packed.ToArray());
        Chunk("IEND", []);
        return "data:image/png;base64," + Convert.ToBase64String(png.ToArray());

        void Chunk(string name, byte[] data)
        {
            byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            png.Write(number);
            png.Write(body);
            BinaryPrimitives.WriteUInt32BigEndian(number, ~body.Aggregate(uint.MaxValue, (c, b) => Table[(c ^ b) & 0xFF] ^ c >> 8));
            png.Write(number);
        }
    }
}
