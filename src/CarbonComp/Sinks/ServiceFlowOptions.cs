namespace CarbonComp;

/// <summary>What BTH eq. 14–16 leave open.</summary>
public sealed record ServiceFlowOptions
{
    /// <summary>The N of the flow range. Default: storage, from which the ranges of BTH Table 3 follow.</summary>
    public AttractionMass Mass { get; init; } = AttractionMass.Storage;

    /// <summary>The formula of the intensity. Default: the one that BTH Table 3 was computed with.</summary>
    public FlowIntensity Intensity { get; init; } = FlowIntensity.SurplusOverRange;

    /// <summary>How core-to-core distance is measured where a map gives it. Default: true kilometres.</summary>
    public CoreDistance Distance { get; init; } = CoreDistance.GreatCircle;

    /// <summary>The circle whose overlap with the input region is the flow area, where a map gives it. Default: of true radius.</summary>
    public CircleShape Circle { get; init; } = CircleShape.Geodesic;

    /// <summary>k of eq. 16, from 0 to 1.</summary>
    public double ImpactFactor { get; init; } = ServiceFlow.CustomaryImpactFactor;

    /// <summary>Which pairs of an output area (first) and an input area (second) are looked at. Default: all.</summary>
    public Func<Region, Region, bool> Pairs { get; init; } = static (_, _) => true;
}
