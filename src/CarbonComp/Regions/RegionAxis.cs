using System.Collections;

namespace CarbonComp;

/// <summary>The regions of a study, in order.</summary>
public sealed class RegionAxis : Axis, IReadOnlyList<Region>
{
    private readonly Region[] regions;

    /// <summary>Creates the axis.</summary>
    /// <exception cref="AxisException">No region, a region without code or name, or a duplicate.</exception>
    public RegionAxis(params IEnumerable<Region> regions) : this([.. regions]) { }

    private RegionAxis(Region[] regions) : base("region", [.. regions.Select(r => (r.Code, r.Name, r.LocalName))]) => this.regions = regions;

    /// <summary>Regions whose names are their codes.</summary>
    public static RegionAxis Of(params IEnumerable<string> names) => new(names.Select(n => new Region(n, n)));

    /// <summary>The region at a position, from 0.</summary>
    public Region this[int index] => regions[index];

    /// <summary>These regions and one more at the end, such as the rest of the country.</summary>
    public RegionAxis With(Region region) => new(regions.Append(region));

    internal override Axis Only(IReadOnlyList<int> positions) => new RegionAxis(positions.Select(i => regions[i]));

    /// <inheritdoc/>
    public IEnumerator<Region> GetEnumerator() => regions.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
