using System.Collections.Frozen;

namespace CarbonComp;

/// <summary>A table of a data package: its fields with unit and status, and its rows.</summary>
/// <remarks>Every number has a unit and a status: the field's, or those that its row names in fields called <c>unit</c> and <c>status</c>. The row's
/// win. A row's unit counts for fields of type number, not for integers.</remarks>
public sealed record DataTable : Tabular
{
    private readonly FrozenDictionary<string, int> positions;
    private readonly DataRow[] rows;

    internal DataTable(string name, string title, string file, IReadOnlyList<Field> fields, IReadOnlyList<string> key,
        IReadOnlyList<DataSource> sources, DataRow[] rows)
    {
        (Name, Title, File, Fields, Key, Sources, this.rows) = (name, title, file, fields, key, sources, rows);
        positions = fields.Index().ToFrozenDictionary(f => f.Item.Name, f => f.Index, StringComparer.Ordinal);
        Status = ValueStatuses.Weakest(from row in rows from f in fields.Index() where f.Item.IsNumeric
            && !row.IsEmpty(f.Index) select row.Statuses[f.Index]!.Value);
    }

    /// <summary>The name of its resource: <c>economy</c>.</summary>
    public string Name { get; }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The file it was read from, for messages: <c>bth-2020/economy.csv</c>.</summary>
    public string File { get; }

    /// <summary>Its columns.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The names of the fields that together identify a row; may be empty.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>The publications it is taken from.</summary>
    public IReadOnlyList<DataSource> Sources { get; }

    /// <summary>What states the units, for messages: <c>datapackage.json</c>, or the headings of a sheet.</summary>
    public string UnitsAreIn { get; internal init; } = "datapackage.json";

    /// <summary>The number of rows.</summary>
    public int RowCount => rows.Length;

    /// <inheritdoc/>
    public override string Caption => Title;

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The description of a field.</summary>
    /// <exception cref="DataException">No such field; the message names those there are.</exception>
    public Field this[string name] => Fields[Position(name)];

    /// <summary>Whether the table has a field.</summary>
    public bool Has(string name) => positions.ContainsKey(name);

    /// <summary>The cells of a field as in the file, empty where there is no value; truth values as true and false, dates in ISO 8601.</summary>
    /// <exception cref="DataException">No such field.</exception>
    public IReadOnlyList<string> Texts(string field)
    {
        var position = Position(field);
        return Array.ConvertAll(rows, row => row.Texts[position]);
    }

    /// <summary>The numbers of a field, all in <see cref="UnitOf"/>.</summary>
    /// <exception cref="DataException">No such field, a field of texts, an empty cell, or rows whose units measure different things.</exception>
    public Vector<double> Numbers(string field)
    {
        var position = NumericPosition(field);
        var unit = Fields[position].IsNumeric ? UnitOf(field) : Unit.One;
        return Vector<double>.Build.DenseOfEnumerable(rows.Select(row => In(unit, row, position)));
    }

    /// <summary>The unit of a field: its own, or the one its rows name.</summary>
    /// <exception cref="DataException">No such field, a field of texts, or one without rows and without a unit.</exception>
    public Unit UnitOf(string field)
    {
        var position = NumericPosition(field);
        return Fields[position].Unit
            ?? rows.Select(row => row.Units[position]).FirstOrDefault(unit => unit is not null)
            ?? throw new DataException($"{File}, field {field}", "no row says in which unit it is. Give the field a unit in datapackage.json.");
    }

    /// <summary>The weakest status of a field's numbers.</summary>
    /// <exception cref="DataException">No such field, or a field of texts.</exception>
    public ValueStatus StatusOf(string field)
    {
        var position = NumericPosition(field);
        return ValueStatuses.Weakest(rows.Where(row => !row.IsEmpty(position)).Select(row => row.Statuses[position] ?? ValueStatus.Statistic));
    }

    /// <summary>One number of a table whose rows are named, such as a table of parameters, in the unit that is wanted.</summary>
    /// <exception cref="DataException">No such row or field, a key of several fields, an empty cell, or a unit that measures something else.</exception>
    public double Value(string key, Unit unit, string field = "value")
    {
        var position = NumericPosition(field);
        if (Key.Count != 1)
            throw new DataException(File, $"its rows are identified by {Key.Count} fields, not one. Use Where to choose a row, then Numbers(\"{field}\").");
        var at = Position(Key[0]);
        var row = rows.FirstOrDefault(r => string.Equals(r.Texts[at], key, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataException(File, $"there is no {Key[0]} \"{key}\". There are: {string.Join(", ", rows.Select(r => r.Texts[at]))}. Add "
            + $"its row, or correct the spelling.");
        return In(unit, row, position);
    }

    /// <inheritdoc cref="Value(string, Unit, string)"/>
    public double Value(string key, string unit, string field = "value") => Value(key, Unit.Parse(unit), field);

    /// <summary>The rows whose cell in a field is one of some texts, in any case.</summary>
    /// <exception cref="DataException">No such field, or a text that no row has.</exception>
    public DataTable Where(string field, params IEnumerable<string> values)
    {
        var position = Position(field);
        var wanted = new HashSet<string>(values, StringComparer.OrdinalIgnoreCase);
        var kept = Array.FindAll(rows, row => wanted.Contains(row.Texts[position]));
        wanted.ExceptWith(kept.Select(row => row.Texts[position]));
        if (wanted.Count > 0)
            throw new DataException($"{File}, field {field}", $"no row has \"{wanted.First()}\". There are: {Different(rows.Select(r => r.Texts[position]))}.");
        return With(kept);
    }

    /// <summary>The rows whose label in a field is on an axis.</summary>
    /// <exception cref="DataException">No such field.</exception>
    public DataTable Where(string field, Axis axis)
    {
        var position = Position(field);
        return With(Array.FindAll(rows, row => axis.Contains(row.Texts[position])));
    }

    /// <summary>The rows that have a value in a field which may be empty.</summary>
    /// <exception cref="DataException">No such field.</exception>
    public DataTable Given(string field)
    {
        var position = Position(field);
        return With(Array.FindAll(rows, row => !row.IsEmpty(position)));
    }

    /// <summary>Refuses numbers that cannot be what the field is about, such as a GDP of 0.</summary>
    /// <param name="field">A field of numbers; empty cells are passed over.</param>
    /// <param name="holds">What every number, in the unit of its row, must be.</param>
    /// <param name="demand">What is wrong and what to do, after the number: "GDP must be positive. …".</param>
    /// <returns>This table.</returns>
    /// <exception cref="DataException">A number for which it does not hold; the message names file, line, row and field.</exception>
    public DataTable Require(string field, Func<double, bool> holds, string demand)
    {
        var position = NumericPosition(field);
        var wrong = Array.FindIndex(rows, row => !row.IsEmpty(position) && !holds(row.Numbers[position]));
        return wrong < 0 ? this : throw Wrong(wrong, field, demand);
    }

    /// <summary>An error to throw for the value of a field in a row, counted from 0: "… the value is 5. {demand}".</summary>
    /// <returns>An error whose message names file, line, row and field.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    /// <exception cref="DataException">No such field.</exception>
    public DataException Wrong(int row, string field, string demand)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, rows.Length);
        return WrongAt(row, field, $"the value is {rows[row].Texts[Position(field)]}. {demand}");
    }

