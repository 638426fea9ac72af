namespace CarbonComp.Data;

// The heading of a file: its names, and where each field of the schema is among them.
internal static class TableHeading
{
    // The rows below the heading. A table in several files has its heading in the first, or the same in each.
    public static IEnumerable<(int Line, string[] Cells)> Take(List<(int Line, string[] Cells)> records, TableDialect dialect, string shown,
        ref string[]? heading)
    {
        if (records.Count == 0)
            return heading is not null ? [] : throw new DataException(shown, "the file is empty. The first line names the fields.");
        // Row 1 is the first that is no comment; any other is counted as the file has it.
        var isFirst = dialect.HeaderRows is [1];
        string[][] rows = isFirst ? [records[0].Cells] : [.. dialect.HeaderRows.Select(number => records.FirstOrDefault(r => r.Line == number).Cells
            ?? throw new DataException(shown, Invariant($"row {number} is declared as a heading, and it is ")
                + "missing, empty or a comment. Correct headerRows in datapackage.json."))];
        string[] own = [.. Enumerable.Range(0, rows.Max(r => r.Length)).Select(column => string.Join(dialect.HeaderJoin, Filled(rows, column)))];
        if (heading is not null && !own.SequenceEqual(heading)) return records;
        heading ??= own;
        var last = isFirst ? records[0].Line : dialect.HeaderRows[^1];
        return records.Where(r => r.Line > last);
    }

    // A row above the last names the columns from its cell on, up to its next: fruit, (empty) over id, name.
    private static IEnumerable<string> Filled(string[][] rows, int column) => rows.Select((row, k) => k == rows.Length - 1
            ? column < row.Length ? row[column] : "" : row.Take(column + 1).LastOrDefault(c => c.Length > 0) ?? "").Where(c => c.Length > 0);

    // For each field of the schema, its position in the file; −1 where the file may go without it.
    public static int[] Columns(string[] heading, ResourceDescriptor resource, string shown)
    {
        var comparer = resource.Dialect.CaseSensitiveHeader ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
        string[] names = [.. resource.Fields.Select(f => f.Name)];
        var place = $"{shown}, line 1";
        var (mayHaveMore, mayHaveFewer) = (resource.FieldsMatch is "subset" or "partial", resource.FieldsMatch is "superset" or "partial");
        if (!mayHaveMore && Array.FindIndex(heading, h => h.Length == 0) is var nameless and >= 0)
            throw new DataException(place, Invariant($"column {nameless + 1} has no name. Delete it where it is empty (spreadsheets keep ")
                + "such columns beside a table), or give it one.");
        if (heading.Where(h => h.Length > 0).GroupBy(h => h, comparer).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DataException(place, $"two columns are called \"{twice.Key}\". Give each a name of its own.");
        if (!mayHaveFewer && names.FirstOrDefault(n => !heading.Contains(n, comparer)) is { } missing)
            throw new DataException($"{place}, field {missing}", $"the schema has this field, the file does not. The file has: "
                + $"{Cut(string.Join(", ", heading))}. Correct the heading, or add the column.");
        if (!mayHaveMore && heading.FirstOrDefault(h => !names.Contains(h, comparer)) is { } extra)
            throw new DataException(place, $"the column \"{Cut(extra)}\" is not in the schema. Describe it in datapackage.json (type, unit, status), "
                + "or remove it.");
        if (!names.Any(n => heading.Contains(n, comparer)))
            throw new DataException(place, $"the file has none of the fields of the schema. It has: {Cut(string.Join(", ", heading))}.");
        int[] columns = Array.ConvertAll(names, name => Array.FindIndex(heading, h => comparer.Equals(h, name)));
        return resource.FieldsMatch == "exact" && !columns.SequenceEqual(Enumerable.Range(0, columns.Length))
            ? throw new DataException(place, "the columns are in another order than the fields, and the schema's fieldsMatch is exact. Put them in order, or "
                + "declare it as equal.") : columns;
    }

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
