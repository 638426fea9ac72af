using System.IO.Compression;

namespace CarbonComp.Formats;

/// <summary>Parts of a table that lie in several text files, in a folder or a zip archive.</summary>
internal sealed class TableArchive : IDisposable
{
    private readonly ZipArchive? zip;
    private readonly string path;
    private readonly char separator;

    public TableArchive(string path, char separator = '\t')
    {
        (this.path, this.separator) = (path, separator);
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

    /// <summary>The files' names, with the folders that they lie in; what a Mac adds to an archive is left out.</summary>
    public IEnumerable<string> Names => (zip?.Entries.Select(e => e.FullName.Replace('\\', '/'))
        ?? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Select(Inside).Order(StringComparer.Ordinal))
        .Where(n => !n.StartsWith("__MACOSX/", StringComparison.Ordinal) && !n.EndsWith('/'));

    /// <summary>Whether there is such a file.</summary>
    public bool Contains(Func<string, bool> named) => Names.Any(named);

    /// <summary>The rows of the only file with this ending; none where it may be absent.</summary>
    public CsvRows? Find(Func<string, bool> named)
    {
        if (zip is null)
        {
            var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(f => named(Inside(f))).ToArray();
            return files.Length == 1 ? CsvRows.Open(files[0], separator) : files.Length == 0 ? null : throw Several(files.Select(Inside));
        }
        var wanted = Names.Where(named).ToHashSet(StringComparer.Ordinal);
        ZipArchiveEntry[] parts = [.. zip.Entries.Where(e => wanted.Contains(e.FullName.Replace('\\', '/')))];
        if (parts.Length == 0) return null;
        if (parts.Length > 1) throw Several(parts.Select(p => p.FullName));
        try
        {
            // A damaged part could otherwise pass as other digits.
            if (!ZipParts.IsWhole(parts[0]))
                throw new DataException($"{DisplayName}, {parts[0].FullName}", "the part does not fit its checksum: the archive is damaged. Restore it.");
            return CsvRows.Of($"{DisplayName}, {parts[0].FullName}", parts[0].Open(), separator);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or NotSupportedException)
        {
            throw new DataException($"{DisplayName}, {parts[0].FullName}", $"the part cannot be unpacked ({wrong.Message}). Restore the archive.", wrong);
        }
    }

    public CsvRows Require(Func<string, bool> named, string what) =>
        Find(named) ?? throw Missing(what);

    /// <summary>The error of a file that is not there; an archive in the archive is named, for that may hold it.</summary>
    public DataException Missing(string what) => new(DisplayName, Names.Where(n => n.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)).ToArray() is
        { Length: > 0 } inner ? $"there is no file {what}, but there are archives in it: {Listing.Of(inner, 5)}. Unpack it, and name one of them."
        : $"there is no file {what}. The release is not complete.");

    public void Dispose() => zip?.Dispose();

    // Names inside a folder are those that they have inside its archive: extensions lie in folders of their own.
    private string Inside(string file) => Path.GetRelativePath(path, file).Replace(Path.DirectorySeparatorChar, '/');

    private DataException Several(IEnumerable<string> names) =>
        new(DisplayName, $"several files could be meant: {string.Join(", ", names)}. Keep one year's release in a folder.");
}
