using CsvHelper;

namespace CarbonComp.Data;

// Reads the CSV file of a resource and compares it with its schema.
internal static class TableReader
{
    private static readonly (char Sign, string Name)[] Separators = [(';', "semicolons"), ('\t', "tabs"), ('，', "full-width commas")];

    private static readonly CsvReaderOptions Rules = CsvRules.For(',');

    public static DataTable Read(ResourceDescriptor resource)
    {
        var bytes = PackageFile.Bytes(resource.File, resource.Shown);
        PackageSeal.Check(bytes, resource.Size, resource.Hash, resource.Shown);
        var text = PackageFile.Text(bytes, resource.Shown);
        if (resource.Fields.Count > 1) RefuseSeparators(text, resource.Shown);
        var records = Records(text, resource.Shown);
        if (records.Count == 0)
            throw new DataException(resource.Shown, "the file is empty. The first line names the fields.");
        var columns = Columns(records[0].Cells, resource);
        var rows = new List<DataRow>();
        var reader = new RowReader(resource);
        foreach (var (line, cells) in records.Skip(1))
        {
            if (cells.All(c => c.Length == 0))
                throw new DataException($"{resource.Shown}, line {line}", "the line has no values, only commas. Delete the whole row; spreadsheets keep "
                    + "such rows below a table.");
            if (cells.Length != columns.Length)
                throw new DataException(reader.Place(line, Array.ConvertAll(columns, c => c < cells.Length ? cells[c] : "")), $"the line has {cells.Length} "
                    + $"cells, the heading {columns.Length}. "
                    + (cells.Length < columns.Length ? "Fill in the missing ones, with nothing between two commas where a cell is empty."
                        : "Write numbers with a decimal point and without thousands separators, and texts with a comma in quotes."));
            rows.Add(reader.Read(line, Array.ConvertAll(columns, column => cells[column])));
        }
        if (rows.Count == 0)
            throw new DataException(resource.Shown, "the file has a heading and no rows. Add rows, or take the resource out.");
        RefuseDoubleKeys(rows, resource);
        return new(resource.Name, resource.Title, resource.Shown, resource.Fields, resource.Key, resource.Sources, [.. rows]);
    }

    internal static List<(int Line, string[] Cells)> Records(string text, string shown)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\b') is var control and >= 0)
            throw new DataException($"{shown}, line {1 + text.AsSpan(0, control).Count('\n')}", "there is a control character. The file is damaged or not "
                + $"CSV; restore it.");
        var records = new List<(int, string[])>();
        using var reader = CsvReader.FromText(text, Rules);
        try
        {
            while (reader.Read())
            {
                var cells = new string[reader.FieldCount];
                for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
                records.Add(((int)reader.LineNumber, cells));
            }
        }
        catch (CsvFormatException wrong)
        {
            throw new DataException($"{shown}, line {wrong.LineNumber}", $"the quotes do not fit: a quoted cell must end on its line, with quotes inside "
                + $"it doubled and nothing but a comma after it. ({wrong.Message})", wrong);
        }
        return records;
    }

    private static void RefuseSeparators(string text, string shown)
    {
        var heading = text.Split('\n', 2)[0];
        if (!heading.Contains(',') && Separators.FirstOrDefault(s => heading.Contains(s.Sign)) is { Name: not null } other)
            throw new DataException($"{shown}, line 1", $"the cells are separated by {other.Name}, not by commas. Save the file as CSV with commas between the "
                + $"cells and a point in numbers (Excel takes both from the system's settings for numbers: list separator and decimal symbol), or replace "
                + $"them in an editor.");
    }

    private static string Cut(string text) => text.Length > 60 ? text[..60] + "…" : text;

    // For each field of the schema, its position in the file.
    private static int[] Columns(string[] heading, ResourceDescriptor resource)
    {
        var names = resource.Fields.Select(f => f.Name).ToArray();
        if (Array.FindIndex(heading, h => h.Length == 0) is var nameless and >= 0)
            throw new DataException($"{resource.Shown}, line 1", $"column {nameless + 1} has no name. Delete it where it is empty (spreadsheets keep such "
                + $"columns beside a table), or give it one.");
        if (heading.GroupBy(h => h).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new DataException($"{resource.Shown}, line 1", $"two columns are called \"{twice.Key}\". Give each a name of its own.");
        if (names.FirstOrDefault(n => !heading.Contains(n)) is { } missing)
            throw new DataException($"{resource.Shown}, line 1, field {missing}", $"the schema has this field, the file does not. The file has: "
                + $"{Cut(string.Join(", ", heading))}. Correct the heading, or add the column.");
        if (heading.FirstOrDefault(h => !names.Contains(h)) is { } extra)
            throw new DataException($"{resource.Shown}, line 1", $"the column \"{Cut(extra)}\" is not in the schema. Describe it in datapackage.json (type, "
                + $"unit, status), or remove it.");
        return Array.ConvertAll(names, name => Array.IndexOf(heading, name));
    }

    private static void RefuseDoubleKeys(List<DataRow> rows, ResourceDescriptor resource)
    {
        if (resource.Key.Count == 0) return;
        var positions = resource.Key.Select(k => resource.Fields.Index().First(f => f.Item.Name == k).Index).ToArray();
        var seen = new Dictionary<string, DataRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            var label = string.Join(", ", positions.Select(p => row.Texts[p]));
            var key = string.Join('\u001f', positions.Select(p => row.Texts[p]));
            if (!seen.TryAdd(key, row))
                throw new DataException($"{resource.Shown}, line {row.Line}", $"{string.Join(" and ", resource.Key)} {label} appears twice, first in line "
                    + $"{seen[key].Line}. Remove one.");
        }
    }
}
