namespace CarbonComp;

/// <summary>Payments for the emissions that regions are responsible for, at reduction costs: one settlement for each estimator of the cost.</summary>
/// <remarks>
/// A region that is responsible for another region's emissions pays it the cost of a tonne less, pair by pair
/// (<see cref="Settlement.Bilateral"/>), so every settlement nets to zero. Responsibility abroad is paid by nobody
/// (<c>docs/methods.md#productivity</c>).
/// </remarks>
public sealed record ResponsibilityCompensation : Tabular
{
    private ResponsibilityCompensation(ResponsibilityFlows flows, PriceRule rule, IReadOnlyList<Settlement> settlements) =>
        (Flows, Rule, Settlements) = (flows, rule, settlements);

    /// <summary>Settles the flows once at each of several costs.</summary>
    /// <remarks>Costs are money for a mass of CO2 by region, each named after its estimator. By default the place of production prices a flow.</remarks>
    /// <exception cref="AxisException">Costs of other regions, or two of one name.</exception>
    /// <exception cref="UnitException">Flows of something else than CO2, or not money for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">No costs, or a negative one; the message names estimator and region.</exception>
    public static ResponsibilityCompensation Of(ResponsibilityFlows flows, IReadOnlyList<LabelledVector> costs, PriceRule rule = PriceRule.Producer)
    {
        flows.Stressor.RequireCarbonDioxide("Compensation for responsibility");
        if (costs.Count == 0) throw new CarbonCompException("There is no reduction cost to settle at. Give one for each region.");
        _ = new CategoryAxis("estimator", costs.Select(c => c.Name));
        return new(flows, rule, [.. costs.Select(cost => Settlement.Bilateral(cost.Name, flows.ToMatrix(), new CompensationStandard(cost), rule))]);
    }

    /// <summary>Responsibility for the emissions of others.</summary>
    public ResponsibilityFlows Flows { get; }

    /// <summary>Whose cost prices a flow.</summary>
    public PriceRule Rule { get; }

    /// <summary>The settlement at each estimator's costs, in the order given.</summary>
    public IReadOnlyList<Settlement> Settlements { get; }

    /// <summary>The settlement at the costs of one estimator: its name, any case.</summary>
    /// <exception cref="AxisException">No such estimator; the message names those there are.</exception>
    public Settlement this[string estimator] => Settlements[new CategoryAxis("estimator", Settlements.Select(s => s.Name)).IndexOf(estimator)];

    /// <summary>Net payment of each region (rows) by each estimator (columns): positive pays.</summary>
    public LabelledMatrix Net => LabelledMatrix.OfColumns("net payment", "estimator", Settlements.Select(s => s.Net.Named(s.Name)));

    /// <summary>Regions that pay by one estimator and receive by another.</summary>
    public IReadOnlyList<Region> Undecided => [.. Flows.Regions.Where((_, r) => Settlements.Any(s => s.Net[r] > 0) && Settlements.Any(s => s.Net[r] < 0))];

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Settlements.Select(s => s.Status));

    /// <inheritdoc/>
    public override string Caption => $"Net payment for emissions answered for ({Flows.Perspective}), at the cost of the {Rule switch
    {
        PriceRule.Payer => "payer",
        PriceRule.Recipient => "recipient",
        PriceRule.Producer => "place of production",
        _ => "country",
    }}";

    /// <summary>A row a region: t CO2 taken over from others, and the net payment by each estimator.</summary>
    public override Columns ToColumns() => Columns.Of([Flows.Taken.Named("taken over"), .. Settlements.Select(s => s.Net.Named(s.Name))]);
}
