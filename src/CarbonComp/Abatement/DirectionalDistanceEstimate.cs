namespace CarbonComp.Abatement;

/// <summary>The result of <see cref="DirectionalDistance"/>.</summary>
/// <param name="Method">The estimator and its choices.</param>
/// <param name="Scores">Inefficiency β, the distance to the frontier in multiples of the direction; 0 on it.</param>
/// <param name="ShadowPrices">The interval of the shadow price at the projection, money for t CO2.</param>
/// <param name="Peers">For each unit one set of peers that make the value added and the emissions of its projection, the heaviest first.</param>
/// <param name="AbatedAway">Under variable returns the share of activity that the projection shuts down, which with the peers' weights adds
/// up to one; 0 under constant returns.</param>
/// <param name="ProjectedValueAdded">y0 + β g_y, money.</param>
/// <param name="ProjectedEmissions">b0 − β g_b, t CO2.</param>
public sealed record DirectionalDistanceEstimate(string Method, LabelledVector Scores, ShadowPrices ShadowPrices,
    IReadOnlyList<IReadOnlyList<ReferenceUnit>> Peers, LabelledVector AbatedAway, LabelledVector ProjectedValueAdded, LabelledVector ProjectedEmissions)
        : Tabular, IReductionCostEstimate
{
    /// <inheritdoc/>
    public override string Caption => $"Reduction cost, {Method}";

    /// <inheritdoc/>
    public override ValueStatus Status => Scores.Status;

    /// <inheritdoc/>
    public IReadOnlyList<string> Efficient => [.. Scores.Axis.Labels.Where((_, k) => Scores[k] <= 1e-7)];

    /// <inheritdoc/>
    public override Columns ToColumns()
    {
        var columns = Columns.Of(Scores, ShadowPrices).With("peers", Peers.Select(p => string.Join(", ", p)));
        return AbatedAway.Values.Any(a => a > 1e-9) ? columns.With(AbatedAway.Name, AbatedAway.Values, Unit.One) : columns;
    }
}
