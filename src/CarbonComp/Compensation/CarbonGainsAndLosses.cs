namespace CarbonComp;

/// <summary>Carbon gains and losses of regions in two parts: between regions, and within each region (<c>docs/methods.md#pec</c>).</summary>
/// <remarks>
/// Between regions, a surplus emits more for the final use of others than they emit for its own. Within a region,
/// <c>I_r = S_r − (C_rr + households)</c> sets its sink against its own emissions for its own use. Exports abroad are in neither.
/// </remarks>
public sealed record CarbonGainsAndLosses : Tabular
{
    private CarbonGainsAndLosses(TransferMatrix transfers, LabelledVector sinks, NeutralTolerance tolerance)
    {
        (Transfers, Sinks, Tolerance) = (transfers, sinks.In(Unit.TonneCO2), tolerance);
        Status = ValueStatuses.Weakest(transfers.Status, sinks.Status);
        var (emissions, gain, loss) = (transfers.Emissions.Values + transfers.HouseholdDirect, transfers.Outflow, transfers.Inflow);
        InterRegionalTypes = [.. Regions.Select((_, r) => tolerance.TypeOf(gain[r], loss[r], emissions[r]))];
        IntraRegionalTypes = [.. Regions.Select((_, r) => tolerance.TypeOf(Sinks[r], OwnEmissions[r], emissions[r]))];
    }

    /// <summary>Balances the regions.</summary>
    /// <remarks>
    /// The transfers have households where they are known (<see cref="TransferMatrix.WithHouseholds"/>); the sinks S are a mass of CO2, not
    /// negative. Without a tolerance it is <see cref="NeutralTolerance.Default"/>.
    /// </remarks>
    /// <exception cref="AxisException">Sinks of other regions.</exception>
    /// <exception cref="UnitException">Transfers or sinks that are not masses of CO2.</exception>
    /// <exception cref="CarbonCompException">A region without emissions, which has no inventory, or a negative sink; the message names it. Or a stock of
    /// carbon in place of what is taken up in a year.</exception>
    public static CarbonGainsAndLosses Of(TransferMatrix transfers, LabelledVector sinks, NeutralTolerance? tolerance = null)
    {
        transfers.Stressor.RequireCarbonDioxide("A balance of gains and losses");
        transfers.Regions.Require(sinks.Axis, sinks.Name);
        RequireInventories(transfers.Emissions);
        CarbonStorage.RequireFlow(sinks);
        sinks.RequireNotNegative("Give absorption as a positive mass, and emissions of land as emissions.");
        return new(transfers, sinks, tolerance ?? NeutralTolerance.Default);
    }

    /// <summary>Who emits for whom.</summary>
    public TransferMatrix Transfers { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => Transfers.Regions;

    /// <summary>S, t CO2.</summary>
    public LabelledVector Sinks { get; }

    /// <summary>The difference that still counts as neutral.</summary>
    public NeutralTolerance Tolerance { get; }

    /// <summary>Emitted for others less emitted by others for it, t CO2; positive is a surplus. Adds up to zero.</summary>
    public LabelledVector InterRegional => (Transfers.Outflow - Transfers.Inflow).Named("inter-regional balance");

    /// <summary>Emissions of a region at home for its own use, with its households, t CO2.</summary>
    public LabelledVector OwnEmissions => Vector("own emissions for own use", Transfers.Amounts.Diagonal() + Transfers.HouseholdDirect);

    /// <summary>I, t CO2: sinks less own emissions for own use; positive is a surplus.</summary>
    public LabelledVector IntraRegional => (Sinks - OwnEmissions).Named("intra-regional balance");

    /// <summary>The type of each region between regions.</summary>
    public IReadOnlyList<CarbonBalanceType> InterRegionalTypes { get; }

    /// <summary>The type of each region within itself.</summary>
    public IReadOnlyList<CarbonBalanceType> IntraRegionalTypes { get; }

    /// <summary>Emissions of each region, with its households, that final use in the country causes, t CO2.</summary>
    public LabelledVector ForDomesticDemand => Vector("emissions for domestic demand",
        Transfers.Emissions.Values + Transfers.HouseholdDirect - Transfers.Ends.Exported - Transfers.Ends.Unallocated);

    /// <summary>The share of the emissions of all regions, households included, that final use in the country causes; exports cause the rest.</summary>
    public Quantity DomesticShare => ForDomesticDemand.Sum() / (ForDomesticDemand.Sum() + Transfers.Exported.Sum());

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Carbon gains and losses: between regions {Count(InterRegionalTypes)}; within regions "
        + $"{Count(IntraRegionalTypes)} (neutral: {Tolerance})";

    /// <summary>The regions of an inter-regional type.</summary>
    public IReadOnlyList<Region> Between(CarbonBalanceType type) => [.. Regions.Where((_, r) => InterRegionalTypes[r] == type)];

    /// <summary>The regions of an intra-regional type.</summary>
    public IReadOnlyList<Region> Within(CarbonBalanceType type) => [.. Regions.Where((_, r) => IntraRegionalTypes[r] == type)];

    /// <summary>The type of a region (code, name or local name) between regions.</summary>
    /// <exception cref="AxisException">No such region.</exception>
    public CarbonBalanceType InterRegionalTypeOf(string region) => InterRegionalTypes[Regions.IndexOf(region)];

    /// <summary>The type of a region within itself.</summary>
    /// <inheritdoc cref="InterRegionalTypeOf"/>
    public CarbonBalanceType IntraRegionalTypeOf(string region) => IntraRegionalTypes[Regions.IndexOf(region)];

    /// <summary>A row a region: both balances, their parts, and their types.</summary>
    public override Columns ToColumns() => Columns.Of(Transfers.Outflow.Named("emitted for others"),
            Transfers.Inflow.Named("emitted by others for it"), InterRegional)
        .With("between regions", InterRegionalTypes.Select(Word)).With("sink", Sinks.Values, Unit.TonneCO2)
        .With("own emissions", OwnEmissions.Values, Unit.TonneCO2).With("intra-regional balance", IntraRegional.Values, Unit.TonneCO2)
        .With("within the region", IntraRegionalTypes.Select(Word));

    internal static void RequireInventories(LabelledVector emissions)
    {
        string[] without = [.. emissions.Axis.Labels.Where((_, r) => !(emissions[r] > 0))];
        if (without.Length > 0)
            throw new CarbonCompException($"{Listing.Of(without)} {(without.Length == 1 ? "has" : "have")} no emissions. Every region emits, so an "
                + "inventory is missing. Add it, or leave the region out with Within(regions).");
    }

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Unit.TonneCO2, Status);

    private static string Count(IReadOnlyList<CarbonBalanceType> types) =>
        $"{types.Count(t => t == CarbonBalanceType.Surplus)} surplus, {types.Count(t => t == CarbonBalanceType.Neutral)} neutral, "
        + $"{types.Count(t => t == CarbonBalanceType.Deficit)} deficit";

    private static string Word(CarbonBalanceType type) => type.ToString().ToLowerInvariant();
}
