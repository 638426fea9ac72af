using System.IO.Compression;
using System.Text;

namespace CarbonComp.Prepare;

/// <summary>Rows of cells as text, and files that hold them.</summary>
internal static class Cells
{
    /// <summary>A row whose parts are cells or sequences of cells.</summary>
    public static object[] Flat(params IEnumerable<object> parts) => [.. parts.SelectMany(Each)];

    /// <summary>A line of text from such parts.</summary>
    public static string Line(string separator, params object[] parts) =>
        string.Join(separator, Flat(parts).Select(cell => FormattableString.Invariant($"{cell}"))) + "\n";

    public static void Zip(string path, params IEnumerable<(string Name, string Text)> files)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            var entry = zip.CreateEntry(name);
            // The same bytes each time.
            entry.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var writer = new StreamWriter(entry.Open());
            writer.Write(text);
        }
    }

    public static void Gzip(string path, string text)
    {
        using var zip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize);
        zip.Write(Encoding.UTF8.GetBytes(text));
    }

    private static IEnumerable<object> Each(object part) => part switch
    {
        string text => [text],
        System.Collections.IEnumerable several => several.Cast<object>(),
        _ => [part],
    };
}
