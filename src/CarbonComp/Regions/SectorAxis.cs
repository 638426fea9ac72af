using System.Collections;

namespace CarbonComp;

/// <summary>The sectors of a table, in order.</summary>
public sealed class SectorAxis : Axis, IReadOnlyList<Sector>
{
    private readonly Sector[] sectors;

    /// <summary>Creates the axis.</summary>
    /// <exception cref="AxisException">No sector, a sector without code or name, or a duplicate.</exception>
    public SectorAxis(params IEnumerable<Sector> sectors) : this([.. sectors]) { }

    private SectorAxis(Sector[] sectors) : base("sector", [.. sectors.Select(s => (s.Code, s.Name, s.LocalName))]) => this.sectors = sectors;

    /// <summary>Sectors whose names are their codes.</summary>
    public static SectorAxis Of(params IEnumerable<string> names) => new(names.Select(n => new Sector(n, n)));

    /// <summary>The sector at a position, from 0.</summary>
    public Sector this[int index] => sectors[index];

    internal override Axis Only(IReadOnlyList<int> positions) => new SectorAxis(positions.Select(i => sectors[i]));

    /// <inheritdoc/>
    public IEnumerator<Sector> GetEnumerator() => sectors.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
