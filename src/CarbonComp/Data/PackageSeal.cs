using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Data;

// Sizes and hashes by which a package's files are recognised; of a resource in several files, those of all one after another. The descriptor's own hash is
// that of its text with zeros for the hash's digits.
internal static class PackageSeal
{
    private const int Digits = 64;
    private static readonly string Blank = "sha256:" + new string('0', Digits);
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Check(byte[] bytes, long? size, string? hash, string shown)
    {
        if (hash is not null && !(hash.StartsWith("sha256:", StringComparison.Ordinal) && hash.Length == Blank.Length))
            throw new DataException(shown, $"its hash \"{hash}\" is not of the form sha256:<64 digits>. Seal the package again with DataPackage.Seal.");
        if (size is { } expected && expected != bytes.Length || hash is not null && PackageFile.Hash(bytes) != hash)
            throw new DataException(shown, "the file is not the one the package was made with: its size or SHA-256 differ from datapackage.json. "
                + "Restore the file; if it was changed on purpose, call DataPackage.Seal on the package.");
    }

    public static void CheckDescriptor(byte[] bytes, string hash, string shown)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var at = hash.Length == Blank.Length ? text.IndexOf(hash, StringComparison.Ordinal) : -1;
        if (at < 0 || PackageFile.Hash(Encoding.UTF8.GetBytes(text.Remove(at, hash.Length).Insert(at, Blank))) != hash)
            throw new DataException(shown, "the descriptor was changed after it was sealed (its hash differs). Restore it; if it was changed on purpose, call "
                + "DataPackage.Seal on the package.");
    }

    public static void Write(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var shown = Path.GetFileName(file);
        JsonObject root;
        try
        {
            root = JsonNode.Parse(PackageFile.Text(PackageFile.Bytes(file, shown), shown))?.AsObject() ?? throw new InvalidOperationException("it is empty");
            foreach (var resource in root["resources"]?.AsArray() ?? [])
            {
                var paths = resource?["path"] ?? throw new InvalidOperationException("a resource has no path");
                byte[] bytes = [.. (paths is JsonArray parts ? parts.Select(p => p!.GetValue<string>()) : [paths.GetValue<string>()])
                    .SelectMany(path => PackageFile.Bytes(PackageFile.Inside(folder, path, shown), path))];
                (resource["bytes"], resource["hash"]) = (bytes.LongLength, PackageFile.Hash(bytes));
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new DataException(shown, $"it is not the descriptor of a data package: {wrong.Message}", wrong);
        }
        Write(file, root, withHash: true);
    }

    // Without a hash of its own the descriptor may be changed by hand.
    public static void Write(string file, JsonObject root, bool withHash)
    {
        if (withHash) root["hash"] = Blank;
        var text = root.ToJsonString(Layout) + "\n";
        var sealedText = text.Replace(Blank, PackageFile.Hash(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
        AtomicFile.Write(file, stream => stream.Write(Encoding.UTF8.GetBytes(sealedText)));
    }
}
