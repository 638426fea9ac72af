namespace CarbonComp;

/// <summary>Horizontal and vertical compensation of one year: payments for the emissions that regions use, and a fund for sinks.</summary>
/// <remarks>
/// Horizontal: <c>M_{s→r} = Σ_i c_i^r·C_i^rs</c>, at the cost of the place of production. Vertical: <c>V_r = p_r·I_r</c> through a fund,
/// with the intra-regional balance I and <c>p_r = Σ_i E_i^r c_i^r / E^r</c>; a positive V is paid to the region
/// (inferred, <c>docs/methods.md#pec</c>).
/// </remarks>
public sealed record EcologicalCompensation : Tabular
{
    private EcologicalCompensation(SectorTransfers transfers, CarbonGainsAndLosses balance, LabelledMatrix costs, FundFinancing financing)
    {
        (Transfers, Balance, Costs, Standard, Financing) = (transfers, balance, costs, MeanCost(transfers.Emissions, costs), financing);
        Horizontal = Settlement.AtProduction("horizontal", transfers, costs);
        Vertical = Settlement.ByRegion("vertical", (-balance.IntraRegional).Named("intra-regional deficit"), Standard).FinancedBy(financing);
    }

    /// <summary>Takes one year from flows, sinks and costs to money.</summary>
    /// <remarks>
    /// C, emissions by sector and region for the final use of regions; S, a mass of CO2 absorbed by region; c, money for a mass of CO2 by
    /// region of production and sector; direct emissions of households by region, if any. The tolerance changes types, and no payment.
    /// </remarks>
    /// <exception cref="AxisException">Sinks, costs or households of other regions, or costs of other sectors.</exception>
    /// <exception cref="UnitException">Another kind of quantity.</exception>
    /// <exception cref="CarbonCompException">A region without emissions, a negative sink, cost or flow; the message names it.</exception>
    public static EcologicalCompensation Of(SectorTransfers transfers, LabelledVector sinks, LabelledMatrix costs, LabelledVector? households = null,
        FundFinancing financing = FundFinancing.Centre, NeutralTolerance? tolerance = null)
    {
        transfers.Stressor.RequireCarbonDioxide("Ecological compensation");
        var all = transfers.Transfers;
        return new(transfers, CarbonGainsAndLosses.Of(households is null ? all : all.WithHouseholds(households), sinks, tolerance), costs, financing);
    }

    private static CompensationStandard MeanCost(LabelledMatrix emissions, LabelledMatrix costs)
    {
        emissions.Rows.Require(costs.Rows, costs.Name);
        emissions.Columns.Require(costs.Columns, costs.Name);
        CarbonGainsAndLosses.RequireInventories(emissions.RowSums());
        var tonnes = emissions.In(Unit.TonneCO2);
        return new(((tonnes * costs.InCurrencyPerTonneCO2()).RowSums() / tonnes.RowSums()).Named("mean reduction cost"));
    }

    /// <summary>C.</summary>
    public SectorTransfers Transfers { get; }

    /// <summary>Gains and losses between and within the regions.</summary>
    public CarbonGainsAndLosses Balance { get; }

    /// <summary>c, by region of production and sector.</summary>
    public LabelledMatrix Costs { get; }

    /// <summary>p, by region.</summary>
    public CompensationStandard Standard { get; }

    /// <summary>Who finances the fund.</summary>
    public FundFinancing Financing { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions => Balance.Regions;

    /// <summary>Payments between regions. The nets add up to zero.</summary>
    public Settlement Horizontal { get; }

    /// <summary>Payments into and out of the fund.</summary>
    public Settlement Vertical { get; }

    /// <summary>Both.</summary>
    public Settlement Combined => Horizontal + Vertical;

    /// <summary>The volume of the compensation: net payments between regions, and payments into and out of the fund.</summary>
    public double Volume => Horizontal.Netted().Paid.Total + Vertical.ToFund.Total + Vertical.FromFund.Total;

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Horizontal.Status, Vertical.Status);

    /// <inheritdoc/>
    public override string Caption => $"Horizontal and vertical compensation: {Billions(Horizontal.Netted().Paid)} billion {Standard.Currency} between "
        + $"regions, {Billions(Vertical.ToFund)} into the fund, {Billions(Vertical.FromFund)} paid by it";

    /// <summary>A row a region: standard, net payment to other regions, to the fund, and together; positive pays.</summary>
    public override Columns ToColumns() => Columns.Of(Standard.Prices.Named("standard p"), Horizontal.Net.Named("net payment, horizontal"),
        Vertical.Net.Named("net payment, vertical"), Combined.Net.Named("net payment, both"));

    private static string Billions(LabelledVector amounts) => NumberFormat.Format(amounts.Total / 1e9, 1);
}
