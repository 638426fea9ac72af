using System.Collections.Concurrent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Compensation between the provinces by reduction cost, year by year, for any estimator of the cost.</summary>
/// <param name="china">The case.</param>
/// <param name="sinks">What each province takes up in a year of the case; the case's land if none is given.</param>
/// <remarks>
/// <para>Source: <c>docs/methods.md#pec</c>. Every sector has a technology of its own, with labour as its input.</para>
/// <para>The default cost is that of the quadratic distance function; PEC names none. A payment needs one price for a tonne, and one that answers to
/// the margin. The function is smooth, so every price is one number. Directional distances by linear programs, the same measure without the form, leave
/// intervals and agree on the direction. The slacks-based measure prices most provinces at a fixed fraction of their own carbon productivity, and that is
/// an average, not the cost of a tonne less (<see cref="Evidence"/>). What is paid for smoothness is an assumed form, and in
/// some sectors a price that is zero or goes with size: what can be compared is direction and growth. The others are in
/// <see cref="ByEstimator"/>.</para>
/// </remarks>
public sealed class ProvincialCompensation(ChinaProvinces china, Func<int, LabelledVector>? sinks = null)
{
    /// <summary>The estimator that is used if none is named: <c>quadratic</c>.</summary>
    public const string DefaultEstimator = "quadratic";

    private static readonly Dictionary<string, Func<ProductionUnits, IReductionCostEstimate>?> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["slacks-based"] = units => SlacksBasedMeasure.Estimate(units),
        ["quadratic"] = units => QuadraticDistance.Estimate(units),
        ["directional distance"] = units => DirectionalDistance.Estimate(units, new() { Emissions = EmissionConstraint.Inequality }),
        ["carbon productivity"] = null,
    };

    private readonly ConcurrentDictionary<(int Year, string Estimator), SectorReductionCosts> estimates = new();

    /// <summary>The estimators by name: <c>slacks-based</c>, <c>quadratic</c>, <c>directional distance</c>, <c>carbon productivity</c>.</summary>
    public static IReadOnlyCollection<string> Estimators => Known.Keys;

    /// <summary>Reduction costs by province and sector, money for t CO2.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="estimator">One of <see cref="Estimators"/>.</param>
    /// <param name="end">The end of each price's interval; carbon productivity has none.</param>
    /// <returns>Zero for a sector that emits nothing in a province: it has no cost, and no emission that a cost could be paid for.</returns>
    /// <exception cref="CarbonCompException">No such estimator or year.</exception>
    public LabelledMatrix Costs(int year, string estimator = DefaultEstimator, ShadowPriceEnd end = ShadowPriceEnd.Upper)
    {
        if (!Known.TryGetValue(estimator, out var estimate))
            throw new CarbonCompException($"There is no estimator \"{estimator}\". There are: {string.Join(", ", Estimators)}.");
        var (added, emissions) = (china.SectorValueAdded(year), china.EmitterEmissions(year));
        return estimate is null ? Productivity(added, emissions)
            : estimates.GetOrAdd((year, estimator.ToLowerInvariant()), _ => SectorReductionCosts.Estimate(added, emissions, [china.Inputs(year).Labour],
                estimate)).ShadowPrices.ByRegionAndSector(end, otherwise: 0);
    }

    private static LabelledMatrix Productivity(LabelledMatrix added, LabelledMatrix emissions)
    {
        var unit = CarbonProductivity.Compute(added.RowSums(), emissions.RowSums()).Unit;
        return new("carbon productivity", emissions.Rows, emissions.Columns, emissions.In(Unit.TonneCO2).Values.MapIndexed((r, i, tonnes) =>
            tonnes == 0 ? 0 : added.In(Unit.Yuan).Values[r, i] / tonnes, Zeros.Include), unit, ValueStatuses.Weakest(added.Status, emissions.Status));
    }

    /// <summary>Horizontal and vertical payments in every year of the case.</summary>
    /// <inheritdoc cref="Costs"/>
    public CompensationYears Years(string estimator = DefaultEstimator, ShadowPriceEnd end = ShadowPriceEnd.Upper) =>
        CompensationYears.Of([.. china.Years.Select(year => (year, Compensation(year, Costs(year, estimator, end))))]);

    /// <summary>The main results by six estimates of the cost: how far they depend on it.</summary>
    /// <param name="groups">From provinces to macro-regions, with an East and a West among them.</param>
    public CompensationByEstimator ByEstimator(Concordance groups) => new(groups,
    [
        ("quadratic", Years("quadratic")), ("directional distance (upper end)", Years("directional distance")),
        ("directional distance (lower end)", Years("directional distance", ShadowPriceEnd.Lower)), ("slacks-based (upper end)", Years("slacks-based")),
        ("slacks-based (lower end)", Years("slacks-based", ShadowPriceEnd.Lower)), ("carbon productivity", Years("carbon productivity")),
    ]);

    /// <summary>Who finances the fund in a year, by rule: what provinces pay in, what they are paid, and what is left or is missing.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="estimator">One of <see cref="Estimators"/>.</param>
    public Table Financing(int year, string estimator = DefaultEstimator)
    {
        var costs = Costs(year, estimator);
        var land = china.Accounts.Sinks(year).RowSums();
        var (own, status) = (sinks?.Invoke(year) ?? land, ValueStatuses.Weakest(costs.Status, china.SectorTransfers(year).Status));
        (string Rule, Settlement Fund)[] ways =
        [
            ("centre adds or keeps the rest", Of(FundFinancing.Centre, own)), ("fund closes", Of(FundFinancing.Closed, own)),
            ("centre alone", Of(FundFinancing.CentreAlone, own)), ("land alone, centre adds or keeps the rest", Of(FundFinancing.Centre, land)),
        ];
        Settlement Of(FundFinancing financing, LabelledVector taken) => Compensation(year, costs, taken, financing).Vertical;
        return Table.OfRows(Invariant($"Who finances the fund, {year}"), ways, status).With("financing", w => w.Rule)
            .With("paid in by provinces", w => w.Fund.ToFund.Sum()).With("paid out to provinces", w => w.Fund.FromFund.Sum())
            .With("left in the fund", w => w.Fund.ToFund.Sum() - w.Fund.FromFund.Sum());
    }

    /// <summary>The volume of each year as a share of the provinces' GDP.</summary>
    public Table VolumeOfGdp(CompensationYears years) => Table.OfRows("Volume as a share of GDP", years.Years, years.Status).With("year", year => year)
        .With("share (%)", year => 100 * years[year].Volume / china.Accounts.Gdp(year).For(years[year].Regions).In("yuan").Total);

    /// <summary>What speaks for and against each estimator in a year.</summary>
    /// <param name="year">A year of the case.</param>
    public EstimatorEvidence Evidence(int year) => EstimatorEvidence.Of(china, this, year);

    private EcologicalCompensation Compensation(int year, LabelledMatrix costs, LabelledVector? taken = null,
        FundFinancing financing = FundFinancing.Centre) => EcologicalCompensation.Of(china.SectorTransfers(year),
            (taken ?? sinks?.Invoke(year) ?? china.Accounts.Sinks(year).RowSums()).For(china.Emitters(year)), costs,
            china.HouseholdEmissions(year).For(china.Emitters(year)), financing);
}
