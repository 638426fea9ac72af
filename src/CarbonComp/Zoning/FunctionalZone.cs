namespace CarbonComp;

/// <summary>The four kinds of functional area of JX 4.4.1.</summary>
public enum FunctionalZone
{
    /// <summary>Takes up far more than its share: carbon sink functional area.</summary>
    CarbonSink,

    /// <summary>Earns more than it emits and emits little: low-carbon optimization area.</summary>
    LowCarbonOptimization,

    /// <summary>Earns more than it emits but emits much: total carbon control area.</summary>
    TotalControl,

    /// <summary>Emits more than it earns: carbon intensity control area.</summary>
    IntensityControl,
}
