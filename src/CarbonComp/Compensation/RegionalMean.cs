namespace CarbonComp.Compensation;

/// <summary>The mean of the regions' per-capita GDP (<c>docs/methods.md#bth-18</c>; the source does not say which).</summary>
public enum RegionalMean
{
    /// <summary>GDP of all regions over population of all regions.</summary>
    PopulationWeighted,

    /// <summary>Sum of the per-capita values over the number of regions.</summary>
    Simple,
}
