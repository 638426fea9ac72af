namespace CarbonComp.Formats;

/// <summary>Names and local names of regions, sectors and final uses, which a layout gives beside their codes.</summary>
/// <remarks>
/// A code identifies; a name is for people. A name that a layout promises must be the same everywhere, and an
/// empty one says nothing. One that is only found beside a code may be damaged: of several for one code the most frequent counts, and
/// one that another code bears too counts for neither, so that no name can mean two. What has no name is called by its code.
/// </remarks>
internal sealed class AxisNames
{
    private readonly Dictionary<(NameKind, string), string> promised = [];
    private readonly Dictionary<(NameKind, string), OrderedDictionary<string, int>> found = [];

    /// <summary>Takes in a name that the layout promises.</summary>
    /// <exception cref="DataException">The same code has another name elsewhere.</exception>
    public void Add(NameKind kind, string code, string name, Func<string> place)
    {
        if (promised.TryAdd(Key(kind, code), name) || promised[Key(kind, code)] == name) return;
        throw new DataException(place(),
            $"the {kind.Label} of {code} is \"{name}\" here, \"{promised[Key(kind, code)]}\" elsewhere. Write the same everywhere.");
    }

    /// <summary>Takes in the name that a layout itself gives to a code.</summary>
    public void Define(NameKind kind, string code, string name) => promised[Key(kind, code)] = name;

    /// <summary>Takes in what is found where a name should be; what cannot be one is passed over.</summary>
    public void Suggest(NameKind kind, string code, string text)
    {
        // Cells of workbooks hold line breaks, and errors instead of names.
        var name = OneLine.Of(text);
        if (!name.Any(char.IsLetter) || name[0] == '#' || name.Any(char.IsControl) || name.Contains(RegionSectorAxis.Separator, StringComparison.Ordinal))
            return;
        if (!found.TryGetValue(Key(kind, code), out var votes)) found[Key(kind, code)] = votes = [];
        votes[name] = votes.GetValueOrDefault(name) + 1;
    }

    /// <summary>Regions with these codes.</summary>
    /// <exception cref="AxisException">A code or a promised name means two.</exception>
    public RegionAxis Regions(IEnumerable<string> codes) =>
        new(Entries(NameKind.RegionName, NameKind.RegionLocalName, codes).Select(e => new Region(e.Code, e.Name, e.LocalName)));

    /// <summary>Sectors with these codes.</summary>
    /// <exception cref="AxisException">A code or a promised name means two.</exception>
    public SectorAxis Sectors(IEnumerable<string> codes) =>
        new(Entries(NameKind.SectorName, NameKind.SectorLocalName, codes).Select(e => new Sector(e.Code, e.Name, e.LocalName)));

    /// <summary>Final uses with these codes.</summary>
    /// <exception cref="AxisException">A code or a promised name means two.</exception>
    public CategoryAxis Uses(IEnumerable<string> codes) => CategoryAxis.Of("final use", Entries(NameKind.UseName, NameKind.UseLocalName, codes));

    private IEnumerable<(string Code, string Name, string LocalName)> Entries(NameKind name, NameKind local, IEnumerable<string> codes)
    {
        var all = codes.Select(c => (Code: c, Name: Text(name, c), LocalName: Text(local, c))).ToArray();
        var bearers = all.SelectMany(e => new[] { e.Code, e.Name, e.LocalName }.Distinct(StringComparer.OrdinalIgnoreCase))
            .CountBy(t => t, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        string Own(NameKind kind, string code, string text) => promised.GetValueOrDefault(Key(kind, code)) is { Length: > 0 } || bearers[text] == 1 ? text : "";
        return all.Select(e => (e.Code, Own(name, e.Code, e.Name) is { Length: > 0 } own ? own : e.Code, Own(local, e.Code, e.LocalName)));
    }

    private string Text(NameKind kind, string code) => promised.GetValueOrDefault(Key(kind, code)) is { Length: > 0 } given ? given
        : found.TryGetValue(Key(kind, code), out var votes) ? votes.MaxBy(v => v.Value).Key : "";

    private static (NameKind, string) Key(NameKind kind, string code) => (kind, code.ToUpperInvariant());
}
