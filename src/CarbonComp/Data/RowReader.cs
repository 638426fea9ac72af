using System.Globalization;

namespace CarbonComp.Data;

// Turns the cells of a line into numbers with unit and status, or says why that cannot be.
internal sealed class RowReader(ResourceDescriptor resource)
{
    private readonly int unitColumn = Column(resource, "unit");
    private readonly int statusColumn = Column(resource, "status");
    private readonly int[] labels = [.. (resource.Key.Count > 0 ? resource.Key : [resource.Fields[0].Name])
        .Select(k => resource.Fields.Index().First(f => f.Item.Name == k).Index)];

    public DataRow Read(int line, string[] cells)
    {
        var count = resource.Fields.Count;
        var row = new DataRow(line, cells, new double[count], new Unit?[count], new ValueStatus?[count]);
        Array.Fill(row.Numbers, double.NaN);
        var unit = Own<Unit?>(row, unitColumn, Unit.Parse);
        var status = Own<ValueStatus?>(row, statusColumn, text => ValueStatuses.Parse(text));
        foreach (var (position, field) in resource.Fields.Index())
        {
            var cell = cells[position];
            if (cell.Length == 0)
            {
                if (field.Required && position != unitColumn && position != statusColumn)
                    throw Wrong(row, field, "the cell is empty. Give a value; if it may be empty, add \"constraints\": {\"required\": false} in "
                        + "datapackage.json.");
                continue;
            }
            (row.Numbers[position], row.Units[position]) = field.Type switch
            {
                FieldType.Number => (Number(row, field, cell),
                    unit ?? field.Unit ?? throw Wrong(row, field, "the row has no unit. Fill its cell in the column unit.")),
                FieldType.Integer => (Whole(row, field, cell), field.Unit),
                FieldType.Year => (Year(row, field, cell), null),
                FieldType.Boolean when cell is not ("true" or "false") => throw Wrong(row, field, $"\"{cell}\" is neither true nor false. Write one of them."),
                _ => (double.NaN, null),
            };
            if (field.IsNumeric)
                row.Statuses[position] = status ?? field.Status ?? throw Wrong(row, field, "nothing says where the number comes from. Fill the row's status: "
                    + "statistic, paper, constructed or illustrative.");
        }
        return row;
    }

    // The row's own unit or status.
    private T Own<T>(DataRow row, int column, Func<string, T> parse) => column < 0 || row.Texts[column].Length == 0 ? default!
        : DataException.At(Place(row, resource.Fields[column]), () => parse(row.Texts[column]));

    private double Number(DataRow row, Field field, string cell)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var read = double.TryParse(cell, plain, CultureInfo.InvariantCulture, out var number);
        if (read && double.IsFinite(number)) return number;
        if (read || cell.Trim('-', '+').ToUpperInvariant() is "NAN" or "INF" or "INFINITY" or "NA" or "N/A")
            throw Wrong(row, field, $"\"{Shown(cell)}\" is not a finite number. Leave out what has no value; never fill it.");
        throw Wrong(row, field, $"\"{Shown(cell)}\" is not a number. Write plain digits with a decimal point, without spaces, thousands separators or units.");
    }

    private double Year(DataRow row, Field field, string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 9999 ? year
            : throw Wrong(row, field, $"\"{Shown(cell)}\" is not a year. Write its four digits and nothing else: 2020.");

    private double Whole(DataRow row, Field field, string cell)
    {
        const double exact = 9007199254740992; // 2^53: beyond it doubles skip whole numbers
        return long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && Math.Abs((double)whole) <= exact ? whole
            : throw Wrong(row, field, $"\"{Shown(cell)}\" is not a whole number. Write digits only, without spaces or thousands separators; for figures with "
                + $"decimals declare the field as number in datapackage.json.");
    }

    private DataException Wrong(DataRow row, Field field, string message) => new(Place(row, field), message);

    // "economy.csv, line 5 (2020, Tangshan)"; the cells along the fields, empty where the line has none.
    public string Place(int line, string[] cells) => new DataRow(line, cells, [], [], []).Place(resource.Shown, Label(cells), null);

    private string Place(DataRow row, Field field) => row.Place(resource.Shown, Label(row.Texts), field.Name);

    private string Label(string[] cells) => string.Join(", ", labels.Select(l => Shown(cells[l])).Where(t => t.Length > 0));

    private static string Shown(string cell) => cell.Length > 40 ? cell[..40] + "…" : cell;

    private static int Column(ResourceDescriptor resource, string name) =>
        resource.Fields.Index().Where(f => f.Item.Name == name && f.Item.Type == FieldType.Text).Select(f => f.Index).FirstOrDefault(-1);
}
