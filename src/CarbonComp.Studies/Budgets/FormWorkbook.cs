namespace CarbonComp.Studies;

/// <summary>A workbook that somebody filled: a sheet a table, and one that says where the figures are from.</summary>
internal static class FormWorkbook
{
    /// <summary>The sheet with title, source and status.</summary>
    public const string Guide = "start";

    private static readonly string[] Guides = [Guide, "说明", "readme"];

    /// <summary>Reads the tables of a workbook.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tables">The tables that it should have.</param>
    /// <param name="notes">Receives what was passed over: titles, remarks below a table, sheets and columns of another name.</param>
    /// <exception cref="DataException">All that is wrong, together; the message names sheet and cell.</exception>
    public static DataPackage Read(string path, IReadOnlyList<FormTable> tables, List<string> notes)
    {
        var (name, faults) = (Path.GetFileName(path), new Faults(Path.GetFileName(path)));
        var sheets = SheetGrid.ReadAll(path);
        var guide = sheets.FirstOrDefault(s => Guides.Contains(s.Name, StringComparer.OrdinalIgnoreCase));
        var (title, source) = (Said(guide, "title", "题目", "标题"), Said(guide, "source", "来源", "资料来源"));
        var status = Status(name, guide, faults);
        DataSource[] sources = source.Length > 0 ? [new(source, "")] : [];
        if (source.Length == 0)
            faults.Add(guide is null ? name : guide.Place, "nothing says where the figures are from. Write it beside \"source\" in the sheet start.");
        var read = new List<DataTable>();
        foreach (var table in tables)
        {
            var found = sheets.Where(s => table.IsCalled(s.Name)).ToArray();
            if (found.Length > 1) faults.Add(name, $"two sheets are the table {table.Name}: {found[0].Name} and {found[1].Name}. Leave one out.");
            else if (found is [var sheet] && !(table.Optional && IsEmpty(sheet, table.Key.Count)))
                read.AddRange(FormSheet.Read(sheet, table, status, sources, faults, notes) is { } filled ? [filled] : Array.Empty<DataTable>());
            else if (!table.Optional) faults.Add(name, $"there is no sheet \"{table.Name}\" ({table.Title}). Copy it from the template.");
        }
        notes.AddRange(sheets.Where(s => s != guide && !tables.Any(t => t.IsCalled(s.Name)) && s.RowCount > 0)
            .Select(s => $"{s.Place}: the sheet is not read."));
        faults.ThrowIfAny();
        return new(Path.GetFileNameWithoutExtension(path), title.Length > 0 ? title : Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(Path.GetFullPath(path))!, sources, read);
    }

    private static ValueStatus Status(string name, SheetGrid? guide, Faults faults)
    {
        var said = Said(guide, "status", "状态");
        try { if (said.Length > 0) return ValueStatuses.Parse(said); }
        catch (CarbonCompException wrong) when (wrong is not DataException)
        {
            faults.Add(guide!.Place, wrong.Message);
            return ValueStatus.Illustrative;
        }
        faults.Add(guide is null ? name : guide.Place, "nothing says what the figures are. Write statistic, paper, constructed or illustrative beside "
            + "\"status\" in the sheet start.");
        return ValueStatus.Illustrative;
    }

    /// <summary>What stands beside a word in the first column.</summary>
    private static string Said(SheetGrid? guide, params string[] words) => guide is null ? "" : Enumerable.Range(1, guide.RowCount)
        .Where(row => words.Contains(guide.Text(row, 1).TrimEnd(':', '：'), StringComparer.OrdinalIgnoreCase)).Select(row => guide.Text(row, 2))
        .FirstOrDefault(text => text.Length > 0) ?? "";

    // Only headings and the columns of the key, or nothing.
    private static bool IsEmpty(SheetGrid sheet, int keys) => !Enumerable.Range(2, Math.Max(0, sheet.RowCount - 1)).Any(row =>
        Enumerable.Range(keys + 1, Math.Max(0, sheet.ColumnCount - keys)).Any(column => sheet.Text(row, column).Length > 0));
}
