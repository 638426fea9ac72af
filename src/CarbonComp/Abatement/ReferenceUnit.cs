namespace CarbonComp.Abatement;

/// <summary>A peer: an efficient unit that another one is measured against.</summary>
/// <param name="Unit">Its label.</param>
/// <param name="Weight">Its weight in the point of comparison.</param>
public readonly record struct ReferenceUnit(string Unit, double Weight)
{
    /// <inheritdoc/>
    public override string ToString() => Invariant($"{Unit} {Weight:0.###}");
}
