using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>Reads a sheet that somebody filled: where its headings are, what they say, the rows below, and the notes around.</summary>
/// <remarks>What is wrong is collected; what was passed over is told.</remarks>
internal sealed class FormSheet
{
    private const int MostRowsAbove = 20;

    private readonly SheetGrid sheet;
    private readonly FormTable table;
    private readonly Faults faults;
    private readonly List<string> notes;
    private int heading;
    private int lower;

    private FormSheet(SheetGrid sheet, FormTable table, Faults faults, List<string> notes) => (this.sheet, this.table, this.faults, this.notes) =
        (sheet, table, faults, notes);

    /// <summary>The table of a sheet; null where its headings cannot be read, which is then among the faults.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="table">What it should have.</param>
    /// <param name="status">The status of its numbers, for columns without one.</param>
    /// <param name="sources">Where they are from.</param>
    /// <param name="faults">Receives what is wrong.</param>
    /// <param name="notes">Receives what was passed over.</param>
    public static DataTable? Read(SheetGrid sheet, FormTable table, ValueStatus status, IReadOnlyList<DataSource> sources, Faults faults, List<string> notes) =>
        new FormSheet(sheet, table, faults, notes).Read(status, sources);

    private DataTable? Read(ValueStatus status, IReadOnlyList<DataSource> sources)
    {
        if (!FindHeading()) return null;
        var before = faults.Count;
        List<(FormHeading Heading, FormColumn Column)> columns = [];
        for (var column = 1; column <= sheet.ColumnCount; column++)
            if (FormHeading.Of(sheet, heading, lower, column) is { Name.Length: > 0 } found && Meant(found, columns) is { } meant)
                columns.Add((found, meant));
        foreach (var missing in table.Columns.Where(c => c.Required && !columns.Any(known => known.Column.Name == c.Name)))
            faults.Add($"{sheet.Place}, row {heading}", $"there is no column \"{missing.Shown}\". Add it; the template has it.");
        if (table.Classes is { } classes && !columns.Any(c => IsClass(c.Column)))
            faults.Add($"{sheet.Place}, row {heading}", $"there is no column of numbers. Add one for each {classes.Field}, with the unit in brackets: "
                + $"{classes.Proposed[0].Shown}.");
        Field[] fields = [.. columns.Select(c => Field(c.Heading, c.Column, status))];
        if (faults.Count > before) return null;
        var read = faults.Collect(() => CellTables.Of(table.Name, table.Title, sheet.Place, fields, table.Key, sources, Rows(columns)));
        return read is null || table.Classes is null ? read : faults.Collect(() => read.Gathered(table.Key, table.Classes.Field, "value"));
    }

    /// <summary>The first row that names all columns of the key; its second row where groups stand in the first.</summary>
    private bool FindHeading()
    {
        bool Names(int row) => table.Key.All(key => Enumerable.Range(1, sheet.ColumnCount).Any(column =>
            table.Columns.First(c => c.Name == key).IsCalled(FormHeading.Of(sheet, row, row, column).Name)));
        heading = Enumerable.Range(1, Math.Min(MostRowsAbove, sheet.RowCount)).FirstOrDefault(Names);
        if (heading == 0)
        {
            var wanted = table.Key.Select(k => table.Columns.First(c => c.Name == k).Heading);
            faults.Add(sheet.Place, $"no row has the heading{(table.Key.Count > 1 ? "s" : "")} {string.Join(" and ", wanted)}. "
                + $"The template's are: {string.Join(" | ", table.Headings)}.");
            return false;
        }
        lower = heading;
        bool IsKey(int column) => table.Key.Any(key => table.Columns.First(c => c.Name == key).IsCalled(FormHeading.Of(sheet, heading, heading, column).Name));
        var next = Enumerable.Range(1, sheet.ColumnCount).Select(column => (Column: column, Text: sheet.Text(heading + 1, column))).ToArray();
        if (next.All(c => !IsKey(c.Column) || c.Text.Length == 0 || sheet.IsFilled(heading + 1, c.Column))
            && next.Any(c => !IsKey(c.Column) && c.Text.Length > 0 && !double.TryParse(c.Text, CultureInfo.InvariantCulture, out _)))
            lower = heading + 1;
        for (var row = 1; row < heading; row++) Note(row, "above");
        return true;
    }

