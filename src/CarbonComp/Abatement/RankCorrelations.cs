namespace CarbonComp;

/// <summary>The rank correlations of several quantities with one and the same other: costs by estimator with emissions.</summary>
public sealed record RankCorrelations : Tabular
{
    private RankCorrelations(string caption, IReadOnlyList<RankCorrelation> all) => (Caption, All) = (caption, all);

    /// <summary>Correlates each of several quantities with another.</summary>
    /// <param name="caption">What is compared.</param>
    /// <param name="with">The quantity that all are compared with.</param>
    /// <param name="quantities">The others, at least one, along the same axis.</param>
    /// <exception cref="AbatementException">As for <see cref="RankCorrelation.Of"/>.</exception>
    public static RankCorrelations Of(string caption, LabelledVector with, params IEnumerable<LabelledVector> quantities) =>
        new(caption, [.. quantities.Select(q => RankCorrelation.Of(q, with))]);

    /// <summary>The correlations, in the order of the quantities.</summary>
    public IReadOnlyList<RankCorrelation> All { get; }

    /// <summary>How many are negative with a significance up to a level.</summary>
    /// <param name="level">The level of significance, a share: 0.05 for 5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not between 0 and 1.</exception>
    public int ClearlyFalling(double level = 0.05) => Clear(r => r.Coefficient < 0, Guard.Share(level));

    /// <summary>How many are positive with a significance up to a level.</summary>
    /// <inheritdoc cref="ClearlyFalling"/>
    public int ClearlyRising(double level = 0.05) => Clear(r => r.Coefficient > 0, Guard.Share(level));

    private int Clear(Func<RankCorrelation, bool> which, double level) => All.Count(r => which(r) && r.Significance <= level);

    /// <inheritdoc/>
    public override string Caption { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(All.Select(r => r.Status));

    /// <summary>One row a quantity: ρ, its significance, and the direction where that is clear.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, All).With("quantity", r => r.First).With("ρ", r => r.Coefficient)
        .With("p", r => r.Significance).With($"as {All[0].Second} rise", r => r.Say(falls: "falls", rises: "rises").Split(" (")[0]);
}
