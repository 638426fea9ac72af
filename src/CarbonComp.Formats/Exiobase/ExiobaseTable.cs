namespace CarbonComp.Formats;

/// <summary>EXIOBASE 3 (Stadler et al. 2018), the zip archive of a year as published, million euro at current prices; layout from its documentation.</summary>
/// <remarks>
/// Tab-separated <c>Z.txt</c>, or <c>A.txt</c> where the release has coefficients only, and <c>Y.txt</c>: two heading rows (region; sector or category) and two
/// label columns. Extensions lie in folders with <c>F.txt</c> and <c>F_Y.txt</c> (<c>F_hh.txt</c> in early releases): two heading rows, one
/// label column. To release 3.8.2 these are <c>satellite</c> and <c>impacts</c>; from 3.9 on they are <c>air_emissions</c>, <c>energy</c>,
/// <c>factor_inputs</c> and others (<see cref="Extensions(string)"/>), and <see cref="ExiobaseGases"/> makes CO2 equivalents of
/// them. An empty cell of an extension is zero, and told. The folders may lie in others, as in an archive that was packed again. Output is that of
/// <c>x.txt</c> (region, sector, output), which newer releases hold and rows are checked against; otherwise the sum of a row's uses, or with coefficients
/// <c>(I − A)⁻¹Y1</c>. Value added is what inputs leave of it.
/// A table is in yuan or US dollars, so euro are converted by the rate that the caller gives.
/// </remarks>
public static class ExiobaseTable
{
    /// <summary>Reads the table, and one extension where it is named.</summary>
    /// <param name="path">The zip archive, or the folder it was unpacked to.</param>
    /// <param name="dollarsPerEuro">The year's exchange rate, US dollars for a euro, positive.</param>
    /// <param name="extension">The folder of an extension inside the archive, such as <c>satellite</c> or <c>air_emissions</c>; none reads none.</param>
    /// <param name="status">The status of the numbers, for a file in this layout that is not the publication.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops reading between rows.</param>
    /// <exception cref="DataException">The archive does not fit: file, line and column, what is wrong, what to do.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive.</exception>
    public static TableReading Read(string path, double dollarsPerEuro, string? extension = null, ValueStatus status = ValueStatus.Statistic,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        Guard.Positive(dollarsPerEuro, "The rate is US dollars for a euro, positive.");
        using var archive = new TableArchive(path);
        var root = Root(archive);
        Func<string, bool> Main(string name) => full => full == root + name;
        if (extension is not null && Folders(archive, root) is var there && !there.Contains(extension, StringComparer.Ordinal))
            throw new DataException(archive.DisplayName, $"there is no file {extension}/F.txt. "
                + (there.Count == 0 ? "The archive has no extensions." : $"The archive has the extensions {string.Join(", ", there)}: name one of them."));
        using var flows = archive.Find(Main("Z.txt"));
        using var coefficients = flows is null ? archive.Require(Main("A.txt"), "Z.txt, and no A.txt") : null;
        var z = flows ?? coefficients!;
        using var y = archive.Require(Main("Y.txt"), "Y.txt");
        var grid = BlockedGrid.Of(archive.DisplayName, Headings(z, 2), Headings(y, 2), null, new());
        grid.Flows(z, 2, s => progress?.Report(0.8 * s), cancellation);
        grid.FinalUse(y, 2, s => progress?.Report(0.8 + 0.1 * s), cancellation);
        using (var x = archive.Find(Main("x.txt")))
            if (x is not null) grid.Output(x, cancellation);
            else grid.Blocks.Notes.Add($"Output is {(flows is null ? "what final use requires" : "the sum of uses")}: the archive has no x.txt, "
                + $"so nothing shows whether a number of it was changed.");
        if (flows is null) grid.Blocks.Multiply();
        if (extension is not null)
        {
            Extension(archive, grid, $"{root}{extension}/F.txt", ofFinalUse: false, cancellation);
            foreach (var name in new[] { "F_Y.txt", "F_hh.txt" }) Extension(archive, grid, $"{root}{extension}/{name}", ofFinalUse: true, cancellation);
            Units(archive, grid.Blocks, $"{root}{extension}/unit.txt");
        }
        grid.Blocks.Exchange(dollarsPerEuro);
        grid.Blocks.Description = new() { Year = YearFile.OfName(root.Length > 0 ? root.TrimEnd('/') : path), Prices = "current prices" };
        grid.Blocks.Notes.Add(Invariant($"Euro were converted at {dollarsPerEuro} US$ for a euro."));
        progress?.Report(1);
        return grid.Blocks.Finish(Unit.Parse("million US$"), status, TableReport.DefaultTolerance, 0, residualsAsError: false);
    }

