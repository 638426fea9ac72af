namespace CarbonComp.Uncertainty;

/// <summary>A triangular distribution.</summary>
public sealed record TriangularDistribution : Distribution
{
    private readonly MathNet.Numerics.Distributions.Triangular law;

    internal TriangularDistribution(double lowest, double mostLikely, double highest)
    {
        (Lowest, MostLikely, Highest) = (Finite(lowest, "lowest value", "triangular"), Finite(mostLikely, "most likely value", "triangular"),
            Finite(highest, "highest value", "triangular"));
        if (!(lowest <= mostLikely && mostLikely <= highest && lowest < highest))
            throw new UncertaintyException($"A triangular distribution has lowest {lowest}, most likely {mostLikely}, highest {highest}. "
                + "They must rise in this order.");
        law = new(lowest, highest, mostLikely);
    }

    /// <summary>The lowest value.</summary>
    public double Lowest { get; }

    /// <summary>The most likely value.</summary>
    public double MostLikely { get; }

    /// <summary>The highest value.</summary>
    public double Highest { get; }

    /// <inheritdoc/>
    public override double Mean => law.Mean;

    /// <inheritdoc/>
    public override double StandardDeviation => law.StdDev;

    /// <inheritdoc/>
    public override string ToString() => Invariant($"triangular, {Lowest:G6} to {Highest:G6}, most likely {MostLikely:G6}");

    private protected override double At(double probability) => law.InverseCumulativeDistribution(probability);
}
