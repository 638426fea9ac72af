namespace CarbonComp;

/// <summary>The mechanism of BTH in its three moves: flows of carbon and of sink service, zones by their signed sum, money.</summary>
/// <remarks>
/// The embodied flows (ECT) and the service flows (CSSF) are settled pair by pair and added: the bidirectional settlement.
/// </remarks>
public sealed record FlowZoningCompensation
{
    private FlowZoningCompensation(TransferMatrix transfers, ServiceFlows services, CompensationStandard standard, StandardOf whose)
    {
        (Transfers, Services, Standard, StandardOf) = (transfers, services, standard, whose);
        Balance = CompensationBalance.Of(transfers.NetEmbodiedImports, services.NetServiceImports);
        ForEmbodiedCarbon = Settlement.Bilateral("ECT", transfers.ToMatrix(), standard, whose);
        ForService = Settlement.Bilateral("CSSF", services.Amounts, standard, whose);
        Bidirectional = ForEmbodiedCarbon + ForService;
    }

    /// <summary>Takes the mechanism from flows to money.</summary>
    /// <param name="transfers">T among the regions of the study.</param>
    /// <param name="services">V among the same regions.</param>
    /// <param name="standard">Yuan for a tonne of CO2 in each region.</param>
    /// <param name="whose">Whose standard a flow between two regions is paid at.</param>
    /// <exception cref="AxisException">Flows and standards are not along the same regions.</exception>
    public static FlowZoningCompensation Of(TransferMatrix transfers, ServiceFlows services, CompensationStandard standard, StandardOf whose = StandardOf.Payer)
    {
        transfers.Regions.Require(services.Regions, "sequestration service flows");
        return new(transfers, services, standard, whose);
    }

    /// <summary>Who emits for whom.</summary>
    public TransferMatrix Transfers { get; }

    /// <summary>Who sequesters for whom.</summary>
    public ServiceFlows Services { get; }

    /// <summary>What each region pays or is paid for a tonne.</summary>
    public CompensationStandard Standard { get; }

    /// <summary>Whose standard a flow between two regions is paid at.</summary>
    public StandardOf StandardOf { get; }

    /// <summary>What each region owes for, and its zone (Table 2).</summary>
    public CompensationBalance Balance { get; }

    /// <summary>Payments for embodied carbon (BTH 4.3.1).</summary>
    public Settlement ForEmbodiedCarbon { get; }

    /// <summary>Payments for sequestration service (BTH 4.3.2).</summary>
    public Settlement ForService { get; }

    /// <summary>Both together (BTH 4.3.3).</summary>
    public Settlement Bidirectional { get; }
}