    /// <summary>Every field as a column; numbers with an empty cell are <see cref="double.NaN"/> there.</summary>
    public override Columns ToColumns() => new(Fields.Select((field, position) => field.Type switch
    {
        FieldType.Number or FieldType.Integer when SharedUnit(position) is { } unit =>
            new Column(field.Name, Array.ConvertAll(rows, r => r.IsEmpty(position) ? double.NaN : In(unit, r, position)), unit),
        FieldType.Number or FieldType.Integer or FieldType.Year => new Column(field.Name, Array.ConvertAll(rows, r => r.Numbers[position])),
        FieldType.Boolean => rows.Any(r => r.IsEmpty(position))
            ? new Column(field.Name, Array.ConvertAll(rows, r => r.IsEmpty(position) ? (bool?)null : r.Texts[position] == "true"))
            : new Column(field.Name, Array.ConvertAll(rows, r => r.Texts[position] == "true")),
        _ => new Column(field.Name, Array.ConvertAll(rows, r => r.Texts[position])),
    }));

    // What each row holds in some fields: for comparison, for messages, and whether none of them is empty.
    internal IEnumerable<(string Key, string Shown, bool IsGiven)> Keys(IReadOnlyList<string> fields)
    {
        int[] at = [.. fields.Select(Position)];
        return rows.Select(row => (string.Join('\u001f', at.Select(p => FieldForm.Key(row.Texts[p], row.Numbers[p]))),
            string.Join(", ", at.Select(p => row.Texts[p])), !at.Any(row.IsEmpty)));
    }

    internal DataTable StatedIn(string where) => this with { UnitsAreIn = where };

    internal int LineOf(int row) => rows[row].Line;

    internal DataException WrongAt(int row, string? field, string message) => new(Place(rows[row], field), message);

    private DataTable With(DataRow[] kept) => new(Name, Title, File, Fields, Key, Sources, kept) { UnitsAreIn = UnitsAreIn };

    internal IReadOnlyList<DataRow> Rows => rows;

    // The unit in which all rows can be shown; null where they measure different things.
    private Unit? SharedUnit(int position)
    {
        var units = rows.Select(r => r.Units[position]).OfType<Unit>().Distinct().ToArray();
        var first = Fields[position].Unit ?? units.FirstOrDefault();
        return first is not null && units.All(unit => unit.Dimension == first.Dimension) ? first : null;
    }

    private double In(Unit unit, DataRow row, int position)
    {
        var field = Fields[position];
        if (row.IsEmpty(position))
            throw new DataException(Place(row, field.Name), "there is no value. Give one, or leave such rows out with Given.");
        if (!field.IsNumeric) return row.Numbers[position];
        var own = row.Units[position]!;
        if (own == unit) return row.Numbers[position];
        try { return row.Numbers[position] * own.To(unit); }
        catch (UnitException wrong) { throw new DataException(Place(row, field.Name), $"{wrong.Message} Correct the unit.", wrong); }
    }

    private int Position(string field) => positions.TryGetValue(field, out var position) ? position
        : throw new DataException(File, $"there is no field \"{field}\". There are: {string.Join(", ", Fields.Select(f => f.Name))}.");

    private int NumericPosition(string field)
    {
        var position = Position(field);
        return !Fields[position].IsNumeric && Fields[position].Type != FieldType.Year
            ? throw new DataException($"{File}, field {field}",
            "it holds text, not numbers. Use Texts, or declare it as number with a unit in datapackage.json.")
            : position;
    }

    private string Place(DataRow row, string? field) => row.Place(File, string.Join(", ",
        (Key.Count > 0 ? Key : [Fields[0].Name]).Select(k => row.Texts[positions[k]]).Where(t => t.Length > 0)), field,
        field is null ? -1 : positions.GetValueOrDefault(field, -1));

    private static string Different(IEnumerable<string> texts) =>
        Listing.Of(texts.Distinct(StringComparer.OrdinalIgnoreCase)) is { Length: > 0 } listed ? listed : "no rows";
}
