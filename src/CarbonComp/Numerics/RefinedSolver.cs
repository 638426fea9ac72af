namespace CarbonComp;

/// <summary>Solves M·X = B in single precision with residuals in double precision (iterative refinement, as LAPACK's dsgesv).</summary>
internal static class RefinedSolver
{
    private const int MostCorrections = 8;

    /// <summary>The solution, or null where refinement does not reach double precision.</summary>
    /// <param name="solver">Solves with M in single precision.</param>
    /// <param name="b">B, column by column; stays as it is.</param>
    /// <param name="columns">How many right-hand sides.</param>
    /// <param name="order">Rows of M.</param>
    /// <param name="transposed">Whether M' is meant.</param>
    /// <param name="subtractProduct">Takes M·X (or M'·X) off the second array: (X, residual).</param>
    public static double[]? Solve(SinglePrecisionSolver solver, double[] b, int columns, int order, bool transposed, Action<double[], double[]> subtractProduct)
    {
        var x = (double[])b.Clone();
        if (!solver.Solve(x, columns, transposed)) return null;
        var (residual, last) = (new double[b.Length], 1e-5);
        for (var correction = 0; correction < MostCorrections; correction++)
        {
            StopButton.Look();
            b.CopyTo(residual, 0);
            subtractProduct(x, residual);
            if (!solver.Solve(residual, columns, transposed)) return null;
            var change = 0.0;
            for (var c = 0; c < columns; c++) change = Math.Max(change, Apply(x.AsSpan(c * order, order), residual.AsSpan(c * order, order)));
            if (!double.IsFinite(change)) return null;
            // The next correction would be smaller by as much as this one was: below a double's last digit it is left out.
            if (change * (change / last) <= 1e-16) return x;
            if (change > 0.1 * last && correction > 0) return change <= 1e-14 ? x : null;
            last = change;
        }
        return null;
    }

    // Largest correction relative to the column's largest element.
    private static double Apply(Span<double> x, ReadOnlySpan<double> correction)
    {
        var (largest, change) = (0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] += correction[i];
            largest = Math.Max(largest, Math.Abs(x[i]));
            change = Math.Max(change, Math.Abs(correction[i]));
        }
        return largest == 0 ? 0 : change / largest;
    }
}
