namespace CarbonComp.InputOutput;

/// <summary>A matrix before and after balancing, and how that went: iterations, what is left, the cells moved most.</summary>
/// <param name="Start">Before.</param>
/// <param name="Balanced">After.</param>
/// <param name="Iterations">How many times all rows and all columns were scaled.</param>
/// <param name="Residual">The largest difference between a sum and its total, relative to the total.</param>
public sealed record BalancedMatrix(LabelledMatrix Start, LabelledMatrix Balanced, int Iterations, double Residual) : Tabular
{
    /// <summary>All that was moved, as a share of all there was: <c>Σ|after − before| / Σ|before|</c>.</summary>
    public double MeanAbsoluteMove => Start.Abs().Total is var before and not 0 ? (Balanced - Start).Abs().Total / before : 0;

    /// <summary>The cells that moved most, largest change first.</summary>
    public IReadOnlyList<CellAdjustment> MovedMost(int count = 10) => [.. Moves().OrderByDescending(m => Math.Abs(m.Change)).Take(count)];

    /// <inheritdoc/>
    public override string Caption => Invariant(
        $"{Start.Name}, balanced in {Iterations} iterations to {Residual:G2} of the totals; {MeanAbsoluteMove:P2} of all was moved; the cells moved most");

    /// <inheritdoc/>
    public override ValueStatus Status => Balanced.Status;

    /// <summary>The twenty cells that moved most.</summary>
    public override Columns ToColumns()
    {
        var (from, to) = (Start.Rows.Kind, Start.Columns.Kind);
        if (from == to) (from, to) = ($"from {from}", $"to {to}");
        return Table.OfRows(Caption, MovedMost(20)).With(from, m => m.Row).With(to, m => m.Column)
            .With("before", m => m.Start, Start.Unit).With("after", m => m.Balanced, Start.Unit).With("relative change", m => m.Relative, Unit.One);
    }

    internal static (Vector<double> Rows, Vector<double> Columns) Totals(LabelledMatrix start, LabelledVector rowTotals, LabelledVector columnTotals)
    {
        start.Rows.Require(rowTotals.Axis, rowTotals.Name);
        start.Columns.Require(columnTotals.Axis, columnTotals.Name);
        return (rowTotals.In(start.Unit).Values, columnTotals.In(start.Unit).Values);
    }

    internal static BalancedMatrix Of(
        LabelledMatrix start, LabelledVector rowTotals, LabelledVector columnTotals, Matrix<double> values, int iterations, double residual) =>
        new(start, new LabelledMatrix(start.Name, start.Rows, start.Columns, values, start.Unit,
            ValueStatuses.Weakest(start.Status, rowTotals.Status, columnTotals.Status, ValueStatus.Constructed)), iterations, residual);

    private IEnumerable<CellAdjustment> Moves() =>
        from i in Enumerable.Range(0, Start.Rows.Count)
        from j in Enumerable.Range(0, Start.Columns.Count)
        where Start.Values[i, j] != Balanced.Values[i, j]
        select new CellAdjustment(Start.Rows.Labels[i], Start.Columns.Labels[j], Start.Values[i, j], Balanced.Values[i, j]);
}
