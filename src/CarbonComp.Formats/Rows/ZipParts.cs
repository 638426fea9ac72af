using System.IO.Compression;
using System.IO.Hashing;

namespace CarbonComp.Formats;

/// <summary>Parts of zip archives.</summary>
internal static class ZipParts
{
    /// <summary>Whether a part fits its checksum, which .NET stores but does not compare when it unpacks.</summary>
    public static bool IsWhole(ZipArchiveEntry part)
    {
        var checksum = new Crc32();
        using var content = part.Open();
        checksum.Append(content);
        return checksum.GetCurrentHashAsUInt32() == part.Crc32;
    }
}
