namespace CarbonComp;

/// <summary>Reduction costs by region and sector by several estimators, and how each goes with the sectors' emissions.</summary>
public sealed record SectorCostComparison : Tabular
{
    private readonly LabelledMatrix emissions;

    private SectorCostComparison(LabelledMatrix emissions, IReadOnlyList<LabelledMatrix> costs) => (this.emissions, Costs) = (emissions, costs);

    /// <summary>Estimates each sector by itself with every estimator of <see cref="ReductionCostComparison"/>; the upper ends of the prices.</summary>
    /// <remarks>A sector that emits nothing in a region has no cost there: its cost is zero, and no median counts it.</remarks>
    /// <param name="valueAdded">Value added, rows regions, columns sectors.</param>
    /// <param name="emissions">Emissions, the same.</param>
    /// <param name="input">The input of all estimators, such as labour.</param>
    /// <param name="cause">The input that causes emissions, beside it for by-production, such as energy.</param>
    /// <exception cref="AbatementException">Data that an estimator refuses; the message names the sector.</exception>
    public static SectorCostComparison Estimate(LabelledMatrix valueAdded, LabelledMatrix emissions, LabelledMatrix input, LabelledMatrix cause) =>
        new(emissions, [.. ReductionCostEstimators.All(cause.Name).Select(e => SectorReductionCosts.Estimate(valueAdded, emissions,
            e.Name == ReductionCostEstimators.ByProductionName ? [input, cause] : [input], e.Estimate)
            .ShadowPrices.ByRegionAndSector(ShadowPriceEnd.Upper, otherwise: 0).Named(e.Name))]);

    /// <summary>The costs by each estimator, named after it, money for t CO2.</summary>
    public IReadOnlyList<LabelledMatrix> Costs { get; }

    /// <summary>The costs by one of the estimators.</summary>
    /// <param name="estimator">Its name.</param>
    /// <exception cref="AbatementException">No such estimator; the message lists those there are.</exception>
    public LabelledMatrix this[string estimator] => Costs.FirstOrDefault(c => c.Name == estimator)
        ?? throw new AbatementException($"There is no estimator \"{estimator}\". There are: {string.Join("; ", Costs.Select(c => c.Name))}.");

    /// <summary>The comparison with one more estimate.</summary>
    /// <param name="costs">Costs by region and sector, named after the estimate.</param>
    public SectorCostComparison With(LabelledMatrix costs) => new(emissions, [.. Costs, costs]);

    /// <summary>The rank correlation of each estimate's median over regions with the sectors' emissions.</summary>
    public RankCorrelations Ranks => RankCorrelations.Of("Reduction cost and emissions of sectors", emissions.ColumnSums(), [.. Costs.Select(Median)]);

    /// <inheritdoc/>
    public override string Caption => $"Reduction cost by sector, median over {emissions.Rows.Kinds} ({Costs[0].Unit})";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Costs.Select(c => c.Status));

    /// <summary>One row an estimator: the median cost of each sector, and its rank correlation with emissions.</summary>
    public override Columns ToColumns()
    {
        LabelledVector[] medians = [.. Costs.Select(Median)];
        return new([new Column("estimator", medians.Select(m => m.Name).ToArray()),
            .. emissions.Columns.Labels.Select((sector, j) => new Column(sector, medians.Select(m => m[j]).ToArray())),
            new Column("ρ with emissions", Ranks.All.Select(r => r.Coefficient).ToArray())]);
    }

    private LabelledVector Median(LabelledMatrix costs) => new(costs.Name, costs.Columns, Enumerable.Range(0, costs.Columns.Count).Select(j =>
    {
        double[] emitting = [.. costs.Values.Column(j).Where((_, r) => emissions.Values[r, j] > 0).Order()];
        return emitting.Length == 0 ? 0 : emitting[emitting.Length / 2];
    }), costs.Unit, costs.Status);
}
