namespace CarbonComp.Scenarios;

/// <summary>What a row of a scenario multiplies.</summary>
public enum ScenarioQuantity
{
    /// <summary>Final use: region, whose; sector, of which product. Exports abroad stay.</summary>
    FinalDemand,

    /// <summary>Emissions for a unit of output: region and sector that emit.</summary>
    Intensity,

    /// <summary>Carbon in a unit of energy: region and sector that emit. A model that knows emissions alone takes all of them as burnt.</summary>
    EnergyMix,

    /// <summary>Money for a tonne of CO2: region whose standard it is; no sector.</summary>
    Price,

    /// <summary>Area of land: region; in the place of a sector the class of land.</summary>
    LandUse,
}