    /// <summary>The names of the extensions that an archive holds, which <see cref="Read"/> takes.</summary>
    /// <param name="path">The zip archive, or the folder it was unpacked to.</param>
    /// <exception cref="DataException">It cannot be opened, or is no release of EXIOBASE.</exception>
    public static IReadOnlyList<string> Extensions(string path)
    {
        using var archive = new TableArchive(path);
        return Folders(archive, Root(archive));
    }

    private static IReadOnlyList<string> Folders(TableArchive archive, string root) => [.. archive.Names
        .Where(n => n.StartsWith(root, StringComparison.Ordinal) && n.EndsWith("/F.txt", StringComparison.Ordinal))
        .Select(n => n[root.Length..^"/F.txt".Length]).Where(n => !n.Contains('/')).Order(StringComparer.Ordinal)];

    /// <summary>The folder of the core system, wherever it lies, with its last slash.</summary>
    private static string Root(TableArchive archive)
    {
        string[] folders = [.. archive.Names.Where(n => n.Split('/')[^1] is "Z.txt" or "A.txt").Select(n => n[..(n.LastIndexOf('/') + 1)]).Distinct()];
        return folders.Length switch
        {
            1 => folders[0],
            0 => throw archive.Missing("Z.txt, and no A.txt"),
            _ => throw new DataException(archive.DisplayName,
                $"there are several tables in it, in {Listing.Of(folders.Select(f => f.Length > 0 ? f : "its top"), 6)}. "
                + "Keep one year of one kind (ixi or pxp) in an archive or folder, or name its folder."),
        };
    }

    private static void Extension(TableArchive archive, BlockedGrid grid, string name, bool ofFinalUse, CancellationToken cancellation)
    {
        using var rows = archive.Find(full => full == name);
        if (rows is null) return;
        Headings(rows, 1);
        grid.Satellites(rows, ofFinalUse, cancellation);
    }

    /// <summary>The units of stressors, where the release has them.</summary>
    private static void Units(TableArchive archive, TableBlocks blocks, string name)
    {
        using var rows = archive.Find(full => full == name);
        if (rows is null) return;
        while (rows.Read())
            if (rows.Count != 2) throw new DataException(rows.Place(rows.Row),
                $"the row has {rows.Count} cells, expected a stressor and its unit. Restore the file.");
            else if (blocks.Satellites.ContainsKey(rows.Text(0))) blocks.SatelliteUnits[rows.Text(0)] = rows.Text(1);
    }

    private static (string Region, string Label)[] Headings(CsvRows rows, int labels)
    {
        string[] Line()
        {
            if (!rows.Read()) throw new DataException(rows.DisplayName, "the file ends inside its two heading rows. It is damaged; restore it.");
            return [.. Enumerable.Range(labels, Math.Max(0, rows.Count - labels)).Select(rows.Text)];
        }
        var (regions, names) = (Line(), Line());
        if (regions.Length != names.Length) throw new DataException(rows.Place(2),
            $"the rows of regions and of names have {regions.Length} and {names.Length} cells. Restore the heading.");
        return [.. regions.Zip(names)];
    }
}
