namespace CarbonComp.Studies;

/// <summary>The functional zones of the last year by the weight that inventories have in the first guess of energy.</summary>
public sealed record ZonesByWeight : Tabular
{
    private readonly RegionAxis regions;
    private readonly IReadOnlyList<(double Weight, FunctionalZones Zones)> all;

    private ZonesByWeight(RegionAxis regions, IReadOnlyList<(double, FunctionalZones)> all) => (this.regions, this.all) = (regions, all);

    /// <summary>Constructs the case anew with each weight.</summary>
    /// <param name="study">The case.</param>
    /// <param name="weights">Weights from 0 (GDP alone) to 1 (inventories alone).</param>
    public static ZonesByWeight Of(JiangxiCase study, params IReadOnlyList<double> weights) => new(study.Regions,
        [.. weights.Select(w => (w, JiangxiCase.Of(new JiangxiConstruction(study.Package, w)).Model.Zones()))]);

    /// <summary>The cities that are in one zone whatever the weight.</summary>
    public IReadOnlyList<string> Unchanged => [.. regions.Labels.Where(city => all.All(z => z.Zones[city] == all[0].Zones[city]))];

    /// <inheritdoc/>
    public override string Caption => "Zone by the weight of inventories in the first guess";

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatus.Constructed;

    /// <summary>One row a city, one column a weight.</summary>
    public override Columns ToColumns() => new([new Column("region", regions.Labels.ToArray()),
        .. all.Select(z => new Column($"{100 * z.Weight:0} %", z.Zones.Zones.Select(FunctionalZones.NameOf).ToArray()))]);
}
