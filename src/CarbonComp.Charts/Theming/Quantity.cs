namespace CarbonComp.Charts;

/// <summary>What an axis or colour bar shows: a name and its unit. There is no axis title without a unit.</summary>
/// <param name="Name">What the numbers are: "embodied carbon".</param>
/// <param name="Unit">What they are measured in.</param>
internal sealed record Quantity(string Name, Unit Unit)
{
    /// <summary>Name and unit as a title: <c>Embodied carbon (Mt CO2)</c>; pure numbers say that they have no unit.</summary>
    public string Heading => $"{Label.Sentence(Name)} ({(Label.IsPure(Unit) ? "no unit" : Unit.Symbol)})";
}
