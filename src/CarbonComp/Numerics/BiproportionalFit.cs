namespace CarbonComp.Numerics;

/// <summary>A table whose rows and columns were scaled until they add up to given totals, and how that went.</summary>
/// <remarks>Bi-proportional fitting (RAS; Stone 1961, Bacharach 1970): <c>X_ij = r_i · S_ij · s_j</c> with <c>Σ_j X_ij = u_i</c> and <c>Σ_i X_ij =
/// v_j</c>, r and s being the multipliers of rows and columns. Of all tables with these totals it is the one closest to the seed in information
/// (least <c>Σ X ln(X/S)</c>); zeros stay zeros. A sweep scales all rows and all columns. The residual is the largest difference between a sum and
/// its total, relative to that total.</remarks>
public sealed record BiproportionalFit(Matrix<double> Values, Vector<double> RowMultipliers, Vector<double> ColumnMultipliers, int Sweeps,
    double Residual)
{
    /// <summary>Scales rows and columns of a table until they add up to the totals.</summary>
    /// <remarks>The seed is S, the totals are u and v: finite, not negative, with equal grand totals. The tolerance is relative to each total; the
    /// axes label rows and columns in messages.</remarks>
    /// <exception cref="BalancingException">Shapes that differ; a negative or not finite number; grand totals that differ by more than a billionth; a
    /// total where the seed has only zeros; zeros in the seed that make the totals impossible.</exception>
    public static BiproportionalFit Of(Matrix<double> seed, Vector<double> rowTotals, Vector<double> columnTotals, double tolerance = 1e-12,
        int maximumSweeps = 10_000, Axis? rows = null, Axis? columns = null, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tolerance);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maximumSweeps);
        Check(seed, rowTotals, columnTotals, rows, columns);
        // Grand totals that differ by their last digits could not both be met: the rows' counts.
        if (columnTotals.Sum() > 0) columnTotals *= rowTotals.Sum() / columnTotals.Sum();

        var (height, width) = (seed.RowCount, seed.ColumnCount);
        var (r, s) = (Vector<double>.Build.Dense(height, 1), Vector<double>.Build.Dense(width, 1));
        if (rowTotals.Maximum() == 0) return new(seed * 0, r * 0, s * 0, 0, 0);

        var (sweep, residual, worst, newtonAfter) = (0, double.PositiveInfinity, 0, NewtonScaling.MaxStall);
        while (residual > tolerance && sweep < maximumSweeps)
        {
            cancellation.ThrowIfStopped();
            sweep++;
            var newton = sweep > newtonAfter && height <= NewtonScaling.MostRows;
            var before = (residual, r, s);
            if (newton)
            {
                var (scaled, across, down) = (Scaled(seed, r, s), r.ToArray(), s.ToArray());
                NewtonScaling.Step(scaled, rowTotals - scaled.RowSums(), across, down);
                s = Vector<double>.Build.Dense(down);
            }
            r = Multipliers(rowTotals, seed * s);
            s = Multipliers(columnTotals, seed.TransposeThisAndMultiply(r));
            // The columns now fit exactly; what is left shows in the rows.
            var sums = seed * s;
            residual = 0;
            for (var i = 0; i < height; i++)
            {
                var error = rowTotals[i] == 0 ? 0 : Math.Abs(r[i] * sums[i] / rowTotals[i] - 1);
                if (!(error <= residual)) (residual, worst) = (error, i);
            }
            // A step that went astray is taken back; some more sweeps come before the next.
            if (newton && !(residual < before.residual)) ((residual, r, s), newtonAfter) = (before, sweep + NewtonScaling.MaxStall);
        }
        if (!(residual <= tolerance))
            throw new BalancingException($"The table does not reach its totals: after {sweep} sweeps {Name(rows, "row", worst)} is off by "
                + $"{residual:0.###e+0} of its total (tolerance {tolerance:0.###e+0}). The zeros of the seed leave no room for these totals; "
                + $"check the totals of the rows and columns that have few entries, or put small positive numbers where flows are possible.");

        return new(Scaled(seed, r, s), r, s, sweep, residual);
    }

    private static Matrix<double> Scaled(Matrix<double> seed, Vector<double> r, Vector<double> s) =>
        Matrix<double>.Build.Dense(seed.RowCount, seed.ColumnCount, (i, j) => r[i] * seed[i, j] * s[j]);

    // Multipliers that bring weighted sums to their totals; a line of zeros keeps total 0 and multiplier 0.
    private static Vector<double> Multipliers(Vector<double> totals, Vector<double> sums) =>
        Vector<double>.Build.Dense(totals.Count, i => totals[i] == 0 ? 0 : totals[i] / sums[i]);

    private static void Check(Matrix<double> seed, Vector<double> rowTotals, Vector<double> columnTotals, Axis? rows, Axis? columns)
    {
        if (rowTotals.Count != seed.RowCount || columnTotals.Count != seed.ColumnCount)
            throw new BalancingException($"The table is {seed.RowCount} × {seed.ColumnCount}, but there are {rowTotals.Count} row totals and "
                + $"{columnTotals.Count} column totals. Give one total a row and one a column.");
        foreach (var (i, j, value) in seed.EnumerateIndexed(Zeros.AllowSkip))
            if (!(value >= 0 && double.IsFinite(value)))
                throw new BalancingException($"The seed of {Name(rows, "row", i)}, {Name(columns, "column", j)} is {value:R}. Bi-proportional fitting needs "
                    + $"finite numbers that are not negative; use GRAS where cells are negative.");
        CheckTotals(rowTotals, seed.RowSums(), rows, "row");
        CheckTotals(columnTotals, seed.ColumnSums(), columns, "column");
        var (across, down) = (rowTotals.Sum(), columnTotals.Sum());
        if (Math.Abs(across - down) > 1e-9 * Math.Max(across, down))
            throw new BalancingException($"The row totals add up to {across:R}, the column totals to {down:R}. Both are the sum of the same table; make them "
                + $"equal first.");
    }

    private static void CheckTotals(Vector<double> totals, Vector<double> sums, Axis? axis, string kind)
    {
        for (var i = 0; i < totals.Count; i++)
        {
            if (!(totals[i] >= 0 && double.IsFinite(totals[i])))
                throw new BalancingException($"The total of {Name(axis, kind, i)} is {totals[i]:R}. A total is a finite number and not negative.");
            if (totals[i] > 0 && sums[i] == 0)
                throw new BalancingException($"{Name(axis, kind, i)} must add up to {totals[i]:R}, but its seed has only zeros. Give it at least one "
                    + $"positive number, or total 0.");
        }
    }

    private static string Name(Axis? axis, string kind, int position) =>
        axis is null ? $"{kind} {position + 1}" : $"{axis.Kind} {axis.Labels[position]}";
}
