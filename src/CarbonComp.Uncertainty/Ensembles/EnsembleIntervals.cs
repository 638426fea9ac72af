namespace CarbonComp.Uncertainty;

/// <summary>A result with the interval that holds the middle share of the runs.</summary>
/// <param name="Mean">The mean by label.</param>
/// <param name="Median">The median by label.</param>
/// <param name="Lower">The lower end by label.</param>
/// <param name="Upper">The upper end by label.</param>
/// <param name="Level">The share of runs between the ends.</param>
/// <param name="ProbabilityAboveZero">The share of runs with a number above zero, by label.</param>
public sealed record EnsembleIntervals(LabelledVector Mean, LabelledVector Median, LabelledVector Lower, LabelledVector Upper, double Level,
    LabelledVector ProbabilityAboveZero) : Tabular
{
    internal static EnsembleIntervals Of(Ensemble ensemble, double level)
    {
        if (!(level is > 0 and < 1)) throw new UncertaintyException($"The level of an interval is {level}. It lies between 0 and 1: 0.9 for 90 %.");
        return new(ensemble.Mean(), ensemble.Median(), ensemble.Quantile((1 - level) / 2), ensemble.Quantile((1 + level) / 2), level,
            ensemble.ProbabilityAbove()) { Name = ensemble.Name };
    }

    /// <summary>The name of the result.</summary>
    public string Name { get; private init; } = Mean.Name;

    /// <inheritdoc/>
    public override string Caption => Invariant($"{Name}, middle {100 * Level:0.##} % of the runs");

    /// <inheritdoc/>
    public override ValueStatus Status => Mean.Status;

    /// <summary>The labels of whose numbers the sign is the same in nearly every run.</summary>
    /// <param name="share">In what share of the runs; 0.95 by default.</param>
    /// <exception cref="UncertaintyException">A share outside (0.5, 1].</exception>
    public IReadOnlyList<string> Firm(double share = 0.95)
    {
        if (!(share is > 0.5 and <= 1)) throw new UncertaintyException($"A sign is firm in a share of {share} of the runs. Give more than 0.5, at most 1.");
        return [.. Mean.Axis.Labels.Where((_, j) => Math.Max(ProbabilityAboveZero[j], 1 - ProbabilityAboveZero[j]) >= share)];
    }

    /// <summary>A row a label: mean, median, both ends and the probability to be above zero.</summary>
    public override Columns ToColumns() => Columns.Of(Mean.Named("mean"), Median.Named("median"), Lower.Named("from"), Upper.Named("to"),
        ProbabilityAboveZero.Named("probability above zero"));
}
