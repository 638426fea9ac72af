namespace CarbonComp;

/// <summary>Where methane comes from: the CO2 into which it decays is new to the air if its carbon was fossil.</summary>
public enum MethaneOrigin
{
    /// <summary>Coal mines, oil and gas.</summary>
    Fossil,

    /// <summary>Rice, cattle, landfills, biomass.</summary>
    NonFossil,
}
