namespace CarbonComp.Uncertainty;

/// <summary>A uniform distribution.</summary>
public sealed record UniformDistribution : Distribution
{
    private readonly MathNet.Numerics.Distributions.ContinuousUniform law;

    internal UniformDistribution(double lowest, double highest)
    {
        (Lowest, Highest) = (Finite(lowest, "lowest value", "uniform"), Finite(highest, "highest value", "uniform"));
        if (lowest >= highest)
            throw new UncertaintyException($"A uniform distribution goes from {lowest} to {highest}. The first must be below the second.");
        law = new(lowest, highest);
    }

    /// <summary>The lowest value.</summary>
    public double Lowest { get; }

    /// <summary>The highest value.</summary>
    public double Highest { get; }

    /// <inheritdoc/>
    public override double Mean => law.Mean;

    /// <inheritdoc/>
    public override double StandardDeviation => law.StdDev;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"uniform, {Lowest:G6} to {Highest:G6}");

    private protected override double At(double probability) => law.InverseCumulativeDistribution(probability);
}
