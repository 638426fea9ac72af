namespace CarbonComp.InputOutput;

/// <summary>A matrix before and after balancing, and how that went: iterations, what is left, the cells moved most.</summary>
/// <param name="Start">Before.</param>
/// <param name="Balanced">After.</param>
/// <param name="Iterations">How many times all rows and all columns were scaled.</param>
/// <param name="Residual">The largest difference between a sum and its total, relative to the total.</param>
public sealed record BalancedMatrix(LabelledMatrix Start, LabelledMatrix Balanced, int Iterations, double Residual) : Tabular
{
    /// <summary>All that was moved, as a share of all there was: <c>Σ|after − before| / Σ|before|</c>.</summary>
    public double MeanAbsoluteMove
    {
        get
        {
            var before = Start.Abs().Total;
            return before == 0 ? 0 : (Balanced - Start).Abs().Total / before;
        }
    }

    /// <summary>The cells that moved most, largest change first.</summary>
    /// <param name="count">How many.</param>
    public IReadOnlyList<CellAdjustment> MovedMost(int count = 10) =>
        [.. Moves().OrderByDescending(m => Math.Abs(m.Change)).Take(count)];

    /// <summary>The cells that moved most for their size, largest relative change first.</summary>
    /// <param name="count">How many.</param>
    public IReadOnlyList<CellAdjustment> MovedMostRelatively(int count = 10) =>
        [.. Moves().OrderByDescending(m => Math.Abs(m.Relative)).Take(count)];

    /// <inheritdoc/>
    public override string Caption => Invariant(
        $"{Start.Name}, balanced in {Iterations} iterations to {Residual:G2} of the totals; {MeanAbsoluteMove:P2} of all was moved; the cells moved most");

    /// <inheritdoc/>
    public override ValueStatus Status => Balanced.Status;

    /// <summary>The twenty cells that moved most.</summary>
    public override Columns ToColumns()
    {
        var moves = MovedMost(20);
        return Table.OfRows(Caption, moves).With(Start.Rows.Kind == Start.Columns.Kind ? $"from {Start.Rows.Kind}" : Start.Rows.Kind, m => m.Row)
            .With(Start.Rows.Kind == Start.Columns.Kind ? $"to {Start.Columns.Kind}" : Start.Columns.Kind, m => m.Column)
            .With("before", m => m.Start, Start.Unit).With("after", m => m.Balanced, Start.Unit).With("relative change", m => m.Relative, Unit.One);
    }

    private IEnumerable<CellAdjustment> Moves() =>
        from i in Enumerable.Range(0, Start.Rows.Count)
        from j in Enumerable.Range(0, Start.Columns.Count)
        where Start.Values[i, j] != Balanced.Values[i, j]
        select new CellAdjustment(Start.Rows.Labels[i], Start.Columns.Labels[j], Start.Values[i, j], Balanced.Values[i, j]);
}
