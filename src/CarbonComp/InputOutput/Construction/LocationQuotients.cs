namespace CarbonComp.InputOutput;

/// <summary>Location quotients: how far a region can supply itself, from its sectors' sizes alone (docs/methods.md#construction).</summary>
/// <remarks>A quotient below 1 scales the national input coefficient down to what the region is taken to supply itself,
/// <c>r_ij = a_ij·min(1, q_ij)</c>; the rest comes from elsewhere. Sizes are outputs (value added or employment do as well).</remarks>
public static class LocationQuotients
{
    /// <summary>SLQ: <c>(x_i^r / x^r) / (x_i^n / x^n)</c>, one value per sector; 0 where the nation has none of it.</summary>
    /// <exception cref="ArgumentException">Different lengths, negative sizes, or a region larger than the nation.</exception>
    public static Vector<double> Simple(Vector<double> region, Vector<double> nation)
    {
        if (region.Count != nation.Count) throw new ArgumentException($"The region has {region.Count} sectors, the nation {nation.Count}.", nameof(region));
        for (var i = 0; i < region.Count; i++)
            if (!(region[i] >= 0 && region[i] <= nation[i] * (1 + 1e-12)))
                throw new ArgumentException($"Sector {i + 1} of the region is {region[i]:G6}, of the nation {nation[i]:G6}. A region's sector "
                    + $"lies between 0 and the nation's.", nameof(region));
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

    /// <summary>FLQ: <c>CILQ_ij · λ*</c> (Flegg and Webber 1997), λ* by <see cref="Lambda"/>.</summary>
    public static Matrix<double> Flegg(Vector<double> region, Vector<double> nation, double delta) =>
        CrossIndustry(region, nation) * Lambda(region.Sum(), nation.Sum(), delta);

    // q_ij by the estimator that is chosen.
    internal static Matrix<double> Of(RegionalPurchaseCoefficient which, Vector<double> region, Vector<double> nation, double delta) => which switch
    {
        RegionalPurchaseCoefficient.FleggQuotient => Flegg(region, nation, delta),
        RegionalPurchaseCoefficient.CrossIndustryQuotient => CrossIndustry(region, nation),
        _ => Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Repeat(Simple(region, nation), region.Count)),
    };

    /// <summary><c>λ* = [log2(1 + x^r/x^n)]^δ</c>, from 0 to 1: small regions import more. δ is from 0, which takes no account of size, to below 1;
    /// 0.25–0.3 is usual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside its range.</exception>
    public static double Lambda(double region, double nation, double delta)
    {
        Guard.Positive(nation, "The nation's output must be positive.");
        if (!(region >= 0 && region <= nation * (1 + 1e-12)))
            throw new ArgumentOutOfRangeException(nameof(region), region, "A region's output lies between 0 and the nation's.");
        if (delta is not (>= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(delta), delta, "δ must be from 0 to below 1; 0.25 to 0.3 is usual.");
        return Math.Pow(Math.Log2(1 + region / nation), delta);
    }
}
