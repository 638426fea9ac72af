namespace CarbonComp;

/// <summary>A table with a row for each item of a list, made column by column.</summary>
/// <typeparam name="T">What the items are.</typeparam>
public sealed record TableOfRows<T> : Tabular
{
    private readonly IReadOnlyList<T> rows;
    private readonly ValueStatus? status;

    internal TableOfRows(string caption, IReadOnlyList<T> rows, ValueStatus? status) => (Caption, this.rows, this.status) = (caption, rows, status);

    /// <inheritdoc/>
    public override string Caption { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => status ?? Known.DefaultIfEmpty(ValueStatus.Constructed).Max();

    private IReadOnlyList<Column> Columns { get; init; } = [];

    private IReadOnlyList<ValueStatus> Statuses { get; init; } = [];

    private IEnumerable<ValueStatus> Known => rows.OfType<ITabular>().Select(r => r.Status).Concat(Statuses);

    /// <summary>The table with one more column: numbers with their unit, texts or truth values without.</summary>
    public TableOfRows<T> With<TValue>(string name, Func<T, TValue> value, Unit? unit = null) =>
        this with { Columns = [.. Columns, Column.Of(name, rows.Select(value), unit)] };

    /// <summary>The table with one more column of quantities, in the unit of the first. Their statuses count for the table's.</summary>
    /// <exception cref="UnitException">Quantities that measure different things.</exception>
    public TableOfRows<T> With(string name, Func<T, Quantity> value)
    {
        Quantity[] all = [.. rows.Select(value)];
        var unit = all.Length > 0 ? all[0].Unit : null;
        return this with
        {
            Columns = [.. Columns, Column.Of(name, all.Select(q => q.In(unit!).Value), unit)],
            Statuses = [.. Statuses, .. all.Select(q => q.Status)],
        };
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => new(Columns);

    /// <summary>The finished table.</summary>
    public static implicit operator Table(TableOfRows<T> table) => new(table.Caption, table.ToColumns(), table.Status);

    /// <summary>The columns alone.</summary>
    public static implicit operator Columns(TableOfRows<T> table) => table.ToColumns();
}
