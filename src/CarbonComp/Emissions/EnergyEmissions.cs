namespace CarbonComp;

/// <summary>Carbon dioxide from the fuels that are burnt (docs/methods.md#bth-1).</summary>
public static class EnergyEmissions
{
    /// <summary>Emissions of each row, sector or region: <c>E_i = Σ_j C_ij · K_j · 44/12</c> with energy C, in any unit, by fuel (columns).</summary>
    /// <returns>t CO2, one per row.</returns>
    /// <exception cref="EmissionsException">A fuel without factor, or a negative amount of energy; the message names them.</exception>
    /// <exception cref="UnitException">Numbers that are not energy.</exception>
    public static LabelledVector Of(LabelledMatrix energy, EmissionFactors factors) => ByFuel(energy, factors).RowSums();

    /// <summary>The terms of the sum: emissions of each row by fuel, <c>C_ij · K_j · 44/12</c>.</summary>
    /// <inheritdoc cref="Of"/>
    /// <returns>t CO2, one per row and fuel.</returns>
    public static LabelledMatrix ByFuel(LabelledMatrix energy, EmissionFactors factors) =>
        NotNegative(energy.In(Unit.TonneStandardCoal)).ScaleColumns(PerTce(energy.Columns, factors, factors.Status)).Named("emissions");

    /// <summary>The energy behind emissions that are known by fuel: the same equation read backwards, <c>C_ij = E_ij / (K_j · 44/12)</c>.</summary>
    /// <returns>tce, constructed: with other factors it would be other energy.</returns>
    /// <exception cref="EmissionsException">A fuel without factor, or negative emissions; the message names them.</exception>
    /// <exception cref="UnitException">Numbers that are not CO2.</exception>
    public static LabelledMatrix EnergyOf(LabelledMatrix emissions, EmissionFactors factors)
    {
        var perTce = PerTce(emissions.Columns, factors, ValueStatuses.Weakest(factors.Status, ValueStatus.Constructed));
        return NotNegative(emissions.In(Unit.TonneCO2)).ScaleColumns(1 / perTce).Named("energy use");
    }

    private static LabelledVector PerTce(Axis fuels, EmissionFactors factors, ValueStatus status) => new("emission factor", fuels,
        fuels.Labels.Select(fuel => CarbonDioxide.FromCarbon(factors[fuel].TonneCarbonPerTce)), Unit.TonneCO2 / Unit.TonneStandardCoal, status);

    private static LabelledMatrix NotNegative(LabelledMatrix values) =>
        values.RequireNotNegative("It cannot be negative; leave out what is transformed into another fuel.", message => new EmissionsException(message));
}
