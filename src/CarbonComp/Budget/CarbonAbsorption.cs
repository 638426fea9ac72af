namespace CarbonComp.Budget;

/// <summary>Carbon taken up by the land of each region in a year (<c>docs/methods.md#jx-4</c>).</summary>
public static class CarbonAbsorption
{
    /// <summary><c>CA = Σ area · λ</c>, positive where land takes up (the source prints λ negative, as emission).</summary>
    /// <remarks>Areas of land classes (columns) in regions (rows). Where a class has another name among the coefficients, countsAs gives it.</remarks>
    /// <returns>t CO2 by region and land class. The row sums are CA.</returns>
    /// <exception cref="UnitException">Not areas.</exception>
    /// <exception cref="CarbonCompException">A negative area, or a class without coefficient; the message names it.</exception>
    public static LabelledMatrix Compute(LabelledMatrix areas, BudgetCoefficients coefficients, IReadOnlyDictionary<string, string>? countsAs = null)
    {
        var perHectare = new LabelledVector($"coefficients {coefficients.Name}", areas.Columns, areas.Columns.Labels.Select(name =>
            coefficients.Absorption(countsAs?.GetValueOrDefault(name) ?? name)), Unit.Parse("t CO2/ha"), coefficients.Status);
        return areas.RequireNotNegative("An area cannot be negative.").In("ha").ScaleColumns(perHectare)
            .Named($"absorption, coefficients {coefficients.Name}");
    }
}
