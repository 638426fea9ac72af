namespace CarbonComp;

/// <summary>One number for each pair of labels of two axes, with its unit and status.</summary>
public sealed partial record LabelledMatrix : Tabular
{
    /// <summary>Creates the matrix: a finite number for each pair of labels, all in one unit.</summary>
    /// <exception cref="AxisException">Another shape than the axes have.</exception>
    /// <exception cref="CarbonCompException">A value that is not a finite number; the message names its labels.</exception>
    public LabelledMatrix(string name, Axis rows, Axis columns, Matrix<double> values, Unit unit, ValueStatus status)
    {
        (Name, Rows, Columns, Values, Unit, Status) = (name, rows, columns, values.Clone(), unit, status);
        if (values.RowCount != rows.Count || values.ColumnCount != columns.Count)
            throw new AxisException(
                $"{name} is {values.RowCount} × {values.ColumnCount}, expected {rows.Count} {rows.Kinds} × {columns.Count} {columns.Kinds}.");
        foreach (var (i, j, value) in values.EnumerateIndexed(Zeros.AllowSkip))
            if (!double.IsFinite(value))
                throw new CarbonCompException($"{name} of {rows.Labels[i]}, {columns.Labels[j]} is not a number. Give a value, 0 where there is none.");
    }

    /// <summary>The name of the quantity.</summary>
    public string Name { get; }

    /// <summary>The labels of the rows.</summary>
    public Axis Rows { get; }

    /// <summary>The labels of the columns.</summary>
    public Axis Columns { get; }

    /// <summary>The numbers, in <see cref="Unit"/>.</summary>
    public Matrix<double> Values { get; }

    /// <summary>The unit of all values.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"{Name}, {ReadableUnit}";

    /// <summary>The number of a pair of labels.</summary>
    public double this[string row, string column] => Values[Rows.IndexOf(row), Columns.IndexOf(column)];

    /// <summary>The sum of everything.</summary>
    public double Total => RowSums().Total;

    /// <summary>The sum of each row.</summary>
    public LabelledVector RowSums() => new(Name, Rows, Values.RowSums(), Unit, Status);

    /// <summary>The sum of each column.</summary>
    public LabelledVector ColumnSums() => new(Name, Columns, Values.ColumnSums(), Unit, Status);

    /// <summary>One row.</summary>
    public LabelledVector Row(string label) => new($"{Name}, {label}", Columns, Values.Row(Rows.IndexOf(label)), Unit, Status);

    /// <summary>One column.</summary>
    public LabelledVector Column(string label) => new($"{Name}, {label}", Rows, Values.Column(Columns.IndexOf(label)), Unit, Status);

    /// <summary>Some of the rows, found by their codes, in the order of another axis.</summary>
    /// <exception cref="AxisException">A label that is not among the rows.</exception>
    public LabelledMatrix ForRows(Axis subset)
    {
        int[] kept = [.. subset.Codes.Select(Rows.IndexOf)];
        return new(Name, subset, Columns, Matrix<double>.Build.Dense(kept.Length, Columns.Count, (i, j) => Values[kept[i], j]), Unit, Status);
    }

    /// <summary>Rows and columns exchanged.</summary>
    public LabelledMatrix Transpose() => new(Name, Columns, Rows, Values.Transpose(), Unit, Status);

    /// <summary>The same quantity in another unit of the same kind.</summary>
    /// <exception cref="UnitException">The unit measures something else.</exception>
    public LabelledMatrix In(Unit unit)
    {
        try { return Unit == unit ? this : new(Name, Rows, Columns, Values * Unit.To(unit), unit, Status); }
        catch (UnitException wrong) { throw new UnitException($"{Name}: {wrong.Message}"); }
    }

    /// <inheritdoc cref="In(Unit)"/>
    public LabelledMatrix In(string unit) => In(Unit.Parse(unit));

    /// <summary>Refuses negative numbers.</summary>
    /// <exception cref="CarbonCompException">A negative number, or what <paramref name="error"/> makes of the message, which names its labels.</exception>
    public LabelledMatrix RequireNotNegative(string demand = "It cannot be negative.", Func<string, CarbonCompException>? error = null)
    {
        foreach (var (i, j, value) in Values.EnumerateIndexed(Zeros.AllowSkip))
            if (value < 0 && Invariant($"{Name} of {Columns.Labels[j]} in {Rows.Labels[i]} is {value}{Operands.Suffix(Unit)}. {demand}") is var message)
                throw error?.Invoke(message) ?? new CarbonCompException(message);
        return this;
    }

    /// <summary>A column of row labels, then one column per column label, in the unit that the caption gives.</summary>
    public override Columns ToColumns()
    {
        var readable = In(ReadableUnit);
        return new([new Column(Rows.Kind, Rows.Labels.ToArray()),
            .. Columns.Labels.Select((label, j) => new Column(label, readable.Values.Column(j).ToArray()))]);
    }

    private Unit ReadableUnit => Unit.Readable(Values.Enumerate().Select(Math.Abs).DefaultIfEmpty(0).Max());
}
