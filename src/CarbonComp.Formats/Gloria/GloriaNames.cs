namespace CarbonComp.Formats;

/// <summary>The names of rows and columns, from the release's workbook (<c>GLORIA_ReadMe_059.xlsx</c>).</summary>
internal sealed record GloriaNames((string Code, string Name)[] Regions, string[] Sectors, string[] Uses, string[] ValueAdded,
    (string Name, string Unit)[] Satellites)
{
    private static readonly Dictionary<string, string[]> Sheets = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Regions"] = ["Region_acronyms", "Region_names"], ["Sectors"] = ["Sector_names"],
        ["Value added and final demand"] = ["Value_added_names", "Final_demand_names"],
        ["Satellites"] = ["Sat_head_indicator", "Sat_indicator", "Sat_unit"],
    };

    /// <summary>The workbook beside the table or in its folder.</summary>
    public static string Find(string path)
    {
        string?[] folders = [path, Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(path)))];
        string[] found = [.. folders.OfType<string>().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "GLORIA_ReadMe_*.xlsx")).Distinct()];
        return found.Length == 1 ? found[0] : throw new DataException(Path.GetFileName(path), found.Length == 0
            ? "there is no GLORIA_ReadMe_….xlsx beside it, which names its rows and columns. Put the one of its release there, or name it."
            : $"several workbooks could name its rows and columns: {Listing.Of(found.Select(f => Path.GetFileName(f)), 5)}. Name the one of its release.");
    }

    public static GloriaNames Read(string path)
    {
        var read = new Dictionary<string, string[][]>(StringComparer.OrdinalIgnoreCase);
        XlsxRows.Sheets(path);
        XlsxRows.Each(path, sheet => Sheets.ContainsKey(sheet.Trim()), (sheet, rows) => read[sheet.Trim()] = Columns(rows, Sheets[sheet.Trim()]));
        string[][] Of(string sheet) => read.GetValueOrDefault(sheet)
            ?? throw new DataException(Path.GetFileName(path), $"there is no sheet \"{sheet}\". Take the ReadMe of the table's release.");
        var (regions, satellites) = (Of("Regions"), Of("Satellites"));
        var names = new GloriaNames([.. regions[0].Zip(regions[1])], Listed(Of("Sectors")[0]), Listed(Of("Value added and final demand")[1]),
            Listed(Of("Value added and final demand")[0]), [.. satellites[0].Select((head, k) => ($"{head}: {satellites[1][k]}", satellites[2][k]))]);
        foreach (var (what, count) in new[] { ("regions", names.Regions.Length), ("sectors", names.Sectors.Length), ("final uses", names.Uses.Length),
            ("rows of value added", names.ValueAdded.Length) })
            if (count == 0) throw new DataException(Path.GetFileName(path), $"it names no {what}. Take the ReadMe of the table's release.");
        return names;
    }

    private static string[] Listed(string[] cells) => [.. cells.Where(c => c.Length > 0)];

    /// <summary>The texts below the headings asked for, in rows that have any.</summary>
    private static string[][] Columns(XlsxRows rows, string[] asked)
    {
        if (!rows.Read()) throw new DataException(rows.DisplayName, "the sheet is empty. Restore the workbook.");
        string[] heading = [.. Enumerable.Range(0, rows.Count).Select(rows.Text)];
        int[] at = [.. asked.Select(a => Array.FindIndex(heading, h => h.Equals(a, StringComparison.OrdinalIgnoreCase)) is var c and >= 0 ? c
            : throw new DataException(rows.Place(1),
                $"there is no column {a}. There are: {Listing.Of(heading, 12)}. Take the ReadMe of the table's release."))];
        var found = new List<string[]>();
        while (rows.Read())
            if (at.Any(c => rows.Text(c).Length > 0)) found.Add([.. at.Select(rows.Text)]);
        return [.. Enumerable.Range(0, asked.Length).Select(k => found.Select(f => f[k]).ToArray())];
    }
}
