namespace CarbonComp.InputOutput;

/// <summary>Bi-proportional balancing of a non-negative matrix to row and column totals (RAS; Stone 1961).</summary>
/// <remarks><c>X = r̂·A0·ŝ</c> with <c>X1 = u</c> and <c>X'1 = v</c>; zeros stay zeros. For negative cells see <c>Gras</c>.</remarks>
public static class Ras
{
    /// <summary>Balances a matrix.</summary>
    /// <param name="start">A0, not negative.</param>
    /// <param name="rowTotals">u, along the rows, of the same kind of unit.</param>
    /// <param name="columnTotals">v, along the columns, the same grand total.</param>
    /// <param name="tolerance">The largest difference from a total that is accepted, relative to it.</param>
    /// <param name="maximumIterations">How often to try.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="BalancingException">Negative numbers, totals that differ in sum, or totals that the zeros of the start make impossible.</exception>
    /// <exception cref="AxisException">Totals along other axes.</exception>
    public static BalancedMatrix Balance(LabelledMatrix start, LabelledVector rowTotals, LabelledVector columnTotals,
        double tolerance = 1e-12, int maximumIterations = 10_000, CancellationToken cancellation = default)
    {
        start.Rows.Require(rowTotals.Axis, rowTotals.Name);
        start.Columns.Require(columnTotals.Axis, columnTotals.Name);
        var fit = BiproportionalFit.Of(start.Values, rowTotals.In(start.Unit).Values, columnTotals.In(start.Unit).Values,
            tolerance, maximumIterations, start.Rows, start.Columns, cancellation);
        var status = ValueStatuses.Weakest(start.Status, rowTotals.Status, columnTotals.Status, ValueStatus.Constructed);
        return new(start, new LabelledMatrix(start.Name, start.Rows, start.Columns, fit.Values, start.Unit, status), fit.Sweeps, fit.Residual);
    }
}
