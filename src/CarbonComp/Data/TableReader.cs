using System.IO.Compression;
using CsvHelper;

namespace CarbonComp.Data;

// Reads the files of a resource as its dialect says, and compares them with its schema.
internal static class TableReader
{
    private static readonly (char Sign, string Name)[] Separators = [(';', "semicolons"), ('\t', "tabs"), ('，', "full-width commas"), (',', "commas")];

    public static DataTable Read(ResourceDescriptor resource)
    {
        var parts = resource.Files.Select(f => (f.Shown, Bytes: PackageFile.Bytes(f.File, f.Shown))).ToArray();
        PackageSeal.Check(parts.Length == 1 ? parts[0].Bytes : [.. parts.SelectMany(p => p.Bytes)], resource.Size, resource.Hash, resource.Shown);
        var (rows, faults, reader) = (new List<DataRow>(), new Faults(resource.Shown), new RowReader(resource));
        string[]? heading = null;
        foreach (var (shown, bytes) in parts)
        {
            var text = PackageFile.Text(resource.IsCompressed ? Unpacked(bytes, shown) : bytes, shown, resource.Encoding);
            if (resource.Fields.Count > 1) RefuseSeparators(text, shown, resource.Dialect);
            var records = Records(resource.Dialect, text, shown);
            var data = resource.Dialect.HeaderRows.Length == 0 ? records : TableHeading.Take(records, resource.Dialect, shown, ref heading);
            Rows(data, heading, resource, shown, parts.Length > 1 ? shown : null, reader, rows, faults);
        }
        return Finished(resource, rows, faults);
    }

    // The table of a resource whose rows are read, if no two of them have a key in common.
    internal static DataTable Finished(ResourceDescriptor resource, List<DataRow> rows, Faults faults)
    {
        faults.ThrowIfAny();
        if (rows.Count == 0)
            throw new DataException(resource.Shown, resource.Files[0].File.Length == 0 ? "there are headings and no rows. Fill the sheet, or delete it where "
                + "it may be missing." : "the file has a heading and no rows. Add rows, or take the resource out.");
        RefuseDouble(rows, resource, resource.Key, faults);
        foreach (var key in resource.UniqueKeys) RefuseDouble(rows, resource, key, faults);
        foreach (var form in resource.Forms.Where(f => f.Constraints.Unique)) RefuseDouble(rows, resource, [form.Field.Name], faults);
        faults.ThrowIfAny();
        return new(resource.Name, resource.Title, resource.Shown, resource.Fields, resource.Key, resource.Sources, [.. rows]);
    }

    private static void Rows(IEnumerable<(int Line, string[] Cells)> records, string[]? heading, ResourceDescriptor resource, string shown, string? part,
        RowReader reader, List<DataRow> rows, Faults faults)
    {
        var columns = heading is null ? [.. Enumerable.Range(0, resource.Fields.Count)] : TableHeading.Columns(heading, resource, shown);
        var width = heading?.Length ?? columns.Length;
        foreach (var (line, cells) in records)
            if (cells.All(c => c.Length == 0) && width > 1)
                faults.Add(Invariant($"{shown}, line {line}"),
                    $"the line has no values, only {Sign(resource.Dialect)}. Delete the whole row; spreadsheets keep "
                    + "such rows below a table.");
            else if (cells.Length != width)
                faults.Add(reader.Place(line, Array.ConvertAll(columns, c => c >= 0 && c < cells.Length ? cells[c] : ""), part),
                    $"the line has {cells.Length} cells, the {(heading is null ? "schema" : "heading")} {width}. "
                    + $"{(cells.Length < width ? "Fill in the missing ones, with nothing between two commas where a cell is empty."
                        : "Write numbers with a decimal point and without thousands separators, and texts with a comma in quotes.")}");
            else rows.Add(reader.Read(line, Array.ConvertAll(columns, column => column < 0 ? "" : cells[column]), part, faults));
    }

    private static byte[] Unpacked(byte[] bytes, string shown)
    {
        try
        {
            using var whole = new MemoryStream();
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            packed.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidDataException wrong) { throw new DataException(shown, $"the file cannot be unpacked as gzip ({wrong.Message}). Restore it.", wrong); }
    }

    internal static List<(int Line, string[] Cells)> Records(string text, string shown) => Records(TableDialect.Common, text, shown);

    private static List<(int Line, string[] Cells)> Records(TableDialect dialect, string text, string shown)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\b') is var control and >= 0)
            throw new DataException(Invariant($"{shown}, line {1 + text.AsSpan(0, control).Count('\n')}"),
                "there is a control character. The file is damaged or not "
                + $"CSV; restore it.");
        if (!dialect.IsCommon) return DelimitedText.Records(dialect, text, shown);
        var records = new List<(int, string[])>();
        using var reader = CsvReader.FromText(text, CsvRules.For(dialect.Delimiter[0]));
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
                + $"it doubled and nothing but a {Sign(dialect).TrimEnd('s')} after it. ({wrong.Message})", wrong);
        }
        return records;
    }

    private static string Sign(TableDialect dialect) =>
        Separators.FirstOrDefault(s => dialect.Delimiter == s.Sign.ToString()).Name ?? $"\"{dialect.Delimiter}\"";

    private static void RefuseSeparators(string text, string shown, TableDialect dialect)
    {
        if (!dialect.IsCommon || dialect.HeaderRows is not [1]) return;
        var heading = text.Split('\n', 2)[0];
        if (!heading.Contains(dialect.Delimiter, StringComparison.Ordinal) && Separators.FirstOrDefault(s =>
            heading.Contains(s.Sign)) is { Name: not null } other)
            throw new DataException($"{shown}, line 1",
                $"the cells are separated by {other.Name}, not by {Sign(dialect)}. Say so in datapackage.json: \"dialect\": "
                + $"{{\"delimiter\": \"{(other.Sign == '\t' ? "\\t" : $"{other.Sign}")}\"}}, and \"decimalChar\": \",\" for fields whose numbers "
                + $"have a decimal comma; or save the file as CSV with {Sign(dialect)} (Excel takes both from the system's settings for "
                + $"numbers: list separator and decimal symbol).");
    }

    private static void RefuseDouble(List<DataRow> rows, ResourceDescriptor resource, IReadOnlyList<string> fields, Faults faults)
    {
        if (fields.Count == 0) return;
        int[] positions = [.. fields.Select(resource.Position)];
        var seen = new Dictionary<string, DataRow>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (positions.Any(row.IsEmpty)) continue;
            var key = string.Join('\u001f', positions.Select(p => FieldForm.Key(row.Texts[p], row.Numbers[p])));
            if (seen.TryAdd(key, row)) continue;
            var first = seen[key];
            var line = first.Part is { } other && other != row.Part ? $"{other}, line" : first.Addresses is null ? "line" : "row";
            faults.Add(row.Place(resource.Shown, "", null, -1), $"{string.Join(" and ", fields)} {string.Join(", ", positions.Select(p => row.Texts[p]))} "
                + $"appears twice, first in {line} {first.Line}. Remove one.");
        }
    }
}
