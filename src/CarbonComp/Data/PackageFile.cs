using System.Security.Cryptography;

namespace CarbonComp.Data;

// Reading the files of a package: whole and inside the folder.
internal static class PackageFile
{
    public static byte[] Bytes(string path, string shown)
    {
        try { return File.ReadAllBytes(path); }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DataException(shown, $"the file cannot be read ({wrong.Message}) Check that it is there and may be opened.", wrong);
        }
    }

    // With or without a byte order mark.
    public static string Text(byte[] bytes, string shown, string encoding = TextEncoding.Default) => TextEncoding.Text(bytes, shown, encoding);

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
