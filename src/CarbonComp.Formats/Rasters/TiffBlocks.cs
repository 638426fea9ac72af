using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using BitMiracle.LibTiff.Classic;
using Microsoft.Win32.SafeHandles;

namespace CarbonComp.Formats;

// The bytes of the blocks of a TIFF file, unpacked and in the machine's order. Several threads may read at once: LibTiff, which can not, has
// read the directory before.
internal sealed class TiffBlocks(SafeFileHandle handle, long[] offsets, long[] counts, Compression packed, int predictor, int bits,
    bool isBigEndian)
{
    // LibTiff has no name for it.
    public const Compression Zstandard = (Compression)50000;

    public bool IsPlain => packed == Compression.NONE;

    // A block of so many rows of so many cells.
    public void Read(int number, int rows, int columns, byte[] block, Func<string> place)
    {
        var (length, size) = (checked(rows * columns * (bits / 8)), bits / 8);
        var (offset, count) = (offsets[number], counts[number]);
        if (count == 0) throw new DataException(place(), "a block was left out (a sparse file). Convert it: gdal_translate -co SPARSE_OK=FALSE in.tif "
            + "out.tif.");
        // LZW may make a block half as long again, Deflate a little longer.
        if (offset <= 0 || count < 0 || offset > RandomAccess.GetLength(handle) - count || (!IsPlain && count > 2L * length + 4096)) throw Damaged(place());
        if (IsPlain)
        {
            if (count < length) throw Damaged(place());
            Fill(block.AsSpan(0, length), offset, place);
        }
        else
        {
            var raw = ArrayPool<byte>.Shared.Rent((int)count);
            try
            {
                Fill(raw.AsSpan(0, (int)count), offset, place);
                if (packed == Compression.LZW)
                {
                    if (Lzw.Unpack(raw.AsSpan(0, (int)count), block.AsSpan(0, length)) != length) throw Damaged(place());
                }
                else if (packed == Zstandard)
                {
                    using var zstandard = new ZstdSharp.Decompressor();
                    if (zstandard.Unwrap(raw.AsSpan(0, (int)count), block.AsSpan(0, length)) != length) throw Damaged(place());
                }
                else
                {
                    using var stream = new ZLibStream(new MemoryStream(raw, 0, (int)count), CompressionMode.Decompress);
                    if (stream.ReadAtLeast(block.AsSpan(0, length), length, throwOnEndOfStream: false) != length) throw Damaged(place());
                }
            }
            catch (Exception wrong) when (wrong is InvalidDataException or ZstdSharp.ZstdException)
            {
                throw new DataException(place(), $"a block is damaged ({wrong.Message}). Get the file again.", wrong);
            }
            finally { ArrayPool<byte>.Shared.Return(raw); }
        }
        // Predictor 3 has an order of bytes of its own.
        if (isBigEndian && size > 1 && predictor != 3) Swap(block.AsSpan(0, length), size);
        if (predictor == 2) for (var row = 0; row < rows; row++) Accumulate(block.AsSpan(row * columns * size, columns * size), size);
        if (predictor == 3) for (var row = 0; row < rows; row++) Unshuffle(block.AsSpan(row * columns * size, columns * size), size);
    }

    // Rows of the only strip of an uncompressed file.
    public void ReadRows(int firstRow, int rows, int columns, byte[] block, Func<string> place)
    {
        var (size, length) = (bits / 8, checked(rows * columns * (bits / 8)));
        Fill(block.AsSpan(0, length), offsets[0] + (long)firstRow * columns * size, place);
        if (isBigEndian && size > 1) Swap(block.AsSpan(0, length), size);
    }

    private void Fill(Span<byte> bytes, long offset, Func<string> place)
    {
        if (offset < 0) throw Damaged(place());
        for (var at = 0; at < bytes.Length;)
        {
            var read = RandomAccess.Read(handle, bytes[at..], offset + at);
            if (read == 0) throw Damaged(place());
            at += read;
        }
    }

    private static DataException Damaged(string place) => new(place, "a block is damaged or cut off. Get the file again.");

    private static void Swap(Span<byte> bytes, int size)
    {
        for (var i = 0; i < bytes.Length; i += size) bytes.Slice(i, size).Reverse();
    }

    private static void Accumulate(Span<byte> row, int size)
    {
        switch (size)
        {
            case 1: for (var i = 1; i < row.Length; i++) row[i] += row[i - 1]; break;
            case 2:
                var shorts = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(row);
                for (var i = 1; i < shorts.Length; i++) shorts[i] += shorts[i - 1];
                break;
            case 4:
                var words = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(row);
                for (var i = 1; i < words.Length; i++) words[i] += words[i - 1];
                break;
            default:
                var longs = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(row);
                for (var i = 1; i < longs.Length; i++) longs[i] += longs[i - 1];
                break;
        }
    }

    // Adobe's floating point predictor: bytes of equal weight side by side, the heaviest first, each the difference to the one before.
    private static void Unshuffle(Span<byte> row, int size)
    {
        for (var i = 1; i < row.Length; i++) row[i] += row[i - 1];
        var (copy, columns) = (ArrayPool<byte>.Shared.Rent(row.Length), row.Length / size);
        row.CopyTo(copy);
        for (var b = 0; b < size; b++)
            for (var i = 0; i < columns; i++) row[i * size + (size - 1 - b)] = copy[b * columns + i];
        ArrayPool<byte>.Shared.Return(copy);
    }
}
