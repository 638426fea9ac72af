namespace CarbonComp.Uncertainty;

/// <summary>A lognormal distribution, by its median and geometric standard deviation.</summary>
public sealed record LogNormalDistribution : Distribution
{
    private readonly MathNet.Numerics.Distributions.LogNormal law;

    internal LogNormalDistribution(double median, double geometricStandardDeviation)
    {
        (Median, GeometricStandardDeviation) = (Positive(median, "median", "lognormal"), geometricStandardDeviation);
        if (!(geometricStandardDeviation > 1 && double.IsFinite(geometricStandardDeviation)))
            throw new UncertaintyException($"The geometric standard deviation of a lognormal distribution is {geometricStandardDeviation}. "
                + "It is a factor above 1: 1.3 covers about 68 % between median/1.3 and median·1.3.");
        law = new(Math.Log(median), Math.Log(geometricStandardDeviation));
    }

    /// <summary>The median.</summary>
    public double Median { get; }

    /// <summary>The factor of one standard deviation of the logarithm.</summary>
    public double GeometricStandardDeviation { get; }

    /// <inheritdoc/>
    public override double Mean => law.Mean;

    /// <inheritdoc/>
    public override double StandardDeviation => law.StdDev;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"lognormal, median {Median:G6}, geometric standard deviation {GeometricStandardDeviation:G4}");

    private protected override double At(double probability) => law.InverseCumulativeDistribution(probability);
}
