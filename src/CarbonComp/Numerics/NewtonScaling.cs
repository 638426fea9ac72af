namespace CarbonComp.Numerics;

// Newton's step towards row totals for bi-proportional scaling (RAS, GRAS), where scaling by turns creeps.
// Sweeps are slow where a few large cells hold their row and column together and little else couples the lines. With
// X the matrix as scaled, columns exact, and W its cells without signs (a negative cell of GRAS falls as its multipliers rise, and counts
// with its size), (diag(W1) − W·diag(1/W'1)·W')·du = u − X1 and dv = −diag(1/W'1)·W'·du
// change the logarithms of the multipliers; convergence is quadratic near the solution (Klincewicz 1989).
internal static class NewtonScaling
{
    // Above this number of rows a step costs more than the sweeps that it saves.
    public const int MostRows = 600;

    // Most tables fit within so many sweeps; where one does not, steps between the sweeps help.
    public const int MaxStall = 100;

    // Longer steps in the logarithm leave the neighbourhood in which the step is right.
    private const double LongestStep = 1;

    // Changes the multipliers r and s by one step; lacking is u − X1. The columns must fit when it is called; they need scaling again afterwards.
    public static void Step(Matrix<double> w, Vector<double> lacking, double[] r, double[] s)
    {
        var (across, down) = (w.RowSums(), w.ColumnSums());
        var perColumn = down.Map(d => d == 0 ? 0 : 1 / d, Zeros.Include);
        // One constant for all rows changes nothing; what rounding puts there is taken out.
        lacking = lacking - across * (lacking.Sum() / across.Sum());
        var system = -(w * Matrix<double>.Build.DenseOfDiagonalVector(perColumn)).TransposeAndMultiply(w);
        for (var i = 0; i < r.Length; i++) system[i, i] += across[i] == 0 ? 1 : across[i] * (1 + 1e-12);
        Vector<double> du;
        try { du = Factorization.Of(system).Solve(lacking); }
        catch (LinearAlgebraException) { return; }
        var dv = -perColumn.PointwiseMultiply(w.TransposeThisAndMultiply(du));
        var longest = Math.Max(du.AbsoluteMaximum(), dv.AbsoluteMaximum());
        if (!double.IsFinite(longest)) return;
        var share = longest > LongestStep ? LongestStep / longest : 1;
        for (var i = 0; i < r.Length; i++) r[i] *= Math.Exp(share * du[i]);
        for (var j = 0; j < s.Length; j++) s[j] *= Math.Exp(share * dv[j]);
    }
}
