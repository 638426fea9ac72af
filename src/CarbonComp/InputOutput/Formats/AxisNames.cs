namespace CarbonComp;

/// <summary>Names and local names of regions and sectors, as the library's own files carry them beside the codes.</summary>
/// <remarks>A name may stand many times, with each sector of its region for one; where it does, it must be the same. An empty one says nothing: the code is then the name.</remarks>
internal sealed class AxisNames
{
    private const string RegionName = "region name", RegionLocal = "region local name", SectorName = "sector name", SectorLocal = "sector local name";

    private readonly Dictionary<(string Kind, string Code), string> names = [];

    /// <summary>What is named: region name, region local name, sector name, sector local name.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [RegionName, RegionLocal, SectorName, SectorLocal];

    /// <summary>Whether a kind names regions; otherwise sectors.</summary>
    public static bool OfRegion(string kind) => kind is RegionName or RegionLocal;

    /// <summary>The kinds that say something of a table that its codes do not.</summary>
    public static IReadOnlyList<string> Needed(MultiRegionalTable table) => [.. Kinds.Where(kind => OfRegion(kind)
        ? Enumerable.Range(0, table.Regions.Count).Any(r => Says(kind, table.Regions.Codes[r], Of(table, kind, r)))
        : Enumerable.Range(0, table.Sectors.Count).Any(s => Says(kind, table.Sectors.Codes[s], Of(table, kind, s))))];

    /// <summary>A name of a table.</summary>
    public static string Of(MultiRegionalTable table, string kind, int index) => kind switch
    {
        RegionName => table.Regions[index].Name,
        RegionLocal => table.Regions[index].LocalName,
        SectorName => table.Sectors[index].Name,
        _ => table.Sectors[index].LocalName,
    };

    /// <summary>Takes a name in.</summary>
    /// <exception cref="DataException">Another name stands elsewhere for the same code.</exception>
    public void Add(string kind, string code, string name, Func<string> place)
    {
        var key = (kind, code.ToUpperInvariant());
        if (names.TryAdd(key, name) || names[key] == name) return;
        throw new DataException(place(), $"the {kind} of {code} is \"{name}\" here, \"{names[key]}\" elsewhere. Write the same everywhere.");
    }

    /// <summary>Regions with these codes.</summary>
    public RegionAxis Regions(IEnumerable<string> codes) => new(codes.Select(c => new Region(c, Name(RegionName, c, c), Name(RegionLocal, c, ""))));

    /// <summary>Sectors with these codes.</summary>
    public SectorAxis Sectors(IEnumerable<string> codes) => new(codes.Select(c => new Sector(c, Name(SectorName, c, c), Name(SectorLocal, c, ""))));

    private string Name(string kind, string code, string otherwise) =>
        names.TryGetValue((kind, code.ToUpperInvariant()), out var name) && name.Length > 0 ? name : otherwise;

    private static bool Says(string kind, string code, string name) => kind is RegionLocal or SectorLocal ? name.Length > 0 : name != code;
}
