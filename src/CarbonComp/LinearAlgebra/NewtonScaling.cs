using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Newton's step towards row totals for bi-proportional scaling, where scaling by turns creeps.</summary>
/// <remarks>
/// Sweeps are slow where a few large cells hold their row and column together and little else couples the lines. With
/// X the matrix as scaled, columns exact, <c>(diag(X1) − X·diag(1/X'1)·X')·du = u − X1</c> and <c>dv = −diag(1/X'1)·X'·du</c>
/// change the logarithms of the multipliers; convergence is quadratic near the solution (Klincewicz 1989).
/// </remarks>
internal static class NewtonScaling
{
    /// <summary>Above this number of rows a step costs more than the sweeps that it saves.</summary>
    public const int MostRows = 600;

    // Longer steps in the logarithm leave the neighbourhood in which the step is right.
    private const double LongestStep = 1;

    /// <summary>Changes the multipliers by one step. The columns must fit when it is called; they need scaling again afterwards.</summary>
    public static void Step(Matrix<double> seed, double[] r, double[] s, Vector<double> rowTotals)
    {
        var x = Matrix<double>.Build.Dense(r.Length, s.Length, (i, j) => r[i] * seed[i, j] * s[j]);
        var (across, down) = (x.RowSums(), x.ColumnSums());
        var perColumn = down.Map(d => d == 0 ? 0 : 1 / d, Zeros.Include);
        var lacking = rowTotals - across;
        // One constant for all rows changes nothing; what rounding puts there is taken out.
        lacking -= across * (lacking.Sum() / across.Sum());
        var system = -(x * Matrix<double>.Build.DenseOfDiagonalVector(perColumn)).TransposeAndMultiply(x);
        for (var i = 0; i < r.Length; i++) system[i, i] += across[i] == 0 ? 1 : across[i] * (1 + 1e-12);
        Vector<double> du;
        try { du = Factorization.Of(system).Solve(lacking); }
        catch (LinearAlgebraException) { return; }
        var dv = -perColumn.PointwiseMultiply(x.TransposeThisAndMultiply(du));
        var longest = Math.Max(du.AbsoluteMaximum(), dv.AbsoluteMaximum());
        if (!double.IsFinite(longest)) return;
        var share = longest > LongestStep ? LongestStep / longest : 1;
        for (var i = 0; i < r.Length; i++) r[i] *= Math.Exp(share * du[i]);
        for (var j = 0; j < s.Length; j++) s[j] *= Math.Exp(share * dv[j]);
    }
}
