namespace CarbonComp.Abatement;

/// <summary>The result of <see cref="SlacksBasedMeasure.Estimate"/>.</summary>
/// <param name="Method">The estimator and its choices.</param>
/// <param name="Scores">Efficiency ρ in (0, 1]; 1 on the frontier.</param>
/// <param name="ShadowPrices">The interval of the shadow price, money for t CO2.</param>
/// <param name="Slacks">Possible savings of each input, additions to value added, and savings of emissions, in the units of the data.</param>
/// <param name="Peers">For each unit one set of peers, the heaviest first.</param>
public sealed record SlacksBasedEstimate(string Method, LabelledVector Scores, ShadowPrices ShadowPrices,
    IReadOnlyList<LabelledVector> Slacks, IReadOnlyList<IReadOnlyList<ReferenceUnit>> Peers) : Tabular, IReductionCostEstimate
{
    /// <inheritdoc/>
    public override string Caption => $"Reduction cost, {Method}";

    /// <inheritdoc/>
    public override ValueStatus Status => Scores.Status;

    /// <inheritdoc/>
    public IReadOnlyList<string> Efficient => [.. Scores.Axis.Labels.Where((_, k) => Scores[k] >= 1 - 1e-7)];

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of([Scores, ShadowPrices, .. Slacks])
        .With("peers", Peers.Select(p => string.Join(", ", p)));
}
