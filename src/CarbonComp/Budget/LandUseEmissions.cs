namespace CarbonComp.Budget;

/// <summary>Emissions of the energy used and the people living on a region's land (<c>docs/methods.md#jx-1</c>).</summary>
public static class LandUseEmissions
{
    /// <summary><c>C_z = σ·E + θ·P</c> with energy E and persons P by region.</summary>
    /// <returns>t CO2 by region, in the columns energy and respiration. The row sums are C_z.</returns>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="UnitException">Not energy, or not persons.</exception>
    /// <exception cref="CarbonCompException">Negative energy or population; the message names the region.</exception>
    public static LabelledMatrix Compute(LabelledVector energy, LabelledVector population, BudgetCoefficients coefficients)
    {
        energy.Axis.Require(population.Axis, population.Name);
        var (tce, persons) = (energy.RequireNotNegative().In(Unit.TonneStandardCoal), population.RequireNotNegative().In(Unit.Person));
        return LabelledMatrix.OfColumns($"emissions, coefficients {coefficients.Name}", "source",
            (tce * new Quantity(coefficients.Energy, Unit.Parse("t CO2/tce"), coefficients.Status)).Named("energy"),
            (persons * new Quantity(coefficients.Respiration, Unit.Parse("t CO2/person"), coefficients.Status)).Named("respiration"));
    }
}
