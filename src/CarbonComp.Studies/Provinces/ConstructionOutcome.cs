namespace CarbonComp.Studies;

/// <summary>What one choice gives.</summary>
/// <param name="Choice">The choice in words.</param>
/// <param name="OwnDemand">Share of emissions for the province's own final use, %.</param>
/// <param name="OtherDemand">Share for other provinces' final use, %.</param>
/// <param name="Exports">Share for exports abroad, %.</param>
/// <param name="LargestDebtor">The province with the largest net embodied imports.</param>
/// <param name="LargestCreditor">The province with the least.</param>
/// <param name="Transfers">Who emits for whom, without households.</param>
public sealed record ConstructionOutcome(string Choice, Quantity OwnDemand, Quantity OtherDemand, Quantity Exports, string LargestDebtor,
    string LargestCreditor, TransferMatrix Transfers)
{
    internal static ConstructionOutcome Of(string choice, EmbodiedCarbonModel model)
    {
        var transfers = model.Transfers();
        var net = transfers.NetEmbodiedImports;
        Quantity Share(double tonnes) => new(100 * tonnes / transfers.Emissions.Total, Unit.Percent, transfers.Status);
        return new(choice, Share(transfers.OwnUse.Total), Share(transfers.Outflow.Total), Share(transfers.Ends.Exported.Sum()), net.ArgMax(),
            net.ArgMin(), transfers);
    }
}
