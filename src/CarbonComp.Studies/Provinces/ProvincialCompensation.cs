using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies;

/// <summary>Compensation between the provinces by reduction cost, year by year, for any estimator of the cost.</summary>
/// <param name="china">The case.</param>
/// <remarks>Source: <c>docs/methods.md#pec</c>. Every sector has a technology of its own, with labour as its input.</remarks>
public sealed class ProvincialCompensation(ChinaProvinces china)
{
    private static readonly Dictionary<string, Func<ProductionUnits, IReductionCostEstimate>?> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["slacks-based"] = units => SlacksBasedMeasure.Estimate(units),
        ["quadratic"] = units => QuadraticDistance.Estimate(units),
        ["carbon productivity"] = null,
    };

    /// <summary>The estimators by name: <c>slacks-based</c>, <c>quadratic</c>, <c>carbon productivity</c>.</summary>
    public static IReadOnlyCollection<string> Estimators => Known.Keys;

    /// <summary>Reduction costs by province and sector, money for t CO2.</summary>
    /// <param name="year">A year of the case.</param>
    /// <param name="estimator">One of <see cref="Estimators"/>.</param>
    /// <param name="end">The end of each price's interval; carbon productivity has none.</param>
    /// <returns>Zero for a sector that emits nothing in a province: it has no cost, and no emission that a cost could be paid for.</returns>
    /// <exception cref="CarbonCompException">No such estimator or year.</exception>
    public LabelledMatrix Costs(int year, string estimator = "slacks-based", ShadowPriceEnd end = ShadowPriceEnd.Upper)
    {
        if (!Known.TryGetValue(estimator, out var estimate))
            throw new CarbonCompException($"There is no estimator \"{estimator}\". There are: {string.Join(", ", Estimators)}.");
        var (added, emissions) = (china.SectorValueAdded(year), china.EmitterEmissions(year));
        return estimate is null ? Productivity(added, emissions)
            : SectorReductionCosts.Estimate(added, emissions, [china.Inputs(year).Labour], estimate).ShadowPrices.ByRegionAndSector(end, otherwise: 0);
    }

    private static LabelledMatrix Productivity(LabelledMatrix added, LabelledMatrix emissions)
    {
        var unit = CarbonProductivity.Compute(added.RowSums(), emissions.RowSums()).Unit;
        return new("carbon productivity", emissions.Rows, emissions.Columns, emissions.In(Unit.TonneCO2).Values.MapIndexed((r, i, tonnes) =>
            tonnes == 0 ? 0 : added.In(Unit.Yuan).Values[r, i] / tonnes, Zeros.Include), unit, ValueStatuses.Weakest(added.Status, emissions.Status));
    }

    /// <summary>Horizontal and vertical payments in every year of the case.</summary>
    /// <inheritdoc cref="Costs"/>
    public CompensationYears Years(string estimator = "slacks-based", ShadowPriceEnd end = ShadowPriceEnd.Upper) =>
        CompensationYears.Of([.. china.Years.Select(year => (year, Compensation(year, Costs(year, estimator, end))))]);

    /// <summary>The main results by four estimates of the cost: how far they depend on it.</summary>
    /// <param name="groups">From provinces to macro-regions, with an East and a West among them.</param>
    public CompensationByEstimator ByEstimator(Concordance groups) => new(groups,
    [
        ("slacks-based (upper end)", Years()), ("slacks-based (lower end)", Years(end: ShadowPriceEnd.Lower)),
        ("quadratic", Years("quadratic")), ("carbon productivity", Years("carbon productivity")),
    ]);

    private EcologicalCompensation Compensation(int year, LabelledMatrix costs) => EcologicalCompensation.Of(china.SectorTransfers(year),
        china.Accounts.Sinks(year).RowSums().For(china.Emitters(year)), costs, china.HouseholdEmissions(year).For(china.Emitters(year)));
}
