namespace CarbonComp.Uncertainty;

/// <summary>What is known of a number: how likely it is to lie where.</summary>
/// <remarks>
/// A distribution is known by its quantiles, so that every way of sampling, which gives points between 0 and 1, serves every distribution.
/// </remarks>
public abstract record Distribution
{
    private protected Distribution() { }

    /// <summary>A normal distribution.</summary>
    /// <exception cref="UncertaintyException">A mean that is not finite, or a standard deviation that is not positive.</exception>
    public static Distribution Normal(double mean, double standardDeviation) => new NormalDistribution(mean, standardDeviation);

    /// <summary>The normal distribution whose 95 % interval is the mean ± a share of it, as guidelines state uncertainty: 0.05 for ±5 %.</summary>
    /// <exception cref="UncertaintyException">A mean that is not positive, or a share outside (0, 1).</exception>
    public static Distribution NormalWithin(double mean, double share) => NormalDistribution.Within(mean, share);

    /// <summary>A lognormal distribution: the logarithm is normal.</summary>
    /// <param name="median">The median, positive.</param>
    /// <param name="geometricStandardDeviation">The factor that covers about 68 % to both sides of the median, above 1.</param>
    /// <exception cref="UncertaintyException">A median that is not positive, or a factor that is not above 1.</exception>
    public static Distribution LogNormal(double median, double geometricStandardDeviation) => new LogNormalDistribution(median, geometricStandardDeviation);

    /// <summary>A triangular distribution.</summary>
    /// <exception cref="UncertaintyException">Not lowest ≤ most likely ≤ highest with lowest &lt; highest.</exception>
    public static Distribution Triangular(double lowest, double mostLikely, double highest) => new TriangularDistribution(lowest, mostLikely, highest);

    /// <summary>Every value between two ends is equally likely.</summary>
    /// <exception cref="UncertaintyException">The lowest is not below the highest.</exception>
    public static Distribution Uniform(double lowest, double highest) => new UniformDistribution(lowest, highest);

    /// <summary>Some values with a probability each.</summary>
    /// <exception cref="UncertaintyException">No value, one twice, or probabilities that are negative or do not add up to 1.</exception>
    public static Distribution Discrete(params IReadOnlyList<(double Value, double Probability)> values) => new DiscreteDistribution(values);

    /// <summary>The distribution of observed values: quantiles between neighbours are interpolated.</summary>
    /// <exception cref="UncertaintyException">Fewer than two values, one that is not finite, or all equal.</exception>
    public static Distribution Empirical(params IReadOnlyList<double> observed) => new EmpiricalDistribution(observed);

    /// <summary>The value that is not exceeded with a probability.</summary>
    /// <exception cref="UncertaintyException">A probability outside (0, 1).</exception>
    public double Quantile(double probability) => probability is > 0 and < 1 ? At(probability)
        : throw new UncertaintyException($"A quantile needs a probability between 0 and 1; it is {probability}. Write 0.95 for 95 %.");

    /// <summary>The mean.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public abstract double StandardDeviation { get; }

    private protected abstract double At(double probability);

    private protected static double Finite(double value, string what, string of) => double.IsFinite(value) ? value
        : throw new UncertaintyException($"The {what} of a {of} distribution is {value}. Give a finite number.");

    private protected static double Positive(double value, string what, string of) => value > 0 && double.IsFinite(value) ? value
        : throw new UncertaintyException($"The {what} of a {of} distribution is {value}. It must be positive.");
}
