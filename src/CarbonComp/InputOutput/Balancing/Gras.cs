namespace CarbonComp;

/// <summary>Balancing of a matrix with negative cells to row and column totals (GRAS; Junius and Oosterhaven 2003, Lenzen et al. 2007)
/// (<c>docs/methods.md#balancing</c>).</summary>
/// <remarks>With P the positive cells and N the negative ones turned positive, <c>X = r̂·P·ŝ − r̂⁻¹·N·ŝ⁻¹</c>. The multiplier of a line with total v is
/// <c>(v + √(v² + 4pn)) / (2p)</c>, p and n its positive and negative parts as scaled by the other side; <c>−n/v</c> where it has no positive cell.
/// Signs and zeros stay. Without negative cells it is RAS.</remarks>
public static class Gras
{
    /// <summary>Balances A0, of any signs, to row totals u and column totals v of the same kind of unit and the same grand total; they may be
    /// negative.</summary>
    /// <remarks>The tolerance is the largest difference that is accepted, relative to the turnover of the line (its total without signs).</remarks>
    /// <exception cref="BalancingException">Totals that differ in sum, or that the signs and zeros of the start make impossible.</exception>
    /// <exception cref="AxisException">Totals along other axes.</exception>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static BalancedMatrix Balance(LabelledMatrix start, LabelledVector rowTotals, LabelledVector columnTotals,
        double tolerance = 1e-12, int maximumIterations = 10_000, CancellationToken cancellation = default)
    {
        var (u, v) = BalancedMatrix.Totals(start, rowTotals, columnTotals);
        var (positive, negative) = (start.Values.PointwiseMaximum(0), (-start.Values).PointwiseMaximum(0));
        RequirePossible(start.Rows, u, positive.RowSums(), negative.RowSums());
        RequirePossible(start.Columns, v, positive.ColumnSums(), negative.ColumnSums());
        var size = Math.Max(u.L1Norm(), v.L1Norm());
        if (Math.Abs(u.Sum() - v.Sum()) > 1e-9 * size)
            throw new BalancingException(
                $"The row totals add up to {u.Sum():R}, the column totals to {v.Sum():R}. Both are the sum of the same table; make them equal first.");

        // Grand totals that differ by their last digits cannot both be met to more digits than that.
        if (size > 0) tolerance = Math.Max(tolerance, 10 * Math.Abs(u.Sum() - v.Sum()) / size);
        var (r, s) = (Vector<double>.Build.Dense(u.Count, 1), Vector<double>.Build.Dense(v.Count, 1));
        var (iteration, residual, worst, newtonAfter) = (0, double.PositiveInfinity, 0, NewtonScaling.MaxStall);
        while (residual > tolerance && iteration < maximumIterations)
        {
            cancellation.ThrowIfStopped();
            iteration++;
            var newton = iteration > newtonAfter && u.Count <= NewtonScaling.MostRows;
            var before = (Residual: residual, R: r, S: s);
            if (newton) (r, s) = NewtonStep(positive, negative, u, r, s);
            r = Multipliers(u, positive * s, negative * Inverse(s));
            s = Multipliers(v, positive.TransposeThisAndMultiply(r), negative.TransposeThisAndMultiply(Inverse(r)));
            // The columns now fit; what is left shows in the rows.
            var (p, n) = (r.PointwiseMultiply(positive * s), Inverse(r).PointwiseMultiply(negative * Inverse(s)));
            residual = 0;
            for (var i = 0; i < u.Count; i++)
            {
                var turnover = p[i] + n[i] + Math.Abs(u[i]);
                var error = turnover == 0 ? 0 : Math.Abs(p[i] - n[i] - u[i]) / turnover;
                if (!(error <= residual)) (residual, worst) = (error, i);
            }
            // Where the step went astray: back, and some more sweeps before the next.
            if (newton && !(residual < before.Residual))
                (residual, r, s, newtonAfter) = (before.Residual, before.R, before.S, iteration + NewtonScaling.MaxStall);
        }
        if (!(residual <= tolerance))
            throw new BalancingException(Invariant($"The table does not reach its totals: after {iteration} iterations {start.Rows.Labels[worst]} "
                + $"is off by {residual:G3} of its turnover. ")
                + "Zeros and signs of the start leave no room for these totals; check the totals of lines with few cells.");
        return BalancedMatrix.Of(start, rowTotals, columnTotals, Scaled(positive, r, s) - Scaled(negative, Inverse(r), Inverse(s)), iteration, residual);
    }

    private static (Vector<double> R, Vector<double> S) NewtonStep(
        Matrix<double> positive, Matrix<double> negative, Vector<double> u, Vector<double> r, Vector<double> s)
    {
        var (rows, columns) = (r.ToArray(), s.ToArray());
        var (p, n) = (Scaled(positive, r, s), Scaled(negative, Inverse(r), Inverse(s)));
        NewtonScaling.Step(p + n, u - p.RowSums() + n.RowSums(), rows, columns);
        return (Vector<double>.Build.Dense(rows), Vector<double>.Build.Dense(columns));
    }

    private static Matrix<double> Scaled(Matrix<double> matrix, Vector<double> r, Vector<double> s) => matrix.MapIndexed((i, j, x) => r[i] * x * s[j]);

    private static Vector<double> Multipliers(Vector<double> totals, Vector<double> p, Vector<double> n) => Vector<double>.Build.Dense(totals.Count, i =>
        p[i] > 0 ? Root(totals[i], p[i], n[i])
        : n[i] > 0 ? -n[i] / totals[i]
        : 1);

    // The positive root of p·m² − v·m − n = 0; for negative v in the form that does not cancel.
    private static double Root(double v, double p, double n)
    {
        var root = Math.Sqrt(v * v + 4 * p * n);
        return v >= 0 ? (v + root) / (2 * p) : 2 * n / (root - v);
    }

    private static Vector<double> Inverse(Vector<double> multipliers) => multipliers.Map(m => m == 0 ? 0 : 1 / m);

    private static void RequirePossible(Axis axis, Vector<double> totals, Vector<double> positive, Vector<double> negative)
    {
        for (var i = 0; i < totals.Count; i++)
        {
            var why = totals[i] > 0 && positive[i] == 0 ? "no positive cell"
                : totals[i] < 0 && negative[i] == 0 ? "no negative cell"
                : totals[i] == 0 && positive[i] == 0 && negative[i] > 0 ? "only negative cells"
                : null;
            if (why is not null)
                throw new BalancingException(
                    $"{axis.Labels[i]} must add up to {totals[i]:R}, but its start has {why}. Give it a cell of the right sign, or change the total.");
        }
    }
}
