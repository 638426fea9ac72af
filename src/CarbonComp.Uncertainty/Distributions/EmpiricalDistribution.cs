using MathNet.Numerics.Statistics;

namespace CarbonComp.Uncertainty;

/// <summary>The distribution of observed values.</summary>
/// <remarks>Quantiles are interpolated between neighbouring values (type 7 of Hyndman and Fan 1996, numpy's default).</remarks>
public sealed record EmpiricalDistribution : Distribution
{
    private readonly double[] sorted;

    internal EmpiricalDistribution(IReadOnlyList<double> observed)
    {
        foreach (var value in observed) Finite(value, "value", "observed");
        sorted = [.. observed.Order()];
        if (sorted.Length < 2 || sorted[0] == sorted[^1])
            throw new UncertaintyException("An observed distribution needs at least two different values. Give more, or take the number as certain.");
    }

    /// <summary>The observed values in rising order.</summary>
    public IReadOnlyList<double> Observed => sorted;

    /// <inheritdoc/>
    public override double Mean => sorted.Average();

    /// <inheritdoc/>
    public override double StandardDeviation => ArrayStatistics.PopulationStandardDeviation(sorted);

    /// <inheritdoc/>
    public override string ToString() => Invariant($"observed, {sorted.Length} values from {sorted[0]:G6} to {sorted[^1]:G6}");

    private protected override double At(double probability) => SortedArrayStatistics.QuantileCustom(sorted, probability, QuantileDefinition.R7);
}
