namespace CarbonComp.Formats;

// LZW as TIFF 6.0 has it (section 13): codes from the highest bit, wider one code early.
internal static class Lzw
{
    private const int Clear = 256, End = 257, First = 258, Most = 4096;

    // The number of bytes written; fewer than the place has where the codes end early or cannot be.
    public static int Unpack(ReadOnlySpan<byte> packed, Span<byte> bytes)
    {
        // A string is what was written from a place on: its last byte came with the code after it.
        Span<int> starts = stackalloc int[Most], lengths = stackalloc int[Most];
        var (written, next, width, last, buffer, held, at) = (0, First, 9, -1, 0u, 0, 0);
        while (written < bytes.Length)
        {
            while (held < width)
            {
                if (at == packed.Length) return written;
                (buffer, held) = (buffer << 8 | packed[at++], held + 8);
            }
            var code = (int)(buffer >> (held - width) & ((1u << width) - 1));
            held -= width;
            if (code == End) return written;
            if (code == Clear)
            {
                (next, width, last) = (First, 9, -1);
                continue;
            }
            var start = written;
            if (code < Clear) bytes[written++] = (byte)code;
            else
            {
                if (last < 0 || code > next || (code == next && next >= Most)) return written;
                var (from, length) = code < next ? (starts[code], lengths[code]) : (last, start - last + 1);
                for (var i = 0; i < length && written < bytes.Length; i++) bytes[written++] = bytes[from + i];
            }
            if (last >= 0 && next < Most)
            {
                (starts[next], lengths[next]) = (last, start - last + 1);
                next++;
            }
            last = start;
            if (next >= (1 << width) - 1 && width < 12) width++;
        }
        return written;
    }
}
