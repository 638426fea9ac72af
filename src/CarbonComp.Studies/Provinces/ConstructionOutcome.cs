namespace CarbonComp.Studies;

/// <summary>What one choice gives.</summary>
/// <param name="Choice">The choice in words.</param>
/// <param name="OwnDemand">Share of emissions for the province's own final use, %.</param>
/// <param name="OtherDemand">Share for other provinces' final use, %.</param>
/// <param name="Exports">Share for exports abroad, %.</param>
/// <param name="LargestDebtor">The province with the largest net embodied imports.</param>
/// <param name="LargestCreditor">The province with the least.</param>
public sealed record ConstructionOutcome(string Choice, Quantity OwnDemand, Quantity OtherDemand, Quantity Exports, string LargestDebtor, string LargestCreditor)
{
    internal static ConstructionOutcome Of(string choice, EmbodiedCarbonModel model)
    {
        var (parts, net) = (model.EmissionsByDestination(), model.Transfers().NetEmbodiedImports);
        Quantity Share(LabelledVector part) => (part.Sum() / parts.Total.Sum()).In("%");
        return new(choice, Share(parts.OwnDemand), Share(parts.OtherRegionsDemand), Share(parts.Exports), net.ArgMax(), net.ArgMin());
    }
}
