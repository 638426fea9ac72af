using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>A region's carbon gains and losses in two parts: between regions, and within the region (PEC).</summary>
/// <remarks>
/// Inter-regional: what the region emits for other regions' final use against what they emit for its own. Intra-regional:
/// <c>I_r = S_r − (C_rr + households)</c>, its sink against what it emits at home for itself. Exports abroad are in neither.
/// The abstract names the types and some of their members; sign and tolerance are arguments.
/// </remarks>
public sealed record CarbonGainsAndLosses : Tabular
{
    private CarbonGainsAndLosses(TransferMatrix transfers, LabelledVector sinks, NeutralTolerance tolerance, SurplusConvention surplus)
    {
        (Transfers, Sinks, Tolerance, Convention) = (transfers, sinks.In(Unit.TonneCO2), tolerance, surplus);
        Status = ValueStatuses.Weakest(transfers.Status, sinks.Status);
        var emissions = transfers.Emissions.Values + transfers.HouseholdDirect;
        InterRegionalTypes = [.. Regions.Select((_, r) => tolerance.TypeOf(Gain[r], Loss[r], emissions[r]))];
        IntraRegionalTypes = [.. Regions.Select((_, r) => tolerance.TypeOf(Sinks[r], OwnEmissions[r], emissions[r]))];
    }

    /// <summary>Balances the regions.</summary>
    /// <param name="transfers">Who emits for whom, with households where they are known (<see cref="TransferMatrix.WithHouseholds"/>).</param>
    /// <param name="sinks">S, a mass of CO2 absorbed by region, not negative.</param>
    /// <param name="tolerance">What counts as neutral; <see cref="NeutralTolerance.Default"/> where none is given.</param>
    /// <param name="surplus">Which side of the inter-regional balance is called surplus.</param>
    /// <exception cref="AxisException">Sinks of other regions.</exception>
    /// <exception cref="UnitException">Sinks that are not masses of CO2.</exception>
    /// <exception cref="CarbonCompException">A region without emissions, which has no inventory, or a negative sink; the message names it.</exception>
    public static CarbonGainsAndLosses Of(TransferMatrix transfers, LabelledVector sinks, NeutralTolerance? tolerance = null,
        SurplusConvention surplus = SurplusConvention.EmitsForOthers)
    {
        if (!Enum.IsDefined(surplus)) throw new ArgumentOutOfRangeException(nameof(surplus));
        transfers.Regions.Require(sinks.Axis, sinks.Name);
        RequireInventories(transfers.Emissions);
        sinks.RequireNotNegative("Give absorption as a positive mass, and what land emits as emissions.");
        return new(transfers, sinks, tolerance ?? NeutralTolerance.Default, surplus);
    }

