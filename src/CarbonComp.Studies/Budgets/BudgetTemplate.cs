using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Studies;

/// <summary>The empty tables of a budget, to be filled for any region: one workbook with a sheet a table, or a data package of csv files.</summary>
/// <remarks>Both have the same tables and columns, and <see cref="BudgetCase.Load"/> reads both. Nothing is overwritten.</remarks>
public static class BudgetTemplate
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the template: a workbook where the path ends in <c>.xlsx</c>, else a folder.</summary>
    /// <param name="path">A file or folder that is not there yet.</param>
    /// <param name="regions">Names of regions; with them the rows are there already.</param>
    /// <param name="years">Years, likewise.</param>
    /// <param name="emissions">Whether there is an inventory of emissions by sector, which then takes the place of energy.</param>
    /// <exception cref="CarbonCompException">The path is taken.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<string>? regions = null, IReadOnlyList<int>? years = null, bool emissions = false)
    {
        if (File.Exists(path) || Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
            throw new CarbonCompException($"{path} is there already and was left as it is. Give another name, or move it away.");
        var (named, dated) = (regions ?? [], years ?? []);
        FormTable[] tables = [.. BudgetForm.Tables.Where(table => table.Name != (emissions ? "energy" : "emissions"))];
        if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            XlsxSheet.Write(path, [(FormWorkbook.Guide, Guide(tables)), .. tables.Select(table => (table.Name,
                Rows(table, named, dated).Select(r => r.Select(Cell)).Prepend(table.Headings)))]);
        else WriteFolder(path, tables, named, dated);
    }

    // The first sheet: who fills it, with what, and where the constants come from.
    private static IEnumerable<IEnumerable<object?>> Guide(IReadOnlyList<FormTable> tables) =>
    [
        ["A region of your own: carbon budget, functional zones and compensation"],
        [],
        ["title", ""],
        ["source", ""],
        ["status", ""],
        [],
        ["Write beside title what the case is called, beside source where the figures are from, and beside status what they are: statistic (published), "
            + "paper, constructed, or illustrative."],
        ["Fill the sheets below: numbers with a decimal point, no thousands separators, every region in every year, 0 only where there is none. An empty "
            + "cell is not zero and is refused."],
        ["The unit stands in brackets behind each heading. Change it there if your figures have another: 亿元, million yuan, persons, Mtce, ha."],
        ["Names of regions, of land classes and of columns may be Chinese. Columns and sheets of another name, and remarks around a table, are passed over "
            + "and told."],
        ["Then: carboncomp check FILE tells all that is wrong, with sheet and cell."],
        [],
        ["sheet", "a row is", "columns", "what to know"],
        .. tables.Select(t => new object?[] { t.Name, t.Row, string.Join(" | ", t.Headings), t.Remark }),
        [],
        ["constant", "where it comes from"],
        ["emissions of energy, breath, absorption of land", "BudgetCoefficients: Consistent counts all in CO2 (0.67 t C for a tonne of standard coal, forest "
            + "0.58 t C/ha); JiangxiCoefficients.AsPrinted are the numbers of JX as printed. The notebook names the set."],
        ["prices of sinks, growth curve", "sheet parameters, from JX eq. 13 and 14 (Frontiers in Environmental Science 12, 2024, 10.3389/fenvs.2024.1404760)"],
        ["exchange rate, Engel coefficient", "sheet parameters, to be filled in from your statistics"],
    ];

    private static object? Cell(string text) => double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : text;

    // The rows that are there already.
    private static IEnumerable<IReadOnlyList<string>> Rows(FormTable table, IReadOnlyList<string> regions, IReadOnlyList<int> years) =>
        table.Given.Count > 0 ? table.Given : table.Key switch
        {
            ["name"] => regions.Select(region => new[] { "", region }),
            ["year", "region"] => years.SelectMany(year => regions.Select(region => new[] { Invariant($"{year}"), region })),
            ["year"] => (table.Name == "nation" ? years.TakeLast(1) : years).Select(year => new[] { Invariant($"{year}") }),
            _ => [],
        };

    private static void WriteFolder(string folder, IReadOnlyList<FormTable> tables, IReadOnlyList<string> regions, IReadOnlyList<int> years)
    {
        var name = Path.GetFileName(Path.GetFullPath(folder));
        foreach (var table in tables)
        {
            FormColumn[] columns = [.. table.Columns, .. table.Classes?.Proposed ?? []];
            var lines = Rows(table, regions, years).Select(row => columns.Select((_, i) => i < row.Count ? row[i] : ""));
            Text(Path.Combine(folder, $"{table.Name}.csv"), lines.Prepend(columns.Select(c => c.Name))
                .Select(line => string.Join(',', line.Select(cell => cell.Contains(',') ? $"\"{cell}\"" : cell))));
        }
        Text(Path.Combine(folder, "README.md"), Readme(tables));
        var package = new JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
            ["name"] = new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]), ["title"] = name,
            ["resources"] = new JsonArray([.. tables.Select(t => (JsonNode)Resource(t))]),
        };
        Text(Path.Combine(folder, "datapackage.json"), [package.ToJsonString(Indented)]);
    }

    private static IEnumerable<string> Readme(IReadOnlyList<FormTable> tables) =>
    [
        "# A region of your own: carbon budget, functional zones and compensation", "",
        "1. In `datapackage.json` set `title`, and add `sources` (a list of objects with a `title`) and, to each of the `resources`, a `status`: `statistic`",
        "   (published), `paper`, `constructed` or `illustrative`. A field's `unit` may be changed there if your figures have another.",
        "2. Fill the files: numbers with a decimal point, no thousands separators, every region in every year, 0 only where there is none. An empty cell is",
        "   not zero and is refused. Names of regions and land classes may be Chinese; files are UTF-8.",
        "3. `carboncomp check FOLDER` tells all that is wrong, with file and line.", "",
        "| file | a row is | columns | what to know |", "| --- | --- | --- | --- |",
        .. from table in tables
           let columns = table.Columns.Concat(table.Classes?.Proposed ?? []).Select(column => $"`{column.Name}`")
           select $"| `{table.Name}.csv` | {table.Row} | {string.Join(", ", columns)} | {table.Remark} |",
    ];

    private static JsonObject Resource(FormTable table) => new()
    {
        ["name"] = table.Name, ["path"] = $"{table.Name}.csv", ["type"] = "table", ["format"] = "csv", ["title"] = table.Title,
        ["description"] = table.Remark,
        ["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray([.. table.Columns.Concat(table.Classes?.Proposed ?? []).Select(c => (JsonNode)Field(c))]),
            ["primaryKey"] = new JsonArray([.. table.Key.Select(k => (JsonNode)k)]),
        },
    };

    private static JsonObject Field(FormColumn column)
    {
        var field = new JsonObject { ["name"] = column.Name, ["type"] = column.Type == FieldType.Text ? "string" : column.Type.ToString().ToLowerInvariant(),
            ["title"] = column.Heading };
        if (column.Type == FieldType.Number && !column.UnitByRow) field["unit"] = column.Unit;
        if (!column.Required) field["constraints"] = new JsonObject { ["required"] = false };
        return field;
    }

    private static void Text(string path, IEnumerable<string> lines) => AtomicFile.Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in lines) writer.WriteLine(line);
    });
}
