namespace CarbonComp.Zoning;

/// <summary>Functional zones of regions (<c>docs/methods.md#zones</c>).</summary>
public enum FunctionalZone
{
    /// <summary>The share of absorption far exceeds the share of emissions: carbon sink functional area.</summary>
    CarbonSink,

    /// <summary>The share of GDP is at least the share of emissions, and emissions are low: low-carbon optimization area.</summary>
    LowCarbonOptimization,

    /// <summary>The share of GDP is at least the share of emissions, and emissions are high: total carbon control area.</summary>
    TotalControl,

    /// <summary>All others: carbon intensity control area.</summary>
    IntensityControl,
}
