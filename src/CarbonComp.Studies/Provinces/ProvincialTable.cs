namespace CarbonComp.Studies;

/// <summary>Puts somebody's table between China's provinces into the order of the case: its provinces, sectors that are known, imports apart.</summary>
/// <param name="accounts">The accounts of the provinces.</param>
internal sealed class ProvincialTable(ProvincialAccounts accounts)
{
    // The classifications that a table's sectors are looked for in, the most detailed first.
    private static readonly string[] Classifications = ["2017-42", "2015-42", "2010-41", "30", "9", "7"];

    private readonly SectorConcordances concordances = accounts.NationalTables.Concordances;

    /// <summary>The table in the order of the case, and the classification of its sectors; see <see cref="ProvincialTables.With"/>.</summary>
    public (MultiRegionalTable Table, string Classification) Of(int year, MultiRegionalTable table, Concordance? sectors)
    {
        var provinces = table.Regions.Select(Province).ToArray();
        var kept = new RegionAxis(accounts.Provinces.Where(provinces.Contains));
        var regions = Concordance.Of(table.Regions, kept, table.Regions.Codes.Zip(provinces, (from, to) => (from, to.Code)));
        var domestic = table.CompetitiveImports.Any(v => v != 0) ? table.WithDomesticUseOnly() : table;
        var (classification, toKnown) = Sectors(year, table.Sectors, sectors);
        return (TableAggregation.Aggregate(domestic, regions, toKnown).Validated(), classification);
    }

    private Region Province(Region region) => accounts.Provinces.FirstOrDefault(p => PlaceNames.Match(p, region))
        ?? throw new AxisException($"The table's region \"{region.Name}\" is none of the {accounts.Provinces.Count} provinces. Name it as the "
        + $"package does, in English or Chinese.");

    private (string Classification, Concordance Sectors) Sectors(int year, SectorAxis sectors, Concordance? given)
    {
        if (given is not null)
            // Lists of one length have the same numbers for codes, so names tell them apart.
            return (Array.Find(Classifications, c => concordances.Sectors(c) is var known && known.Codes.SequenceEqual(given.To.Codes)
                    && known.Labels.SequenceEqual(given.To.Labels))
                ?? throw new AxisException($"The concordance leads to {given.To.Count} sectors that no classification has. Let it lead to the sectors of one "
                    + $"of: "
                + $"{string.Join(", ", Classifications)}."), given);
        foreach (var classification in Classifications)
            if (Named(sectors, concordances.Sectors(classification)) is { } found) return (classification, found);
        // Names are sure; numbers only where there are as many sectors as in the tables of these years, since other lists are numbered from 1 too.
        var numbered = year <= 2015 ? "2015-42" : "2017-42";
        var axis = concordances.Sectors(numbered);
        var numbers = sectors.Codes.Select(c => int.TryParse(c, out var number) ? number : 0).ToArray();
        if (year >= 2012 && sectors.Count == axis.Count && numbers.Order().SequenceEqual(Enumerable.Range(1, axis.Count)))
            return (numbered, Concordance.Of(sectors, axis, sectors.Codes.Zip(numbers, (code, number) => (code, axis.Codes[number - 1]))));
        string[] strange = [.. sectors.Where(s => !Classifications.Any(c => concordances.Sectors(c).Any(k => Matches(s, k)))).Select(s => s.Name)];
        throw new AxisException($"The table's {sectors.Count} sectors are those of no known classification ({string.Join(", ", Classifications)}). "
            + (strange.Length == 0 ? "Each is known, but they do not occur together. "
                : $"{Listing.Of(strange, 8)} {(strange.Length == 1 ? "is" : "are")} not known. ")
            + "Give a concordance that says which sector of one of these classifications each belongs to.");
    }

    // Every sector of both lists, by name in either language.
    private static Concordance? Named(SectorAxis sectors, SectorAxis known)
    {
        if (sectors.Count != known.Count) return null;
        var pairs = sectors.Select(s => (s.Code, known.FirstOrDefault(k => Matches(s, k))?.Code)).ToArray();
        return pairs.All(p => p.Item2 is not null) && pairs.Select(p => p.Item2).Distinct().Count() == known.Count
            ? Concordance.Of(sectors, known, pairs.Select(p => (p.Item1, p.Item2!))) : null;
    }

    private static bool Matches(Sector sector, Sector known)
    {
        string[] names = [sector.Name, sector.LocalName];
        string[] labels = [known.Name, known.LocalName];
        return names.Any(n => n.Length > 0 && labels.Contains(n, StringComparer.OrdinalIgnoreCase));
    }
}
