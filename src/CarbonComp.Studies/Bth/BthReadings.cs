namespace CarbonComp.Studies;

/// <summary>Formulas as BTH prints them where it departs from its own method: for comparison with the paper only.</summary>
public static class BthReadings
{
    /// <summary>Flow intensity as <c>docs/methods.md#bth-15</c> is printed: <c>I = N_r / D_rs²</c>, the input area's N over the
    /// squared distance of the cores.</summary>
    public static FlowIntensity PrintedIntensity { get; } = new("AsPrintedFormula", (_, inputMass, distance, _) =>
        Guard.NotNegative(inputMass) / (Guard.Positive(distance) * distance));

    /// <summary>The number of t C read as t CO2: the paper compares storage with emissions without 44/12.</summary>
    /// <param name="storage">Carbon stored in the land of each region.</param>
    /// <returns>By region, called t CO2.</returns>
    public static LabelledVector AsPrinted(this CarbonStorage storage) =>
        new("carbon storage, t C read as t CO2", storage.Regions, storage.AsCarbon.Values, Unit.TonneCO2, storage.Status);

    /// <summary>Storage by region in t C, read as t CO2 as the paper compares them.</summary>
    /// <exception cref="UnitException">Not carbon.</exception>
    public static LabelledVector AsPrinted(this LabelledVector carbon) =>
        new(carbon.Name, carbon.Axis, carbon.In(Unit.TonneCarbon).Values, Unit.TonneCO2, carbon.Status);

    /// <summary>Storage of cells in t C, read as t CO2 as the paper compares them.</summary>
    /// <exception cref="UnitException">Not carbon.</exception>
    public static LabelledRaster AsPrinted(this LabelledRaster carbon) =>
        carbon.In(Unit.TonneCarbon).Select(carbon.Name, carbon.Meaning, Unit.TonneCO2, tonnes => tonnes);

    /// <summary>Each region's balance at its own standard, through a fund, which does not close (<c>docs/methods.md#bth-17</c>).</summary>
    /// <param name="mechanism">Flows, zones and standard.</param>
    public static Settlement AsPrinted(this FlowZoningCompensation mechanism) =>
        Settlement.ByRegion("eq. 17", mechanism.Balance.Owed, mechanism.Standard);
}
