namespace CarbonComp.Studies;

/// <summary>Formulas as BTH prints them where it departs from its own method: for comparison with the paper only.</summary>
public static class BthReadings
{
    /// <summary>Flow intensity as <c>docs/methods.md#bth-15</c> is printed: <c>I = N_r / D_rs²</c>, the input area's N over the
    /// squared distance of the cores.</summary>
    public static FlowIntensity PrintedIntensity { get; } = new("as printed in eq. 15", (_, inputMass, distance, _) =>
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

    /// <summary>Net service imports by four readings of what eq. 14 and 15 leave open, named after the readings.</summary>
    /// <param name="map">The regions on the map.</param>
    /// <param name="storage">Supply by region, t CO2.</param>
    /// <param name="demand">Demand by region, t CO2.</param>
    /// <param name="options">The first reading; each other one changes one option of it.</param>
    public static IReadOnlyList<LabelledVector> NetServiceImports(RegionMap map, LabelledVector storage, LabelledVector demand, ServiceFlowOptions options)
    {
        LabelledVector Net(string name, ServiceFlowOptions reading) => ServiceFlows.Compute(map, storage, demand, reading).NetServiceImports.Named(name);
        return
        [
            Net("storage and surplus", options), Net("range by demand", options with { Mass = AttractionMass.Demand }),
            Net("intensity as printed", options with { Intensity = PrintedIntensity }),
            Net("Web Mercator distances", options with { Distance = CoreDistance.WebMercator }),
        ];
    }

    /// <summary>Each region's balance at its own standard, through a fund, which does not close (<c>docs/methods.md#bth-17</c>).</summary>
    /// <param name="mechanism">Flows, zones and standard.</param>
    public static Settlement AsPrinted(this FlowZoningCompensation mechanism) =>
        Settlement.ByRegion("eq. 17", mechanism.Balance.Owed, mechanism.Standard);
}
