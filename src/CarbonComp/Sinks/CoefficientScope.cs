namespace CarbonComp.Sinks;

/// <summary>The population over which per-capita emissions are taken (<c>docs/methods.md#bth-12</c>; the source does not say).</summary>
public enum CoefficientScope
{
    /// <summary>Each region's emissions over its own population: demand of a region equals its emissions.</summary>
    EachRegion,

    /// <summary>All regions' emissions over all their population: demand follows the population.</summary>
    WholeArea,
}
