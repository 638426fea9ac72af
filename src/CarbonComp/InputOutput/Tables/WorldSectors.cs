namespace CarbonComp.InputOutput;

/// <summary>The sectors of tables of the world, with their section of ISIC rev. 4 and their place among the nine and seven sectors of the national
/// tables of China; every line states its reason.</summary>
/// <remarks>From the resource <c>world-sectors</c> of the package <c>data/concordances</c>: FIGARO (64), OECD (45), WIOD 2013 (35) and 2016 (56), ADB (35),
/// EXIOBASE (163), and the sections of ISIC rev. 4, which are those of NACE rev. 2. So a table of the world and CEADs' tables and inventories, which lead
/// to nine sectors too (<see cref="SectorConcordances"/>), can be laid beside each other. A sector that holds several goes where most of it belongs:
/// judgement, not a statistic.</remarks>
public sealed class WorldSectors
{
    /// <summary>The name of the sections of ISIC rev. 4 (NACE rev. 2) among the classifications.</summary>
    public const string Sections = "isic-4";

    private readonly DataTable rows;
    private readonly SectorConcordances concordances;

    private WorldSectors(DataTable rows, SectorConcordances concordances) => (this.rows, this.concordances) = (rows, concordances);

    /// <summary>Loads the package from its folder, <c>data/concordances</c>.</summary>
    /// <exception cref="DataException">The package is damaged or a resource is missing.</exception>
    public static WorldSectors Load(string folder) => new(DataPackage.Load(folder)["world-sectors"], SectorConcordances.Load(folder));

    /// <summary>The classifications: <c>figaro-64</c>, <c>oecd-45</c>, <c>wiod-2013</c>, …</summary>
    public IReadOnlyList<string> Classifications => [.. rows.Texts("classification").Distinct()];

    /// <summary>The sectors of a classification, in the publication's order.</summary>
    /// <exception cref="InputOutputException">No such classification.</exception>
    public SectorAxis Sectors(string classification)
    {
        var own = Of(classification);
        return new(own.Texts("code").Zip(own.Texts("name"), (code, name) => new Sector(code, name, "")));
    }

    /// <summary>From the sectors of a table to sections (<see cref="Sections"/>) or to nine or seven sectors (<c>9</c>, <c>7</c>).</summary>
    /// <param name="sectors">The table's sectors, called by the publication's codes or names, in any order; a prefix such as <c>CPA_</c> of products by
    /// industry is left out.</param>
    /// <param name="classification">The publication's classification, such as <c>figaro-64</c>.</param>
    /// <param name="to"><c>isic-4</c>, <c>9</c> or <c>7</c>.</param>
    /// <returns>A concordance for <see cref="TableAggregation"/>. Sections without a sector are left out.</returns>
    /// <exception cref="InputOutputException">No such classification, no such aim, or sectors that it does not have: all of them are named.</exception>
    public Concordance From(SectorAxis sectors, string classification, string to)
    {
        var own = Of(classification);
        var column = to.Equals(Sections, StringComparison.OrdinalIgnoreCase) ? "section" : to is "9" or "7" ? "nine"
            : throw new InputOutputException($"\"{to}\" is not led to. Name {Sections}, 9 or 7.");
        var seven = concordances.Between("9", "7");
        string Place(string code) => to == "7" ? seven.To.Codes[seven[seven.From.IndexOf(code)]] : code;
        var places = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var ((code, name), place) in own.Texts("code").Zip(own.Texts("name")).Zip(own.Texts(column)))
            (places[code], places[name]) = (Place(place), Place(place));
        string? Find(int i) => new[] { sectors.Codes[i], sectors.Labels[i], sectors.Codes[i].Replace("CPA_", "", StringComparison.Ordinal) }
            .Select(key => places.GetValueOrDefault(key)).FirstOrDefault(place => place is not null);
        var found = Enumerable.Range(0, sectors.Count).Select(i => (Code: sectors.Codes[i], Place: Find(i))).ToArray();
        string[] missing = [.. found.Where(f => f.Place is null).Select(f => f.Code)];
        if (missing.Length > 0) throw new InputOutputException($"{classification} has no sectors {Listing.Of(missing, 12)}. "
            + $"Name the classification of the table; there are {string.Join(", ", Classifications)}.");
        var whole = to == "7" || to == "9" ? concordances.Sectors(to) : Sectors(Sections);
        SectorAxis aim = new(whole.Where(s => found.Any(f => f.Place!.Equals(s.Code, StringComparison.OrdinalIgnoreCase))));
        return Concordance.Of(sectors, aim, found.Select(f => (f.Code, f.Place!)));
    }

    private DataTable Of(string classification) => Classifications.Contains(classification, StringComparer.OrdinalIgnoreCase)
        ? rows.Where("classification", classification)
        : throw new InputOutputException($"There is no classification \"{classification}\". There are: {string.Join(", ", Classifications)}.");
}
