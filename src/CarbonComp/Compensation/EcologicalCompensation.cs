using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Horizontal and vertical compensation of one year (PEC): who pays whom for the emissions it uses, and what a fund pays for sinks.</summary>
/// <remarks>
/// Principles of the abstract: responsibility is traced from the use to the source, and the standard is that of the place of production.
/// Horizontal: <c>M_{s→r} = Σ_i c_i^r·C_i^rs</c> between regions. Vertical: <c>V_r = p_r·I_r</c> through a fund, with the intra-regional balance
/// I and <c>p_r = Σ_i E_i^r c_i^r / E^r</c>, the region's mean cost; V above zero is paid to the region. The formulas are inferred from the
/// principles (METHODS 5).
/// </remarks>
public sealed record EcologicalCompensation : Tabular
{
    private EcologicalCompensation(SectorTransfers transfers, CarbonGainsAndLosses balance, LabelledMatrix costs, CompensationStandard standard,
        FundFinancing financing)
    {
        (Transfers, Balance, Costs, Standard, Financing) = (transfers, balance, costs, standard, financing);
        Horizontal = Settlement.AtProduction("horizontal", transfers, costs);
        Vertical = Settlement.ByRegion("vertical", (-balance.IntraRegional).Named("intra-regional deficit"), standard).FinancedBy(financing);
    }

    /// <summary>Takes one year from flows, sinks and costs to money.</summary>
    /// <param name="transfers">C: which sector emits where and for whose final use.</param>
    /// <param name="sinks">S, a mass of CO2 absorbed by region, not negative.</param>
    /// <param name="costs">c, yuan for a mass of CO2: rows the regions of production, columns the sectors; not negative.</param>
    /// <param name="households">Direct emissions of households by region; none where not given.</param>
    /// <param name="financing">Who finances the fund.</param>
    /// <param name="tolerance">What counts as neutral; <see cref="NeutralTolerance.Default"/> where none is given. Types only: it changes no payment.</param>
    /// <param name="surplus">Which side of the inter-regional balance is called surplus. Types only.</param>
    /// <exception cref="AxisException">Sinks, costs or households of other regions, or costs of other sectors.</exception>
    /// <exception cref="UnitException">Another kind of quantity.</exception>
    /// <exception cref="CarbonCompException">A region without emissions, a negative sink, cost or flow; the message names it.</exception>
    public static EcologicalCompensation Of(SectorTransfers transfers, LabelledVector sinks, LabelledMatrix costs, LabelledVector? households = null,
        FundFinancing financing = FundFinancing.Centre, NeutralTolerance? tolerance = null, SurplusConvention surplus = SurplusConvention.EmitsForOthers)
    {
        var all = transfers.Transfers;
        var balance = CarbonGainsAndLosses.Of(households is null ? all : all.WithHouseholds(households), sinks, tolerance, surplus);
        return new(transfers, balance, costs, MeanCost(transfers.Emissions, costs), financing);
    }

    /// <summary>A region's mean reduction cost, <c>p_r = Σ_i E_i^r c_i^r / E^r</c>: its compensation standard.</summary>
    /// <param name="emissions">E, a mass of CO2 by region (rows) and sector (columns).</param>
    /// <param name="costs">c, yuan for a mass of CO2, the same.</param>
    /// <exception cref="AxisException">Costs of other regions or sectors.</exception>
    /// <exception cref="CarbonCompException">A region without emissions, or a negative mean; the message names it.</exception>
    public static CompensationStandard MeanCost(LabelledMatrix emissions, LabelledMatrix costs)
    {
        emissions.Rows.Require(costs.Rows, costs.Name);
        emissions.Columns.Require(costs.Columns, costs.Name);
        CarbonGainsAndLosses.RequireInventories(emissions.RowSums());
        var tonnes = emissions.In(Unit.TonneCO2);
        return CompensationStandard.Given(((tonnes * costs.In(Unit.YuanPerTonneCO2)).RowSums() / tonnes.RowSums()).Named("mean reduction cost"));
    }

    /// <summary>Which sector emits where and for whose final use.</summary>
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

    /// <summary>Payments between regions; nets to zero.</summary>
    public Settlement Horizontal { get; }

    /// <summary>Payments into and out of the fund; <see cref="Settlement.FundBalance"/> is what the fund keeps (above zero) or the centre adds.</summary>
    public Settlement Vertical { get; }

    /// <summary>Both.</summary>
    public Settlement Combined => Horizontal + Vertical;

    /// <summary>The volume of the compensation, yuan: what is paid between regions after setting off, and what is paid into or by the fund.</summary>
    public double Volume => Horizontal.SetOff().Paid.Total + Vertical.ToFund.Total + Vertical.FromFund.Total;

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Horizontal.Status, Vertical.Status);

    /// <inheritdoc/>
    public override string Caption => Invariant($"Horizontal and vertical compensation: "
        + $"{NumberFormat.Format(Horizontal.SetOff().Paid.Total / 1e9, 1)} billion yuan between regions, ")
        + Invariant($"{NumberFormat.Format(Vertical.ToFund.Total / 1e9, 1)} into the fund, {NumberFormat.Format(Vertical.FromFund.Total / 1e9, 1)} paid by it");

    /// <summary>A row a region: standard, net payment to other regions, to the fund, and together; positive pays.</summary>
    public override Columns ToColumns() => Columns.Of(Standard.Values.Named("standard p"), Horizontal.Net.Named("net payment, horizontal"),
        Vertical.Net.Named("net payment, vertical"), Combined.Net.Named("net payment, both"));
}
