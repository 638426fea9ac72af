namespace CarbonComp.InputOutput;

/// <summary>Location quotients: how far a region can supply itself, from its sectors' sizes alone (docs/methods.md#construction).</summary>
/// <remarks>
/// A quotient below 1 scales the national input coefficient down to what the region is taken to supply itself,
/// <c>r_ij = a_ij·min(1, q_ij)</c>; the rest comes from elsewhere. Sizes are outputs (value added or employment do as well).
/// </remarks>
public static class LocationQuotients
{
    /// <summary>SLQ: <c>(x_i^r / x^r) / (x_i^n / x^n)</c>, one value per sector; 0 where the nation has none of it.</summary>
    /// <param name="region">Sizes of the region's sectors, not negative.</param>
    /// <param name="nation">Sizes of the nation's.</param>
    /// <exception cref="ArgumentException">Different lengths, negative sizes, or a region larger than the nation.</exception>
    public static Vector<double> Simple(Vector<double> region, Vector<double> nation)
    {
        Require(region, nation);
        var (all, national) = (region.Sum(), nation.Sum());
        return Vector<double>.Build.Dense(region.Count, i => region[i] == 0 ? 0 : region[i] / all / (nation[i] / national));
    }

    /// <summary>CILQ: <c>SLQ_i / SLQ_j</c> for supplier i and user j, SLQ_i on the diagonal (Flegg and Webber); 0 where the region has no user j.</summary>
    /// <inheritdoc cref="Simple"/>
    public static Matrix<double> CrossIndustry(Vector<double> region, Vector<double> nation)
    {
        var simple = Simple(region, nation);
        return Matrix<double>.Build.Dense(simple.Count, simple.Count,
            (i, j) => i == j ? simple[i] : simple[j] == 0 ? 0 : simple[i] / simple[j]);
    }

    /// <summary>FLQ: <c>CILQ_ij · λ*</c> (Flegg and Webber 1997).</summary>
    /// <param name="region">Sizes of the region's sectors, not negative.</param>
    /// <param name="nation">Sizes of the nation's.</param>
    /// <param name="delta">δ of <see cref="Lambda"/>: 0 takes no account of size; 0.25–0.3 is usual.</param>
    public static Matrix<double> Flegg(Vector<double> region, Vector<double> nation, double delta) =>
        CrossIndustry(region, nation) * Lambda(region.Sum(), nation.Sum(), delta);

    /// <summary><c>λ* = [log2(1 + x^r/x^n)]^δ</c>: small regions import more; from 0 to 1.</summary>
    /// <param name="region">x^r, the region's size, not above the nation's.</param>
    /// <param name="nation">x^n, positive.</param>
    /// <param name="delta">δ, from 0 to below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside its range.</exception>
    public static double Lambda(double region, double nation, double delta)
    {
        if (!(nation > 0)) throw new ArgumentOutOfRangeException(nameof(nation), nation, "A nation has output.");
        if (!(region >= 0 && region <= nation * (1 + 1e-12))) throw new ArgumentOutOfRangeException(nameof(region), region,
            "A region's output lies between 0 and the nation's.");
        if (!(delta >= 0 && delta < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "δ lies from 0 to below 1; 0.25 to 0.3 is usual.");
        return Math.Pow(Math.Log2(1 + region / nation), delta);
    }

    private static void Require(Vector<double> region, Vector<double> nation)
    {
        if (region.Count != nation.Count) throw new ArgumentException($"The region has {region.Count} sectors, the nation {nation.Count}.", nameof(region));
        for (var i = 0; i < region.Count; i++)
            if (!(region[i] >= 0 && region[i] <= nation[i] * (1 + 1e-12)))
                throw new ArgumentException($"Sector {i + 1} of the region is {region[i]:G6}, of the nation {nation[i]:G6}. A region's sector "
                    + $"lies between 0 and the nation's.", nameof(region));
    }
}
