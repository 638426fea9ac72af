namespace CarbonComp;

/// <summary>Flows of carbon and of sink service, zones by their signed sum, and money: the mechanism of BTH (<c>docs/sources.md</c>).</summary>
/// <remarks>The embodied flows (ECT) and the service flows (CSSF) are settled pair by pair and added: the bidirectional settlement.</remarks>
public sealed record FlowZoningCompensation
{
    private FlowZoningCompensation(TransferMatrix transfers, ServiceFlows services, CompensationStandard standard, PriceRule rule)
    {
        (Transfers, Services, Standard, Rule) = (transfers, services, standard, rule);
        Balance = CompensationBalance.Of(transfers.NetEmbodiedImports, services.NetServiceImports);
        ForEmbodiedCarbon = Settlement.Bilateral("ECT", transfers.ToMatrix(), standard, rule);
        ForService = Settlement.Bilateral("CSSF", services.Amounts, standard, rule);
        Bidirectional = ForEmbodiedCarbon + ForService;
    }

    /// <summary>Takes the mechanism from flows, T and V among the same regions, to money.</summary>
    /// <exception cref="AxisException">Flows and standards are not along the same regions.</exception>
    /// <exception cref="UnitException">Transfers of something else than CO2.</exception>
    public static FlowZoningCompensation Of(TransferMatrix transfers, ServiceFlows services, CompensationStandard standard,
        PriceRule rule = PriceRule.Payer)
    {
        transfers.Stressor.RequireCarbonDioxide("Compensation");
        transfers.Regions.Require(services.Regions, "sequestration service flows");
        return new(transfers, services, standard, rule);
    }

    /// <summary>Who emits for whom.</summary>
    public TransferMatrix Transfers { get; }

    /// <summary>Who sequesters for whom.</summary>
    public ServiceFlows Services { get; }

    /// <summary>Money for a tonne of CO2 by region.</summary>
    public CompensationStandard Standard { get; }

    /// <summary>Whose standard prices a flow between two regions.</summary>
    public PriceRule Rule { get; }

    /// <summary>The balance of each region, and its zone.</summary>
    public CompensationBalance Balance { get; }

    /// <summary>Payments for embodied carbon.</summary>
    public Settlement ForEmbodiedCarbon { get; }

    /// <summary>Payments for sequestration service.</summary>
    public Settlement ForService { get; }

    /// <summary>Both together.</summary>
    public Settlement Bidirectional { get; }
}
