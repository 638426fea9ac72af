namespace CarbonComp.Charts;

/// <summary>The quantity of an axis or colour bar: a name and its unit.</summary>
/// <param name="Name">The name of the quantity: "embodied carbon".</param>
/// <param name="Unit">The unit of the values.</param>
internal sealed record Quantity(string Name, Unit Unit)
{
    /// <summary>Name and unit as a title: <c>Embodied carbon (Mt CO2)</c>, the name alone where the values are pure numbers.</summary>
    public string Heading => Label.Sentence(Name) + (Label.IsPure(Unit) ? "" : $" ({Unit.Symbol})");
}