    /// <summary>Who emits for whom.</summary>
    public TransferMatrix Transfers { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => Transfers.Regions;

    /// <summary>S, t CO2.</summary>
    public LabelledVector Sinks { get; }

    /// <summary>What counts as neutral.</summary>
    public NeutralTolerance Tolerance { get; }

    /// <summary>Which side of the inter-regional balance is called surplus.</summary>
    public SurplusConvention Convention { get; }

    /// <summary>Inter-regional balance, t CO2: gain less loss in the sense of <see cref="Convention"/>, positive is a surplus. Adds up to zero.</summary>
    public LabelledVector InterRegional => Vector("inter-regional balance", Gain - Loss);

    /// <summary>What a region emits at home for itself, with its households, t CO2.</summary>
    public LabelledVector OwnEmissions => Vector("own emissions for own use", Transfers.Tonnes.Diagonal() + Transfers.HouseholdDirect);

    /// <summary>I, t CO2: sinks less own emissions for own use, positive is a surplus.</summary>
    public LabelledVector IntraRegional => (Sinks - OwnEmissions).Named("intra-regional balance");

    /// <summary>The type of each region between regions.</summary>
    public IReadOnlyList<CarbonBalanceType> InterRegionalTypes { get; }

    /// <summary>The type of each region within itself.</summary>
    public IReadOnlyList<CarbonBalanceType> IntraRegionalTypes { get; }

    /// <summary>t CO2 of each region that final use in the country causes, of its households too.</summary>
    public LabelledVector ForDomesticDemand => Vector("emissions for domestic demand",
        Transfers.Emissions.Values + Transfers.HouseholdDirect - Transfers.Ends.Exported - Transfers.Ends.Unallocated);

    /// <summary>Share of each region's emissions that final use in the country causes, of its households too; the rest is exported. What
    /// the table's error column absorbs is in neither.</summary>
    public LabelledVector DomesticDemandShare => new("share caused by domestic demand", Regions,
        ForDomesticDemand.Values.PointwiseDivide(ForDomesticDemand.Values + Transfers.Ends.Exported), Unit.One, Status);

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Carbon gains and losses: between regions {Count(InterRegionalTypes)}; within regions "
        + $"{Count(IntraRegionalTypes)} (neutral: {Tolerance})";

    /// <summary>The regions of a type.</summary>
    /// <param name="type">The inter-regional type.</param>
    public IReadOnlyList<Region> Between(CarbonBalanceType type) => [.. Regions.Where((_, r) => InterRegionalTypes[r] == type)];

    /// <summary>The regions of a type.</summary>
    /// <param name="type">The intra-regional type.</param>
    public IReadOnlyList<Region> Within(CarbonBalanceType type) => [.. Regions.Where((_, r) => IntraRegionalTypes[r] == type)];

    /// <summary>A row a region: both balances with what they are made of, and their types.</summary>
    public override Columns ToColumns()
    {
        Column Tonnes(string name, Vector<double> values) => new(name, values.ToArray(), Unit.TonneCO2);
        return new(new Column("region", Regions.Labels.ToArray()), Tonnes("emitted for others", Transfers.Outflow.Values),
            Tonnes("emitted by others for it", Transfers.Inflow.Values),
            Tonnes("inter-regional balance", InterRegional.Values), new Column("between regions", InterRegionalTypes.Select(Word).ToArray()),
            Tonnes("sink", Sinks.Values), Tonnes("own emissions", OwnEmissions.Values), Tonnes("intra-regional balance", IntraRegional.Values),
            new Column("within the region", IntraRegionalTypes.Select(Word).ToArray()));
    }

    /// <exception cref="CarbonCompException">A region without emissions.</exception>
    internal static void RequireInventories(LabelledVector emissions)
    {
        string[] without = [.. Enumerable.Range(0, emissions.Values.Count).Where(r => !(emissions[r] > 0)).Select(r => emissions.Axis.Labels[r])];
        if (without.Length > 0)
            throw new CarbonCompException($"{string.Join(", ", without)} {(without.Length == 1 ? "has" : "have")} "
                + $"no emissions: an inventory is missing, for every region emits. "
                + "Leave it out with Within(regions), where its use of others' emissions becomes an end, or give it an inventory.");
    }

    private Vector<double> Gain => Convention == SurplusConvention.EmitsForOthers ? Transfers.Outflow.Values : Transfers.Inflow.Values;

    private Vector<double> Loss => Convention == SurplusConvention.EmitsForOthers ? Transfers.Inflow.Values : Transfers.Outflow.Values;

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Unit.TonneCO2, Status);

    private static string Count(IReadOnlyList<CarbonBalanceType> types) =>
        $"{types.Count(t => t == CarbonBalanceType.Surplus)} surplus, {types.Count(t => t == CarbonBalanceType.Neutral)} neutral, "
        + $"{types.Count(t => t == CarbonBalanceType.Deficit)} deficit";

    private static string Word(CarbonBalanceType type) => type switch
    {
        CarbonBalanceType.Surplus => "surplus",
        CarbonBalanceType.Deficit => "deficit",
        _ => "neutral",
    };
}
