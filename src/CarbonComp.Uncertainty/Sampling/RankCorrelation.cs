namespace CarbonComp.Uncertainty;

// Iman and Conover (1982): the values of each column stay, their order changes until the ranks have the wanted correlation.
internal static class RankCorrelation
{
    public static double[][] Induced(double[][] points, Matrix<double> target)
    {
        var (n, k) = (points.Length, target.RowCount);
        if (n <= k + 1)
            throw new UncertaintyException($"{n} runs are too few to correlate {k} inputs. Take more than {k + 1}.");
        // Van der Waerden's scores of the ranks.
        var scores = Matrix<double>.Build.Dense(n, k);
        for (var j = 0; j < k; j++)
        {
            var order = Order(points.Select(p => p[j]));
            for (var rank = 0; rank < n; rank++)
                scores[order[rank], j] = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (rank + 1.0) / (n + 1));
        }
        // The scores' own correlation is taken out and the wanted one put in: S = M (P Q⁻¹)'.
        var own = (scores.TransposeThisAndMultiply(scores) / scores.Column(0).DotProduct(scores.Column(0))).Cholesky().Factor;
        var wanted = scores * (ForNormalScores(target).Cholesky().Factor * own.Inverse()).Transpose();
        var result = points.Select(p => (double[])p.Clone()).ToArray();
        for (var j = 0; j < k; j++)
        {
            double[] sorted = [.. points.Select(p => p[j]).Order()];
            var order = Order(wanted.Column(j));
            for (var rank = 0; rank < n; rank++) result[order[rank]][j] = sorted[rank];
        }
        return result;
    }

    // Spearman's ρ of normal scores with Pearson's r: ρ = 6/π·asin(r/2).
    private static Matrix<double> ForNormalScores(Matrix<double> spearman)
    {
        var pearson = spearman.MapIndexed((i, j, rho) => i == j ? 1 : 2 * Math.Sin(Math.PI / 6 * rho));
        if (pearson.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() <= 1e-10)
            throw new UncertaintyException("The rank correlations of the inputs are too close to what cannot hold together. Lower some of them.");
        return pearson;
    }

    private static int[] Order(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return [.. Enumerable.Range(0, all.Length).OrderBy(i => all[i])];
    }
}
