using System.Security.Cryptography;
using System.Text;

namespace CarbonComp.Data;

// Reading the files of a package: whole, inside the folder, in UTF-8.
internal static class PackageFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Bytes(string path, string shown)
    {
        try { return File.ReadAllBytes(path); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataException(shown, $"the file cannot be read ({wrong.Message}) Check that it is there and may be opened.", wrong);
        }
    }

    // With or without a byte order mark.
    public static string Text(byte[] bytes, string shown)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var content = bytes.AsSpan();
        if (content.StartsWith(mark)) content = content[mark.Length..];
        try { return Strict.GetString(content); }
        catch (DecoderFallbackException wrong)
        {
            var line = 1 + content[..Math.Clamp(wrong.Index, 0, content.Length)].Count((byte)'\n');
            throw new DataException($"{shown}, line {line}", "the file is not UTF-8. Save it as UTF-8 (in Excel: \"CSV UTF-8\").", wrong);
        }
    }

    // The path of a resource; refuses addresses and paths that leave the package's folder.
    public static string Inside(string folder, string path, string place)
    {
        RequireInside(path, place);
        var at = folder;
        foreach (var part in path.Split('/'))
        {
            at = Path.Combine(at, part);
            FileSystemInfo entry = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
            if (entry.LinkTarget is not null)
                throw new DataException(place, $"\"{path}\" is a link that may leave the package's folder. Put the file itself there.");
        }
        return File.Exists(at) ? at
            : throw new DataException(place, $"the file \"{path}\" is missing. Put it into the package's folder, or take the resource out.");
    }

    public static void RequireInside(string path, string place)
    {
        var parts = path.Split('/');
        if (path.Length == 0 || path.Any(c => char.IsControl(c) || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|')
            || parts.Any(p => p.Trim() is "" or "." or ".."))
            throw new DataException(place, $"the path \"{path}\" is not a file inside the package's folder. Give a relative path with slashes, without "
                + $"\"..\".");
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
