namespace CarbonComp.Abatement;

/// <summary>The result of <see cref="ByProduction"/>.</summary>
/// <param name="Method">The estimator and its choices.</param>
/// <param name="Scores">Inefficiency β of the intended output: the share of value added that the same inputs could add; 0 on the frontier.</param>
/// <param name="EmissionScores">Emission inefficiency θ: the share of emissions that the same causing input need not emit; 0 on the frontier.</param>
/// <param name="ShadowPrices">The interval of the shadow price, money for t CO2.</param>
/// <param name="MarginalProducts">Value added by one more unit of the causing input.</param>
/// <param name="MarginalProductUnit">Money for one unit of the causing input.</param>
/// <param name="MarginalEmissions">Emissions of one more unit of the causing input.</param>
/// <param name="MarginalEmissionUnit">t CO2 for one unit of the causing input.</param>
/// <param name="Peers">For each unit one set of peers in value added.</param>
/// <param name="EmissionPeers">For each unit one set of peers in emissions.</param>
public sealed record ByProductionEstimate(string Method, LabelledVector Scores, LabelledVector EmissionScores, ShadowPrices ShadowPrices,
    IReadOnlyList<ValueRange> MarginalProducts, Unit MarginalProductUnit, IReadOnlyList<ValueRange> MarginalEmissions, Unit MarginalEmissionUnit,
    IReadOnlyList<IReadOnlyList<ReferenceUnit>> Peers, IReadOnlyList<IReadOnlyList<ReferenceUnit>> EmissionPeers) : Tabular, IReductionCostEstimate
{
    /// <inheritdoc/>
    public override string Caption => $"Reduction cost, {Method}";

    /// <inheritdoc/>
    public override ValueStatus Status => Scores.Status;

    /// <inheritdoc/>
    public IReadOnlyList<string> Efficient => [.. Scores.Axis.Labels.Where((_, k) => Scores[k] <= 1e-7 && EmissionScores[k] <= 1e-7)];

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Scores, EmissionScores, ShadowPrices)
        .With("peers", Peers.Select(p => string.Join(", ", p)))
        .With("emission peers", EmissionPeers.Select(p => string.Join(", ", p)));
}
