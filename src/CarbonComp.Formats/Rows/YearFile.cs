using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>The text file of one year: by itself, plain or gzip, or in an archive or folder of several years.</summary>
internal sealed partial class YearFile : IDisposable
{
    private readonly TableArchive? archive;

    private YearFile(TableArchive? archive, CsvRows rows, int? year) => (this.archive, Rows, Year) = (archive, rows, year);

    public CsvRows Rows { get; }

    /// <summary>The year that the caller or the file's name says.</summary>
    public int? Year { get; }

    /// <exception cref="DataException">No file of the year, several, or a name that says another year.</exception>
    public static YearFile Open(string path, int? year, string ending, char separator = ',')
    {
        if (!Directory.Exists(path) && !path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            var (shown, named) = (Path.GetFileName(path), OfName(path));
            if (year is not null && named is not null && named != year)
                throw new DataException(shown, $"the file's name says {named}, and {year} is asked for. Name the file of the year, or leave the year out.");
            return new(null, CsvRows.Open(path, separator), year ?? named);
        }
        var archive = new TableArchive(path, separator);
        try
        {
            string[] files = [.. archive.Names.Where(n => n.EndsWith(ending, StringComparison.OrdinalIgnoreCase)
                || n.EndsWith(ending + ".gz", StringComparison.OrdinalIgnoreCase))];
            string[] wanted = year is null ? files : [.. files.Where(n => OfName(n) == year)];
            if (files.Length == 0) throw archive.Missing($"that ends in {ending}");
            if (wanted.Length != 1) throw new DataException(archive.DisplayName, (wanted.Length == 0 ? $"no file in it is of {year}"
                : year is null ? "it holds several files, and no year is asked for" : $"several files in it are of {year}")
                + $". There are: {Listing.Of(files, 12)}. Name a year that is there, or the file itself.");
            return new(archive, archive.Require(n => n == wanted[0], wanted[0]), year ?? OfName(wanted[0]));
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The year that a file's or folder's name says.</summary>
    /// <remarks>The last number of four digits: an edition stands before the year (ICIO2021_2018.csv), and without a year stays what it is.</remarks>
    public static int? OfName(string path) => Digits().Matches(Path.GetFileName(path)) is { Count: > 0 } found
        ? int.Parse(found[^1].Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    public void Dispose()
    {
        Rows.Dispose();
        archive?.Dispose();
    }

    [GeneratedRegex("(?<![0-9])(?<!ICIO)(19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex Digits();
}
