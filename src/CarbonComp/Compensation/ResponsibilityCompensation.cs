using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>What each region pays or receives for the emissions it answers for, at reduction costs (PRC): one settlement an estimator of the cost.</summary>
/// <remarks>
/// Who answers for another region's emissions pays it what a tonne less costs, pair by pair (<see cref="Settlement.Bilateral"/>), so
/// that every settlement nets to zero. Nobody in the country pays for what is answered for abroad. PRC finds that the amounts vary with
/// the cost: hence several estimators side by side, and the regions that only some of them make payers.
/// </remarks>
public sealed record ResponsibilityCompensation : Tabular
{
    private ResponsibilityCompensation(ResponsibilityFlows flows, StandardOf whose, IReadOnlyList<Settlement> settlements) =>
        (Flows, StandardOf, Settlements) = (flows, whose, settlements);

    /// <summary>Settles the flows once at each of several costs.</summary>
    /// <param name="flows">Who answers for whose emissions.</param>
    /// <param name="costs">Yuan for a tonne of CO2 by region, not negative, each named after its estimator; at least one, each name once.</param>
    /// <param name="whose">Whose cost prices a flow: where it is emitted unless said otherwise (PEC's "standard of the place of
    /// production"; PRC does not say).</param>
    /// <exception cref="AxisException">Costs of other regions, or two of one name.</exception>
    /// <exception cref="UnitException">Not yuan for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">No costs, or a negative one; the message names estimator and region.</exception>
    public static ResponsibilityCompensation Of(ResponsibilityFlows flows, IReadOnlyList<LabelledVector> costs, StandardOf whose = StandardOf.Producer)
    {
        if (costs.Count == 0) throw new CarbonCompException("There is no reduction cost to settle at. Give one for each region.");
        _ = new CategoryAxis("estimator", costs.Select(c => c.Name));
        return new(flows, whose, [.. costs.Select(cost => Settlement.Bilateral(cost.Name, flows.ToMatrix(), CompensationStandard.Given(cost), whose))]);
    }

    /// <summary>Who answers for whose emissions.</summary>
    public ResponsibilityFlows Flows { get; }

    /// <summary>Whose cost prices a flow.</summary>
    public StandardOf StandardOf { get; }

    /// <summary>The settlement at each estimator's costs, in the order given.</summary>
    public IReadOnlyList<Settlement> Settlements { get; }

    /// <summary>The settlement at one estimator's costs.</summary>
    /// <param name="estimator">Its name, any case.</param>
    /// <exception cref="AxisException">No such estimator; the message names those there are.</exception>
    public Settlement this[string estimator] => Settlements[Estimators.IndexOf(estimator)];

    /// <summary>Net payment of each region (rows) by each estimator (columns), yuan: positive pays.</summary>
    public LabelledMatrix Net => new("net payment", Flows.Regions, Estimators, Matrix<double>.Build.DenseOfColumnVectors(Settlements.Select(s =>
        s.Net.Values)), Unit.Yuan, Status);

    /// <summary>Regions that pay by one estimator and receive by another: of them the costs say nothing certain.</summary>
    public IReadOnlyList<Region> Undecided => [.. Flows.Regions.Where((_, r) => Settlements.Any(s => s.Net[r] > 0) && Settlements.Any(s => s.Net[r] < 0))];

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Settlements.Select(s => s.Status));

    /// <inheritdoc/>
    public override string Caption => $"Net payment for emissions answered for ({Flows.Perspective}), at the cost of the {StandardOf switch
    {
        StandardOf.Payer => "payer",
        StandardOf.Recipient => "recipient",
        StandardOf.Producer => "place of production",
        _ => "country",
    }}";

    /// <summary>A row a region: t CO2 taken over from others, and the net payment by each estimator.</summary>
    public override Columns ToColumns() =>
        Columns.Of([Flows.Taken.Named("taken over"), .. Settlements.Select(s => s.Net.Named(s.Name))]);

    private CategoryAxis Estimators => new("estimator", Settlements.Select(s => s.Name));
}
