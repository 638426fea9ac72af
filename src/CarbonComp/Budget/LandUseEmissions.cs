using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Emissions of the people and energy use on a region's land (JX 1–3).</summary>
public static class LandUseEmissions
{
    /// <summary><c>C_z = σ·E + θ·P</c>.</summary>
    /// <param name="energy">E, energy by region (tce).</param>
    /// <param name="population">P, persons by region.</param>
    /// <param name="coefficients">σ and θ.</param>
    /// <returns>t CO2 by region, in two columns: energy, respiration. Their row sums are C_z.</returns>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not energy, or not persons.</exception>
    /// <exception cref="CarbonCompException">Negative energy or population; the message names the region.</exception>
    public static LabelledMatrix Of(LabelledVector energy, LabelledVector population, BudgetCoefficients coefficients)
    {
        energy.Axis.Require(population.Axis, population.Name);
        var (tce, persons) = (energy.RequireNotNegative().In(Unit.TonneStandardCoal), population.RequireNotNegative().In(Unit.Person));
        return new($"emissions, coefficients {coefficients.Name}", energy.Axis, new CategoryAxis("source", "energy", "respiration"),
            Matrix<double>.Build.DenseOfColumnVectors(tce.Values * coefficients.Energy, persons.Values * coefficients.Respiration),
            Unit.TonneCO2, ValueStatuses.Weakest(energy.Status, population.Status, coefficients.Status));
    }
}
