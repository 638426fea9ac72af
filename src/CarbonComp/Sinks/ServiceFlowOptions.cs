namespace CarbonComp;

/// <summary>Choices that the formulas of service flows leave open (<c>docs/methods.md#bth-14</c> to <c>#bth-16</c>).</summary>
public sealed record ServiceFlowOptions
{
    /// <summary>N of the flow range. Default: storage.</summary>
    public AttractionMass Mass { get; init; } = AttractionMass.Storage;

    /// <summary>The formula of the intensity. Default: surplus over squared range.</summary>
    public FlowIntensity Intensity { get; init; } = FlowIntensity.SurplusOverRange;

    /// <summary>The measure of core-to-core distance on a map. Default: true kilometres.</summary>
    public CoreDistance Distance { get; init; } = CoreDistance.GreatCircle;

    /// <summary>The circle whose overlap with the input region is the flow area on a map. Default: of true radius.</summary>
    public CircleShape Circle { get; init; } = CircleShape.Geodesic;

    /// <summary>k, from 0 to 1.</summary>
    public double ImpactFactor { get; init; } = ServiceFlow.CustomaryImpactFactor;

    /// <summary>The pairs of an output area (first) and an input area (second) to consider. Default: all.</summary>
    public Func<Region, Region, bool> Pairs { get; init; } = static (_, _) => true;
}
