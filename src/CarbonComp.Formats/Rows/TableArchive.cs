using System.IO.Compression;

namespace CarbonComp.Formats;

/// <summary>Parts of a table that lie in several text files, in a folder or a zip archive.</summary>
internal sealed class TableArchive : IDisposable
{
    private readonly ZipArchive? zip;
    private readonly string path;

    public TableArchive(string path)
    {
        this.path = path;
        if (Directory.Exists(path)) return;
        try
        {
            zip = ZipFile.OpenRead(path);
            _ = zip.Entries.Count; // The directory is read only when it is asked for.
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            zip?.Dispose();
            throw new DataException(DisplayName, $"the folder or zip archive cannot be opened ({wrong.Message}). Check that it is there and whole.", wrong);
        }
    }

    public string DisplayName => Path.GetFileName(Path.TrimEndingDirectorySeparator(path));

    /// <summary>Whether there is such a file.</summary>
    public bool Contains(Func<string, bool> named) => zip?.Entries.Any(e => named(e.FullName))
        ?? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Any(f => named(Inside(f)));

    /// <summary>The rows of the only file with this ending; none where it may be absent.</summary>
    public CsvRows? Find(Func<string, bool> named)
    {
        if (zip is null)
        {
            var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => named(Inside(f))).ToArray();
            return files.Length == 1 ? CsvRows.Open(files[0], '\t') : files.Length == 0 ? null : throw Several(files.Select(Inside));
        }
        ZipArchiveEntry[] parts = [.. zip.Entries.Where(e => named(e.FullName))];
        if (parts.Length == 0) return null;
        if (parts.Length > 1) throw Several(parts.Select(p => p.FullName));
        try
        {
            // A damaged part could otherwise pass as other digits.
            if (!ZipParts.IsWhole(parts[0]))
                throw new DataException($"{DisplayName}, {parts[0].FullName}", "the part does not fit its checksum: the archive is damaged. Restore it.");
            return CsvRows.Of($"{DisplayName}, {parts[0].FullName}", parts[0].Open(), '\t');
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or NotSupportedException)
        {
            throw new DataException($"{DisplayName}, {parts[0].FullName}", $"the part cannot be unpacked ({wrong.Message}). Restore the archive.", wrong);
        }
    }

    public CsvRows Require(Func<string, bool> named, string what) =>
        Find(named) ?? throw new DataException(DisplayName, $"there is no file {what}. The release is not complete.");

    public void Dispose() => zip?.Dispose();

    // Names inside a folder are those that they have inside its archive: extensions lie in folders of their own.
    private string Inside(string file) => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');

    private DataException Several(IEnumerable<string> names) =>
        new(DisplayName, $"several files could be meant: {string.Join(", ", names)}. Keep one year's release in a folder.");
}
