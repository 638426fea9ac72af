namespace CarbonComp.Studies;

/// <summary>A folder of somebody's tables, one workbook a year, named with the year as publishers name them.</summary>
internal static class TableFolder
{
    /// <summary>Which workbook belongs to which year.</summary>
    /// <param name="folder">The folder; other files in it than workbooks do not matter.</param>
    /// <param name="years">The years that are looked for in the names.</param>
    /// <returns>The years that have a workbook, in order.</returns>
    /// <exception cref="DataException">No such folder; no workbook of these years; a name with two of them; two workbooks of one year.</exception>
    public static IReadOnlyList<(int Year, string Path)> Find(string folder, IReadOnlyList<int> years)
    {
        var known = string.Join(", ", years);
        if (!Directory.Exists(folder))
            throw new DataException(folder, $"there is no such folder. Give a folder of tables in CEADs' layout (xlsx), a file a year, with the "
                + $"year ({known}) in its name.");
        // "~$…" is what a spreadsheet program leaves beside a workbook that is open.
        string[] files = [.. Directory.EnumerateFiles(folder, "*.xlsx")
            .Where(f => !Path.GetFileName(f).StartsWith("~$", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        var found = new SortedDictionary<int, string>();
        foreach (var file in files)
        {
            var name = Path.GetFileName(file);
            int[] named = [.. years.Where(y => Path.GetFileNameWithoutExtension(name).Contains(Invariant($"{y}"), StringComparison.Ordinal))];
            if (named.Length == 0) continue;
            if (named.Length > 1) throw new DataException(name, $"it names the years {string.Join(" and ", named)}. Leave the year of the table only.");
            if (!found.TryAdd(named[0], file))
                throw new DataException(folder, $"{Path.GetFileName(found[named[0]])} and {name} are both of {named[0]}. Leave one of them.");
        }
        if (found.Count == 0)
            throw new DataException(folder, $"there is no table of {known}: "
                + (files.Length == 0 ? "the folder has no xlsx file."
                : $"none of {string.Join(", ", files.Take(8).Select(Path.GetFileName))} has one of these years in its name."));
        return [.. found.Select(f => (f.Key, f.Value))];
    }
}
