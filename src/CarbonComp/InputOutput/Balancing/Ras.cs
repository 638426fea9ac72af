namespace CarbonComp.InputOutput;

/// <summary>Bi-proportional balancing of a non-negative matrix to row and column totals (RAS; Stone 1961) (<c>docs/methods.md#balancing</c>).</summary>
/// <remarks><c>X = r̂·A0·ŝ</c> with <c>X1 = u</c> and <c>X'1 = v</c>; zeros stay zeros. For negative cells see <see cref="Gras"/>.</remarks>
public static class Ras
{
    /// <summary>Balances A0, not negative, to row totals u and column totals v of the same kind of unit and the same grand total.</summary>
    /// <remarks>The tolerance is the largest difference from a total that is accepted, relative to it.</remarks>
    /// <exception cref="BalancingException">Negative numbers, totals that differ in sum, or totals that the zeros of the start make impossible.</exception>
    /// <exception cref="AxisException">Totals along other axes.</exception>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static BalancedMatrix Balance(LabelledMatrix start, LabelledVector rowTotals, LabelledVector columnTotals,
        double tolerance = 1e-12, int maximumIterations = 10_000, CancellationToken cancellation = default)
    {
        var (u, v) = BalancedMatrix.Totals(start, rowTotals, columnTotals);
        var fit = BiproportionalFit.Of(start.Values, u, v, tolerance, maximumIterations, start.Rows, start.Columns, cancellation);
        return BalancedMatrix.Of(start, rowTotals, columnTotals, fit.Values, fit.Sweeps, fit.Residual);
    }
}
