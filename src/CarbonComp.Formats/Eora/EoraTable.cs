namespace CarbonComp.Formats;

/// <summary>Eora26 (Lenzen et al. 2013): countries × 26 sectors, tab-separated without headings, thousand US dollars at current prices.</summary>
/// <remarks>
/// A folder or zip with <c>Eora26_YYYY_bp_T.txt</c>, <c>_FD.txt</c>, <c>_VA.txt</c> and the labels <c>labels_T.txt</c>,
/// <c>labels_FD.txt</c> (tab-separated: country, its
/// code, kind, name); where it has none, they are those of <c>indices.zip</c> in it or beside it, as the release has them. The region ROW
/// is the statistical discrepancy, one sector wide: what is sold to it becomes
/// exports, what is bought from it imported inputs. Satellites are <c>_Q.txt</c> and <c>_QY.txt</c> (of final use), a row a line of
/// <c>labels_Q.txt</c>. Output is the sum of a row's uses; the rows of VA add up to value added, and what
/// inputs then miss is reported, since Eora's columns balance only nearly.
/// </remarks>
public static class EoraTable
{
    /// <summary>Reads the table of a year.</summary>
    /// <param name="path">The folder or zip archive.</param>
    /// <param name="tolerance">The largest residual of a column that is accepted, as a share of its turnover.</param>
    /// <param name="rounding">The largest absolute residual that is accepted beside it, thousand US dollars.</param>
    /// <param name="satellites">Which satellite rows are read: those whose label contains this, such as <c>CO2</c>; none reads none, empty text all.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The files do not fit: file, line and column, what is wrong, what to do.</exception>
    public static TableReading Read(string path, double tolerance = 0.05, double rounding = 1000, string? satellites = null,
        ValueStatus status = ValueStatus.Statistic,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        using var archive = new TableArchive(path);
        using var indices = archive.Contains(Ending("labels_T.txt")) ? null : Indices(path);
        var names = new AxisNames();
        var sectors = Labels(indices ?? archive, Ending("labels_T.txt"), "labels_T.txt", names);
        var uses = Labels(indices ?? archive, Ending("labels_FD.txt"), "labels_FD.txt", names);
        var grid = BlockedGrid.Of(archive.DisplayName, sectors, uses, "ROW", names);
        using (var flows = archive.Require(Matrix("_T.txt"), "Eora26_YYYY_bp_T.txt"))
            grid.Flows(flows, 0, s => progress?.Report(0.8 * s), cancellation);
        using (var final = archive.Require(Matrix("_FD.txt"), "Eora26_YYYY_bp_FD.txt"))
            grid.FinalUse(final, 0, s => progress?.Report(0.8 + 0.15 * s), cancellation);
        using (var added = archive.Require(Matrix("_VA.txt"), "Eora26_YYYY_bp_VA.txt"))
            grid.ValueAdded(added, 0, cancellation);
        if (satellites is not null) Satellites(archive, indices ?? archive, grid, satellites, cancellation);
        grid.Blocks.Description = new() { Prices = "current basic prices" };
        grid.Blocks.Notes.Add("Output is the sum of uses, for Eora gives none: what a sector uses of its own product cannot be checked.");
        progress?.Report(1);
        return grid.Blocks.Finish(Unit.Parse("thousand US$"), status, tolerance, rounding, residualsAsError: false);
    }

    private static Func<string, bool> Ending(string end) => name => name.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static Func<string, bool> Matrix(string end) => name => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)
        && !name.Contains("labels", StringComparison.OrdinalIgnoreCase);

    private static void Satellites(TableArchive archive, TableArchive labels, BlockedGrid grid, string wanted, CancellationToken cancellation)
    {
        var names = new List<string>();
        using (var rows = labels.Require(Ending("labels_Q.txt"), "labels_Q.txt"))
            while (rows.Read()) names.Add(string.Join(": ", Enumerable.Range(0, rows.Count).Select(rows.Text).Where(t => t.Length > 0)));
        bool Wanted(string name) => name.Contains(wanted, StringComparison.OrdinalIgnoreCase);
        if (!names.Any(Wanted)) 
            throw new DataException(archive.DisplayName, $"no satellite row has \"{wanted}\" in its label. There are: {Listing.Of(names, 5, "; ")}.");
        foreach (var (end, ofFinalUse) in new[] { ("_Q.txt", false), ("_QY.txt", true) })
            using (var rows = archive.Require(Matrix(end), $"Eora26_YYYY_bp{end}")) grid.Satellites(rows, names, Wanted, ofFinalUse, cancellation);
    }

    /// <summary>The labels of all years, which lie apart from the years.</summary>
    private static TableArchive? Indices(string path)
    {
        string?[] folders = [path, Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(path)))];
        return folders.OfType<string>().Select(f => Path.Combine(f, "indices.zip")).FirstOrDefault(File.Exists) is { } found ? new(found) : null;
    }

    private static (string Region, string Label)[] Labels(TableArchive archive, Func<string, bool> named, string what, AxisNames names)
    {
        using var rows = archive.Require(named, what);
        var labels = new List<(string, string)>();
        while (rows.Read())
        {
            if (rows.Count < 4 || rows.Text(1).Length == 0 || rows.Text(3).Length == 0)
                throw new DataException(rows.Place(rows.Row), "the line is not country, code, kind and name, separated by tabs. Restore the file.");
            labels.Add((rows.Text(1), rows.Text(3)));
            names.Suggest(NameKind.RegionName, rows.Text(1), rows.Text(0));
        }
        return [.. labels];
    }
}
