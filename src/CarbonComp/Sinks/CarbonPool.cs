namespace CarbonComp.Sinks;

/// <summary>Carbon densities of a land class in InVEST's four pools.</summary>
/// <param name="LandUseCode">The class's number in a land cover raster (InVEST <c>lucode</c>).</param>
/// <param name="Name">The class's name.</param>
/// <param name="Above">Aboveground biomass, t C/ha.</param>
/// <param name="Below">Belowground biomass, t C/ha.</param>
/// <param name="Soil">Soil, t C/ha.</param>
/// <param name="Dead">Dead organic matter, t C/ha.</param>
public sealed record CarbonPool(int LandUseCode, string Name, double Above, double Below, double Soil, double Dead)
{
    /// <summary>All four pools, t C/ha.</summary>
    public double Total => Above + Below + Soil + Dead;
}
