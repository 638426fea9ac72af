using System.Collections;

namespace CarbonComp.Emissions;

/// <summary>The inventories of several regions and years, found by both.</summary>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed class EmissionInventories : IReadOnlyList<EmissionInventory>, ITabular
{
    private readonly EmissionInventory[] all;

    /// <summary>Creates the collection: at least one inventory, each region and year once, all along the same sectors and sources.</summary>
    /// <exception cref="EmissionsException">No inventory, or a region and year twice.</exception>
    /// <exception cref="AxisException">Sectors or sources that differ.</exception>
    public EmissionInventories(string source, params IEnumerable<EmissionInventory> inventories)
    {
        (Source, all) = (source, [.. inventories]);
        if (all.Length == 0) throw new EmissionsException($"{source} holds no inventory. At least one is needed.");
        foreach (var one in all)
        {
            all[0].Sectors.Require(one.Sectors, $"The inventory of {one.Region} in {one.Year}");
            all[0].Sources.Columns.Require(one.Sources.Columns, $"The inventory of {one.Region} in {one.Year}");
        }
        if (all.GroupBy(i => (i.Region.Code, i.Year)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new EmissionsException($"{source} has the inventory of {twice.First().Region} in {twice.Key.Year} twice. Leave one out.");
        Regions = new(all.Select(i => i.Region).DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal));
        Years = [.. all.Select(i => i.Year).Distinct().Order()];
    }

    /// <summary>The source.</summary>
    public string Source { get; }

    /// <summary>The regions, in the order of their codes.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The years, in order.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The sectors of every inventory.</summary>
    public SectorAxis Sectors => all[0].Sectors;

    /// <inheritdoc/>
    public int Count => all.Length;

    /// <inheritdoc/>
    public ValueStatus Status => ValueStatuses.Weakest(all.Select(i => i.Status));

    /// <inheritdoc/>
    public string Caption => Invariant($"{Source}: {Count} inventories, {Years[0]} to {Years[^1]}");

    /// <summary>The inventory at a position, from 0.</summary>
    public EmissionInventory this[int index] => all[index];

    /// <summary>The inventory of a region (name, local name or code; <c>InnerMongolia</c> is Inner Mongolia) and year.</summary>
    /// <exception cref="EmissionsException">No such inventory; the message says what there is.</exception>
    public EmissionInventory this[string region, int year]
    {
        get
        {
            var sought = new Region(region, region);
            bool Is(Region r) => PlaceNames.Match(sought, r) || Squeezed(r.Name).Equals(Squeezed(region), StringComparison.OrdinalIgnoreCase);
            EmissionInventory[] ofRegion = [.. all.Where(i => Is(i.Region))];
            if (ofRegion.Length == 0)
                throw new EmissionsException($"{Source} has no inventory of \"{region}\". There are: {string.Join(", ", Regions.Labels)}.");
            return Array.Find(ofRegion, i => i.Year == year)
                ?? throw new EmissionsException($"{Source} has no inventory of {ofRegion[0].Region} in {year}. "
                    + $"There are: {string.Join(", ", ofRegion.Select(i => i.Year).Order())}.");
        }
    }

    /// <summary>Several collections as one, such as a workbook a year.</summary>
    /// <exception cref="EmissionsException">A region and year twice.</exception>
    public static EmissionInventories Join(string source, params IEnumerable<EmissionInventories> parts) => new(source, parts.SelectMany(p => p));

    /// <summary>Scope 1 by region (rows) and sector (columns) in a year, t CO2, without households; of all regions if none are given.</summary>
    /// <exception cref="EmissionsException">A region without an inventory of the year.</exception>
    public LabelledMatrix Scope1(int year, RegionAxis? regions = null) => Of(year, regions, i => i.Scope1);

    /// <summary>Scope 1 of households by region (rows) and group (columns) in a year, t CO2.</summary>
    /// <inheritdoc cref="Scope1"/>
    public LabelledMatrix Households(int year, RegionAxis? regions = null) => Of(year, regions, i => i.Households);

    /// <inheritdoc/>
    public IEnumerator<EmissionInventory> GetEnumerator() => all.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One row an inventory: region, year, scope 1 of sectors and households, and of both.</summary>
    public Columns ToColumns() => Table.OfRows(Caption, all).With("region", i => i.Region.Name).With("year", i => Invariant($"{i.Year}"))
        .With("sectors", i => i.Scope1.Total, Unit.TonneCO2).With("households", i => i.Households.Total, Unit.TonneCO2)
        .With("total", i => i.Total, Unit.TonneCO2);

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);

    private LabelledMatrix Of(int year, RegionAxis? regions, Func<EmissionInventory, LabelledVector> part)
    {
        regions ??= Regions;
        LabelledVector[] rows = [.. regions.Select(r => part(this[r.Name, year]))];
        return new(rows[0].Name, regions, rows[0].Axis, Matrix<double>.Build.DenseOfRowVectors(rows.Select(r => r.Values)), Unit.TonneCO2,
            ValueStatuses.Weakest(rows.Select(r => r.Status)));
    }

    private static string Squeezed(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
