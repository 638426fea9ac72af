namespace CarbonComp.Formats;

/// <summary>The checksum of zip archives, which .NET stores but does not compare when it unpacks (ISO 3309, reversed polynomial EDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = BuildTable();

    /// <summary>The checksum of all bytes of a stream.</summary>
    public static uint Of(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var crc = uint.MaxValue;
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            var at = 0;
            // Eight bytes a step with eight tables.
            for (; at + 8 <= read; at += 8)
            {
                var low = BitConverter.ToUInt32(buffer, at) ^ crc;
                var high = BitConverter.ToUInt32(buffer, at + 4);
                crc = Table[7 * 256 + (low & 255)] ^ Table[6 * 256 + (low >> 8 & 255)] ^ Table[5 * 256 + (low >> 16 & 255)] ^ Table[4 * 256 + (low >> 24)]
                    ^ Table[3 * 256 + (high & 255)] ^ Table[2 * 256 + (high >> 8 & 255)] ^ Table[256 + (high >> 16 & 255)] ^ Table[high >> 24];
            }
            for (; at < read; at++) crc = crc >> 8 ^ Table[(crc ^ buffer[at]) & 255];
        }
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[8 * 256];
        for (uint i = 0; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? value >> 1 ^ 0xEDB88320 : value >> 1;
            table[i] = value;
        }
        for (var i = 256; i < table.Length; i++) table[i] = table[i - 256] >> 8 ^ table[table[i - 256] & 255];
        return table;
    }
}
