using System.Collections;

namespace CarbonComp;

/// <summary>The sectors of a table, in order.</summary>
public sealed class SectorAxis : Axis, IReadOnlyList<Sector>
{
    private readonly Sector[] sectors;

    /// <summary>Creates the axis.</summary>
    /// <param name="sectors">At least one sector, each code and name once.</param>
    /// <exception cref="AxisException">No sector, a sector without code or name, or a duplicate.</exception>
    public SectorAxis(params IEnumerable<Sector> sectors) : this([.. sectors]) { }

    private SectorAxis(Sector[] sectors) : base("sector", [.. sectors.Select(s => (s.Code, s.Name, s.LocalName))]) => this.sectors = sectors;

    /// <summary>Sectors whose names are their codes.</summary>
    /// <param name="names">The names.</param>
    public static SectorAxis Of(params IEnumerable<string> names) => new(names.Select(n => new Sector(n, n)));

    /// <summary>The sector at a position.</summary>
    /// <param name="index">From 0.</param>
    public Sector this[int index] => sectors[index];

    internal override Axis Only(IReadOnlyList<int> positions) => new SectorAxis(positions.Select(i => sectors[i]));

    /// <inheritdoc/>
    public IEnumerator<Sector> GetEnumerator() => sectors.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
