using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

/// <summary>The analyses as their formulas are printed, with the inverse formed and every sum written out: slow, and independent of how the library
/// computes them.</summary>
internal sealed class SpelledOut
{
    private readonly MultiRegionalTable t;
    private readonly Matrix<double> a;
    private readonly Matrix<double> b;
    private readonly Vector<double> f;
    private readonly Vector<double> unused;
    private readonly int regions, s, n;

    public SpelledOut(MultiRegionalTable table, Intensity intensity)
    {
        (t, f, regions, s, n) = (table, intensity.Values, table.Regions.Count, table.Sectors.Count, table.Axis.Count);
        a = Matrix<double>.Build.Dense(n, n, (i, j) => t.Output[j] == 0 ? 0 : t.Intermediate[i, j] / t.Output[j]);
        b = Inverse(Matrix<double>.Build.DenseIdentity(n) - a);
        unused = t.Output - a * t.Output - t.FinalUse.RowSums() - t.Exports;
    }

    /// <summary>T_rs = Σ_i∈r f_i Σ_j b_ij y_js.</summary>
    public Matrix<double> Transfers() => Blocks(f, b * t.FinalUse);

    /// <summary>What is emitted for what no use takes up, by region.</summary>
    public Vector<double> Unallocated() => Blocks(f, (b * unused).ToColumnMatrix()).Column(0);

    /// <summary>E_rs = f_r'(I − A_rr)⁻¹(Σ_j∈s z_j + y_s), r ≠ s.</summary>
    public Matrix<double> BilateralTrade() => Matrix<double>.Build.Dense(regions, regions, (r, to) => r == to ? 0
        : Own(r, f) * (t.Intermediate.SubMatrix(r * s, s, to * s, s).RowSums() + t.FinalUse.SubMatrix(r * s, s, to, 1).Column(0)));

    /// <summary>T1, T2, D1, D2, D3f, D3i, D4, importer by importer, last producer by last producer, absorber by absorber.</summary>
    public Matrix<double> ByDestination(Vector<double> coefficients)
    {
        var parts = Matrix<double>.Build.Dense(regions, 7);
        Vector<double>[][] used = [.. Enumerable.Range(0, regions).Select(r =>
            Enumerable.Range(0, regions).Select(to => t.FinalUse.Column(to, r * s, s)).ToArray())];
        for (var r = 0; r < regions; r++)
        {
            var phi = Own(r, coefficients);
            for (var to = 0; to < regions; to++) parts[r, to == r ? 0 : 1] += phi * used[r][to];
            for (var importer = 0; importer < regions; importer++)
            {
                if (importer == r) continue;
                var delivered = phi * a.SubMatrix(r * s, s, importer * s, s);
                for (var last = 0; last < regions; last++)
                {
                    var made = delivered * b.SubMatrix(importer * s, s, last * s, s);
                    for (var to = 0; to < regions; to++)
                        parts[r, to == r ? 6 : to == importer ? (last == importer ? 2 : 3) : last == importer ? 4 : 5] += made * used[last][to];
                }
            }
        }
        return parts;
    }

    /// <summary>Σ_i∈r va_i Σ_j g_ij f_j with the Ghosh inverse G = (I − x̂⁻¹Z)⁻¹.</summary>
    public Vector<double> Income()
    {
        var ghosh = Inverse(Matrix<double>.Build.DenseIdentity(n) - Matrix<double>.Build.Dense(n, n, (i, j) =>
            t.Output[i] == 0 || t.Output[j] == 0 ? 0 : t.Intermediate[i, j] / t.Output[i]));
        return Blocks(t.ValueAdded, (ghosh * f).ToColumnMatrix()).Column(0);
    }

    /// <summary>What sectors lose when others are cut out of the table and the rest is solved for what is still wanted.</summary>
    public Vector<double> Extraction(params int[] taken)
    {
        int[] kept = [.. Enumerable.Range(0, n).Except(taken)];
        var wanted = Vector<double>.Build.Dense(kept.Length, k => t.FinalUse.Row(kept[k]).Sum() + t.Exports[kept[k]] + unused[kept[k]]);
        var left = Inverse(Matrix<double>.Build.DenseIdentity(kept.Length)
            - Matrix<double>.Build.Dense(kept.Length, kept.Length, (i, j) => a[kept[i], kept[j]])) * wanted;
        var lost = t.Output.Clone();
        for (var k = 0; k < kept.Length; k++) lost[kept[k]] -= left[k];
        return lost;
    }

    /// <summary>Emissions by region for other intensities, structures and final uses.</summary>
    public static Vector<double> Emissions(SpelledOut intensity, SpelledOut structure, SpelledOut use) =>
        use.Blocks(intensity.f, (structure.b * (use.t.FinalUse.RowSums() + use.t.Exports + use.unused)).ToColumnMatrix()).Column(0);

    // MathNet's own inverse takes half a minute on a table of the world.
    private static Matrix<double> Inverse(Matrix<double> m) => m.RowCount < 200 ? m.Inverse() : Factorization.Of(m).Inverse();

    private Vector<double> Own(int r, Vector<double> coefficients) =>
        coefficients.SubVector(r * s, s) * (Matrix<double>.Build.DenseIdentity(s) - a.SubMatrix(r * s, s, r * s, s)).Inverse();

    private Matrix<double> Blocks(Vector<double> weights, Matrix<double> values) =>
        Matrix<double>.Build.Dense(regions, values.ColumnCount, (r, c) => weights.SubVector(r * s, s) * values.Column(c, r * s, s));
}