    private FormColumn? Meant(FormHeading found, List<(FormHeading Heading, FormColumn Column)> known)
    {
        var meant = table.Columns.FirstOrDefault(c => c.IsCalled(found.Name));
        if (meant is null && table.Classes is { } classes)
        {
            if (classes.Takes(found.Name)) meant = new(found.Name, found.Name, classes.Unit);
            else faults.Add(Place(found), $"\"{found.Name}\" is not among the {classes.Field} names that are known: {Listing.Of(classes.Known, 24)}. "
                + classes.Advice);
        }
        if (meant is null)
        {
            if (table.Classes is null) notes.Add($"{Place(found)}: the column \"{found.Name}\" is not read.");
            return null;
        }
        if (!known.Any(c => c.Column.Name.Equals(meant.Name, StringComparison.OrdinalIgnoreCase))) return meant;
        faults.Add(Place(found), $"the column \"{found.Name}\" appears twice. Leave one out.");
        return null;
    }

    private Field Field(FormHeading found, FormColumn column, ValueStatus status)
    {
        if (column.Type != FieldType.Number || column.UnitByRow)
            return new(column.Name, column.Type, null, column.Type == FieldType.Number && !table.Columns.Any(c => c.Name == "status") ? status : null,
                column.Heading, Required: column.Required);
        var wanted = Unit.Parse(column.Unit);
        Unit? stated = null;
        if (found.Unit is null && column.Unit == "1") stated = Unit.One;
        else if (found.Unit is null)
            faults.Add(Place(found), $"the heading \"{found.Name}\" states no unit. Write it in brackets: {found.Name} ({column.Unit}).");
        else
            try { stated = Unit.Parse(found.Unit); }
            catch (UnitException wrong) { faults.Add(Place(found), $"{wrong.Message} The template has {column.Shown}."); }
        if (stated is not null && stated.Dimension != wanted.Dimension)
            faults.Add(Place(found), $"the heading states {stated}, which does not measure {column.Heading}. Write the unit of your figures in "
                + $"brackets, such as ({wanted}).");
        return new(column.Name, FieldType.Number, stated ?? wanted, status, column.Heading, Required: column.Required);
    }

    private IEnumerable<CellRow> Rows(List<(FormHeading Heading, FormColumn Column)> columns)
    {
        for (var row = lower + 1; row <= sheet.RowCount; row++)
        {
            var at = row;
            bool Filled(int column) => sheet.Text(at, column).Length > 0 || sheet.Fault(at, column) is not null;
            if (!Enumerable.Range(1, sheet.ColumnCount).Any(Filled)) continue;
            if (columns.Any(c => table.Key.Contains(c.Column.Name) && !Filled(c.Heading.Column))
                && !columns.Any(c => c.Column.Type == FieldType.Number && Filled(c.Heading.Column)))
            {
                Note(row, "below");
                continue;
            }
            string Cell((FormHeading Heading, FormColumn Column) c)
            {
                if (sheet.Fault(at, c.Heading.Column) is not { } fault)
                    return sheet.Text(at, c.Heading.Column) is { Length: 0 } && c.Column.Otherwise is { } other
                        && columns.FirstOrDefault(o => o.Column.Name == other) is { Heading: { } instead } ? sheet.Text(at, instead.Column)
                        : sheet.Text(at, c.Heading.Column);
                faults.Add($"{sheet.Place}, cell {SheetGrid.Address(at, c.Heading.Column)}", fault);
                return "0"; // The table is refused; the cell is told once.
            }
            yield return new(row, [.. columns.Select(Cell)], [.. columns.Select(c => SheetGrid.Address(at, c.Heading.Column))]);
        }
    }

    private bool IsClass(FormColumn column) => !table.Columns.Any(c => c.Name == column.Name);

    private void Note(int row, string where)
    {
        if (Enumerable.Range(1, sheet.ColumnCount).Select(column => sheet.Text(row, column)).FirstOrDefault(t => t.Length > 0) is { } text)
            notes.Add($"{sheet.Place}, row {row}: {where} the table stands \"{(text.Length > 80 ? text[..80] + "…" : text)}\".");
    }

    private string Place(FormHeading found) => $"{sheet.Place}, cell {SheetGrid.Address(found.Row, found.Column)}";
}
