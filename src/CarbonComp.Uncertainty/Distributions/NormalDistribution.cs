namespace CarbonComp.Uncertainty;

/// <summary>A normal distribution.</summary>
public sealed record NormalDistribution : Distribution
{
    // Half of the 95 % interval in standard deviations.
    private static readonly double Half95 = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.975);

    internal NormalDistribution(double mean, double standardDeviation) =>
        (Mean, StandardDeviation) = (Finite(mean, "mean", "normal"), Positive(standardDeviation, "standard deviation", "normal"));

    /// <inheritdoc/>
    public override double Mean { get; }

    /// <inheritdoc/>
    public override double StandardDeviation { get; }

    /// <inheritdoc/>
    public override string ToString() => Invariant($"normal, mean {Mean:G6}, standard deviation {StandardDeviation:G4}");

    internal static NormalDistribution Within(double mean, double share)
    {
        if (!(share is > 0 and < 1))
            throw new UncertaintyException($"The 95 % interval of a normal distribution is given as ±{share} of the mean. Write 0.05 for ±5 %.");
        return new(mean, share * Positive(mean, "mean", "normal") / Half95);
    }

    private protected override double At(double probability) => Mean + StandardDeviation * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);
}
