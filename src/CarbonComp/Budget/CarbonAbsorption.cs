using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>What the land of each region takes up in a year (JX 4).</summary>
public static class CarbonAbsorption
{
    /// <summary><c>CA = Σ area · λ</c>, positive where land takes up (the source prints λ negative, as emission).</summary>
    /// <param name="areas">Area of each land class (columns) in each region (rows), not negative.</param>
    /// <param name="coefficients">λ.</param>
    /// <param name="countsAs">Which class of λ a class of the areas counts as; a class that is not named here has its own name there.</param>
    /// <returns>t CO2 by region and land class. The row sums are CA.</returns>
    /// <exception cref="UnitException">Not areas.</exception>
    /// <exception cref="CarbonCompException">A negative area, or a class without coefficient; the message names it.</exception>
    public static LabelledMatrix Of(LabelledMatrix areas, BudgetCoefficients coefficients, IReadOnlyDictionary<string, string>? countsAs = null)
    {
        var hectares = areas.RequireNotNegative("An area cannot be negative.").In("ha").Values;
        var perHectare = Vector<double>.Build.DenseOfEnumerable(areas.Columns.Labels.Select(name =>
            coefficients.Absorption(countsAs is not null && countsAs.TryGetValue(name, out var other) ? other : name)));
        return new($"absorption, coefficients {coefficients.Name}", areas.Rows, areas.Columns, hectares * Matrix<double>.Build.DiagonalOfDiagonalVector(perHectare),
            Unit.TonneCO2, ValueStatuses.Weakest(areas.Status, coefficients.Status));
    }
}
