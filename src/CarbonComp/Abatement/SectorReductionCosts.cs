namespace CarbonComp.Abatement;

/// <summary>Reduction costs by region and sector, where every sector has a technology of its own.</summary>
/// <remarks>A power plant is not measured against an office: the regions' units of one sector are compared with each other only.</remarks>
public sealed record SectorReductionCosts : Tabular
{
    private SectorReductionCosts(IReadOnlyList<IReductionCostEstimate> estimates, ShadowPrices shadowPrices, IReadOnlyList<string> leftOut) =>
        (Estimates, ShadowPrices, LeftOut) = (estimates, shadowPrices, leftOut);

    /// <summary>The estimate of each sector, in order of the sectors.</summary>
    public IReadOnlyList<IReductionCostEstimate> Estimates { get; }

    /// <summary>The interval of every sector of every region, money for t CO2; empty for those left out.</summary>
    public ShadowPrices ShadowPrices { get; }

    /// <summary>The units that have no reduction cost, with the reason.</summary>
    public IReadOnlyList<string> LeftOut { get; }

    /// <inheritdoc/>
    public override string Caption => $"Reduction cost by sector, {Estimates[0].Method}" + (LeftOut.Count == 0 ? "" : $"; {LeftOut.Count} without");

    /// <inheritdoc/>
    public override ValueStatus Status => ShadowPrices.Status;

    /// <summary>Estimates each sector by itself, from tables of regions (rows) by sectors (columns): <c>u =&gt; SlacksBasedMeasure.Estimate(u)</c>.</summary>
    /// <remarks>An input that a sector has none of is left out of its technology. Units without emissions, value added or inputs are named.</remarks>
    /// <exception cref="AbatementException">A sector with fewer than two regions left, or data that are refused; the message names the sector.</exception>
    /// <exception cref="AxisException">Tables of other regions or sectors.</exception>
    public static SectorReductionCosts Estimate(LabelledMatrix valueAdded, LabelledMatrix emissions, IReadOnlyList<LabelledMatrix> inputs,
        Func<ProductionUnits, IReductionCostEstimate> estimator)
    {
        var axis = ProductionUnits.ByRegionAndSector(valueAdded);
        var (regions, sectors) = (axis.Regions, axis.Sectors);
        foreach (var table in inputs.Prepend(emissions))
        {
            regions.Require(table.Rows, table.Name);
            sectors.Require(table.Columns, table.Name);
        }
        var intervals = Enumerable.Repeat(ValueRange.Empty, axis.Count).ToArray();
        var (estimates, leftOut) = (new List<IReductionCostEstimate>(), new List<string>());
        for (var s = 0; s < sectors.Count; s++)
        {
            LabelledVector Of(LabelledMatrix table) => new(table.Name, regions, table.Values.Column(s), table.Unit, table.Status);
            try
            {
                var (units, without) = ProductionUnits.Measurable(Of(valueAdded), Of(emissions), inputs.Select(Of).Where(i => i.Values.Any(v => v != 0)));
                var estimate = estimator(units);
                estimates.Add(estimate);
                leftOut.AddRange(without.Select(w => $"{sectors.Labels[s]} of {w}"));
                for (var k = 0; k < units.Count; k++)
                    intervals[axis.Position(regions.IndexOf(units.Axis.Codes[k]), s)] = estimate.ShadowPrices.Intervals[k];
            }
            catch (AbatementException wrong) { throw new AbatementException($"Sector {sectors.Labels[s]}: {wrong.Message}"); }
        }
        return new(estimates, new($"each sector by itself, {estimates[0].Method}", axis, intervals, Money.Currency(valueAdded.Unit, valueAdded.Name),
            ValueStatuses.Weakest(estimates.Select(e => e.Status))), leftOut);
    }

    /// <inheritdoc/>
    public override Columns ToColumns() => ShadowPrices.ToColumns();
}
