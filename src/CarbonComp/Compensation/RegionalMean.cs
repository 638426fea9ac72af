namespace CarbonComp;

/// <summary>What the mean of several regions' per-capita GDP is. The source of eq. 18 does not say.</summary>
public enum RegionalMean
{
    /// <summary>GDP of all regions over population of all regions.</summary>
    PopulationWeighted,

    /// <summary>Sum of the per-capita values over the number of regions.</summary>
    Simple,
}
