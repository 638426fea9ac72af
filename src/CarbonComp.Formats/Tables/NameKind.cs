namespace CarbonComp.Formats;

/// <summary>Which names a row or column of names holds: of regions, sectors or final uses, in English or the local script.</summary>
internal sealed record NameKind(NameKind.Bearer Of, bool IsLocal)
{
    internal enum Bearer { Region, Sector, Use }

    public static NameKind RegionName { get; } = new(Bearer.Region, false);
    public static NameKind RegionLocalName { get; } = new(Bearer.Region, true);
    public static NameKind SectorName { get; } = new(Bearer.Sector, false);
    public static NameKind SectorLocalName { get; } = new(Bearer.Sector, true);
    public static NameKind UseName { get; } = new(Bearer.Use, false);
    public static NameKind UseLocalName { get; } = new(Bearer.Use, true);

    /// <summary>All of them, in the order in which files have them.</summary>
    public static IReadOnlyList<NameKind> All { get; } = [RegionName, RegionLocalName, SectorName, SectorLocalName, UseName, UseLocalName];

    /// <summary>The name in the library's own files.</summary>
    public string Label { get; } = Of switch { Bearer.Region => "region", Bearer.Sector => "sector", _ => "use" } + (IsLocal ? " local name" : " name");

    /// <summary>The kinds that say something of a table that its codes do not.</summary>
    public static IReadOnlyList<NameKind> Needed(MultiRegionalTable table) =>
        [.. All.Where(kind => kind.Axis(table) is var axis
            && Enumerable.Range(0, axis.Count).Any(i => kind.IsLocal ? axis.LocalNames[i].Length > 0 : axis.Labels[i] != axis.Codes[i]))];

    /// <summary>The name of a region, sector or category of a table.</summary>
    public string Name(MultiRegionalTable table, int index) => IsLocal ? Axis(table).LocalNames[index] : Axis(table).Labels[index];

    private Axis Axis(MultiRegionalTable table) => Of switch { Bearer.Region => table.Regions, Bearer.Sector => table.Sectors, _ => table.Categories };
}
