namespace CarbonComp;

/// <summary>Every sector of every region, region by region: position = region · sectors + sector (docs/methods.md#order).</summary>
public sealed class RegionSectorAxis(RegionAxis regions, SectorAxis sectors)
    : Axis("region and sector", [.. from r in regions from s in sectors select ($"{r.Code}.{s.Code}", r.Name + Separator + s.Name, "")])
{
    /// <summary>The separator of region and sector in a label.</summary>
    public const string Separator = " · ";

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; } = regions;

    /// <summary>The sectors of each region.</summary>
    public SectorAxis Sectors { get; } = sectors;

    private protected override bool SameLabels(Axis other) =>
        other is RegionSectorAxis axis ? Regions.Equals(axis.Regions) && Sectors.Equals(axis.Sectors) : base.SameLabels(other);

    private protected override void RequireParts(Axis other, string what)
    {
        if (other is not RegionSectorAxis axis) return;
        Regions.Require(axis.Regions, what);
        Sectors.Require(axis.Sectors, what);
    }

    /// <summary>The position of a sector of a region, both given by their positions.</summary>
    public int Position(int region, int sector) => region * Sectors.Count + sector;
}
