using System.Globalization;

namespace CarbonComp.Data;

// Turns the cells of a line into numbers with unit and status, or says why that cannot be.
internal sealed class RowReader(ResourceDescriptor resource)
{
    private readonly int unitColumn = Column(resource, "unit");
    private readonly int statusColumn = Column(resource, "status");
    private readonly int[] labels = [.. (resource.Key.Count > 0 ? resource.Key : [resource.Fields[0].Name])
        .Select(resource.Position)];
    private readonly bool[] isMissing = new bool[resource.Fields.Count];

    // The row; its faults are collected, and what is at fault is left empty.
    public DataRow Read(int line, string[] cells, string? part, Faults faults, IReadOnlyList<string>? addresses = null)
    {
        var count = resource.Fields.Count;
        for (var position = 0; position < count; position++)
            if (isMissing[position] = resource.Forms[position].IsMissing(cells[position])) cells[position] = "";
        var row = new DataRow(line, cells, new double[count], new Unit?[count], new ValueStatus?[count]) { Part = part, Addresses = addresses };
        Array.Fill(row.Numbers, double.NaN);
        try
        {
            var unit = Own<Unit?>(row, unitColumn, Unit.Parse);
            var status = Own<ValueStatus?>(row, statusColumn, text => ValueStatuses.Parse(text));
            for (var position = 0; position < count; position++)
                try { if (!IsPlain(row, position, unit, status)) Read(row, position, unit, status); }
                catch (DataException wrong) { faults.Add(wrong); }
        }
        catch (DataException wrong) { faults.Add(wrong); }
        return row;
    }

    // Reads a text, or a number in plain digits, of which the schema says no more; most cells are such.
    private bool IsPlain(DataRow row, int position, Unit? unit, ValueStatus? status)
    {
        var (form, field) = (resource.Forms[position], resource.Fields[position]);
        if (!form.IsPlain || row.IsEmpty(position)) return false;
        if (field.Type == FieldType.Text) return true;
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (field.Type != FieldType.Number || !double.TryParse(row.Texts[position], plain, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number) || (unit ?? field.Unit) is not { } own || (status ?? field.Status) is not { } known) return false;
        (row.Numbers[position], row.Units[position], row.Statuses[position]) = (number, own, known);
        return true;
    }

    private void Read(DataRow row, int position, Unit? unit, ValueStatus? status)
    {
        var (form, field) = (resource.Forms[position], resource.Fields[position]);
        Exception Wrong(string message) => new DataException(Place(row, field), message);
        var cell = row.Texts[position];
        if (isMissing[position])
        {
            if ((field.Required || resource.Key.Contains(field.Name)) && position != unitColumn && position != statusColumn)
                throw Wrong(row.Addresses is not null ? "the cell is empty. Give a value; 0 only where there is none of it."
                    : "the cell is empty. Give a value; if it may be empty, add \"constraints\": {\"required\": false} in datapackage.json.");
            return;
        }
        if (cell.Length == 0)
        {
            // An empty text is a text where it is not listed as missing; an empty number is nothing that could be read.
            if (field.Type == FieldType.Text) return;
            throw Wrong("the cell is empty, and \"\" is not among the missingValues. List it there if the cell may be empty, or give a value.");
        }
        cell = row.Texts[position] = form.Text(cell, Wrong);
        if (field.IsNumeric)
        {
            row.Units[position] = (field.Type == FieldType.Number ? unit : null) ?? field.Unit
                ?? throw Wrong("the row has no unit. Fill its cell in the column unit.");
            row.Statuses[position] = status ?? field.Status ?? throw Wrong("nothing says where the number comes from. Fill the row's status: statistic, paper, "
                + "constructed or illustrative.");
        }
        row.Numbers[position] = form.Number(cell, row.Units[position], Wrong);
        if (form.Constraints.Fault(cell, row.Numbers[position]) is { } demand)
            throw Wrong($"the value is {FieldForm.Shown(cell)}; {demand}. Correct the value, or the constraint in datapackage.json.");
    }

    // The row's own unit or status.
    private T Own<T>(DataRow row, int column, Func<string, T> parse) => column < 0 || row.Texts[column].Length == 0 ? default!
        : DataException.At(Place(row, resource.Fields[column]), () => parse(row.Texts[column]));

    // "economy.csv, line 5 (2020, Tangshan)"; the cells along the fields, empty where the line has none.
    public string Place(int line, string[] cells, string? part) => new DataRow(line, cells, [], [], []) { Part = part }.Place(resource.Shown, Label(cells),
        null, -1);

    private string Place(DataRow row, Field field) => row.Place(resource.Shown, Label(row.Texts), field.Name, resource.Position(field.Name));

    private string Label(string[] cells) => string.Join(", ", labels.Select(l => FieldForm.Shown(cells[l])).Where(t => t.Length > 0));

    private static int Column(ResourceDescriptor resource, string name) =>
        resource.Fields.Index().Where(f => f.Item.Name == name && f.Item.Type == FieldType.Text).Select(f => f.Index).FirstOrDefault(-1);
}
