namespace CarbonComp.Uncertainty;

/// <summary>Some values with a probability each.</summary>
public sealed record DiscreteDistribution : Distribution
{
    private readonly double[] cumulative;

    internal DiscreteDistribution(IReadOnlyList<(double Value, double Probability)> values)
    {
        Values = [.. values.OrderBy(v => v.Value)];
        if (Values.Count == 0) throw new UncertaintyException("A discrete distribution has no value. Give at least one with its probability.");
        foreach (var (value, probability) in Values)
        {
            Finite(value, "value", "discrete");
            if (!(probability is >= 0 and <= 1))
                throw new UncertaintyException($"The value {value} of a discrete distribution has the probability {probability}. It lies between 0 and 1.");
        }
        if (Values.GroupBy(v => v.Value).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new UncertaintyException($"The value {twice.Key} is listed twice in a discrete distribution. List each once.");
        var sum = Values.Sum(v => v.Probability);
        if (Math.Abs(sum - 1) > 1e-9)
            throw new UncertaintyException($"The probabilities of a discrete distribution add up to {sum:G6}. They must add up to 1.");
        cumulative = new double[Values.Count];
        for (var i = 0; i < cumulative.Length; i++) cumulative[i] = Values[i].Probability + (i > 0 ? cumulative[i - 1] : 0);
    }

    /// <summary>The values in rising order, with their probabilities.</summary>
    public IReadOnlyList<(double Value, double Probability)> Values { get; }

    /// <inheritdoc/>
    public override double Mean => Values.Sum(v => v.Value * v.Probability);

    /// <inheritdoc/>
    public override double StandardDeviation => Math.Sqrt(Values.Sum(v => (v.Value - Mean) * (v.Value - Mean) * v.Probability));

    /// <inheritdoc/>
    public override string ToString() => "discrete, " + Listing.Of(Values.Select(v => Invariant($"{v.Value:G6} ({v.Probability:0.###})")), 6);

    private protected override double At(double probability)
    {
        for (var i = 0; i < cumulative.Length; i++)
            if (Values[i].Probability > 0 && probability <= cumulative[i]) return Values[i].Value;
        return Values.Last(v => v.Probability > 0).Value;
    }
}
