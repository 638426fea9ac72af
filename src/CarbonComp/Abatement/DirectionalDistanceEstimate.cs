namespace CarbonComp;

/// <summary>What <see cref="DirectionalDistance"/> finds.</summary>
/// <param name="Method">The estimator and its choices.</param>
/// <param name="Scores">Inefficiency β: how many directions away the frontier is; 0 on it.</param>
/// <param name="ShadowPrices">The interval of the shadow price at the projection, yuan/t CO2.</param>
/// <param name="Peers">For each unit one set of peers that spans its projection, the heaviest first.</param>
/// <param name="ProjectedValueAdded">y0 + β g_y, yuan.</param>
/// <param name="ProjectedEmissions">b0 − β g_b, t CO2.</param>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed record DirectionalDistanceEstimate(string Method, LabelledVector Scores, ShadowPrices ShadowPrices,
    IReadOnlyList<IReadOnlyList<Peer>> Peers, LabelledVector ProjectedValueAdded, LabelledVector ProjectedEmissions) : IReductionCostEstimate
{
    /// <inheritdoc/>
    public string Caption => $"Reduction cost, {Method}";

    /// <inheritdoc/>
    public ValueStatus Status => Scores.Status;

    /// <summary>The units on the frontier.</summary>
    public IReadOnlyList<string> Efficient => [.. Scores.Axis.Labels.Where((_, k) => Scores[k] <= 1e-7)];

    /// <inheritdoc/>
    public Columns ToColumns() => new([new Column(Scores.Axis.Kind, Scores.Axis.Labels.ToArray()),
        new Column(Scores.Name, Scores.Values.ToArray(), Unit.One), .. ShadowPrices.PriceColumns(),
        new Column("peers", Peers.Select(p => string.Join(", ", p)).ToArray())]);

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);
}
