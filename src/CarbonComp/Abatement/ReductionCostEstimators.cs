namespace CarbonComp.Abatement;

/// <summary>The estimators of the reduction cost that are compared with each other, by name.</summary>
internal static class ReductionCostEstimators
{
    public const string ByProductionName = "by-production";

    /// <summary>Four frontiers by data envelopment analysis, the quadratic form, the slacks-based measure and by-production.</summary>
    /// <param name="causingInput">The input that causes emissions.</param>
    public static IReadOnlyList<(string Name, Func<ProductionUnits, IReductionCostEstimate> Estimate)> All(string causingInput) =>
    [
        Envelope("DEA, constant, equation", ReturnsToScale.Constant, EmissionConstraint.Equality),
        Envelope("DEA, constant, inequality", ReturnsToScale.Constant, EmissionConstraint.Inequality),
        Envelope("DEA, variable, equation", ReturnsToScale.Variable, EmissionConstraint.Equality),
        Envelope("DEA, variable, inequality", ReturnsToScale.Variable, EmissionConstraint.Inequality),
        ("quadratic", units => QuadraticDistance.Estimate(units)),
        ("slacks-based", units => SlacksBasedMeasure.Estimate(units)),
        (ByProductionName, units => ByProduction.Estimate(units, causingInput)),
    ];

    private static (string, Func<ProductionUnits, IReductionCostEstimate>) Envelope(string name, ReturnsToScale returns, EmissionConstraint emissions) =>
        (name, units => DirectionalDistance.Estimate(units, new() { Returns = returns, Emissions = emissions }));
}
