namespace CarbonComp;

/// <summary>A unit that another one is measured against.</summary>
/// <param name="Unit">Its label.</param>
/// <param name="Weight">How much of it stands in the point of comparison.</param>
public readonly record struct ReferenceUnit(string Unit, double Weight)
{
    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Unit} {Weight:0.###}");
}
