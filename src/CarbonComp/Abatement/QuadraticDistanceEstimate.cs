namespace CarbonComp.Abatement;

/// <summary>The result of <see cref="QuadraticDistance"/>.</summary>
/// <param name="Method">The estimator and its choices.</param>
/// <param name="Scores">Inefficiency D, the distance to the frontier in multiples of the direction; 0 on it.</param>
/// <param name="ShadowPrices">The interval of the shadow price over all optimal coefficients, money for t CO2.</param>
/// <param name="Coefficients">One set of optimal coefficients, on data over their means.</param>
/// <param name="IsIdentified">Whether the coefficients are the only optimal ones.</param>
public sealed record QuadraticDistanceEstimate(string Method, LabelledVector Scores, ShadowPrices ShadowPrices,
    LabelledVector Coefficients, bool IsIdentified) : Tabular, IReductionCostEstimate
{
    /// <inheritdoc/>
    public override string Caption => $"Reduction cost, {Method}" + (IsIdentified ? "" : " (coefficients not unique)");

    /// <inheritdoc/>
    public override ValueStatus Status => Scores.Status;

    /// <inheritdoc/>
    public IReadOnlyList<string> Efficient => [.. Scores.Axis.Labels.Where((_, k) => Scores[k] <= 1e-7)];

    /// <inheritdoc/>
    public override Columns ToColumns() => Columns.Of(Scores, ShadowPrices);
}
