namespace CarbonComp.Studies;

/// <summary>Puts somebody's table of cities into the order of the case: the thirteen cities, the rest of the country, seven sectors.</summary>
/// <param name="study">The case.</param>
internal sealed class CityTable(BeijingTianjinHebei study)
{
    private static readonly Region Province = new("130000", "Hebei", "河北省");

    /// <summary>The table in the order of the case; see <see cref="BeijingTianjinHebei.WithTable"/>.</summary>
    public MultiRegionalTable Of(MultiRegionalTable table, Concordance? sectors)
    {
        var cities = study.Cities;
        Region?[] found = [.. table.Regions.Select(region => cities.FirstOrDefault(c => PlaceNames.Match(c, region)))];
        string[] missing = [.. cities.Except(found.OfType<Region>()).Select(c => c.Name)];
        if (missing.Length > 0)
            throw new AxisException($"The table has no region for {Listing.Of(missing, 13)}. It has to contain the {cities.Count} cities, named as the package "
                + $"does, in English or Chinese; it has {Listing.Of(table.Regions.Select(r => r.Name), 8)}.");
        if (found.OfType<Region>().GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new AxisException($"Two regions of the table are {twice.Key.Name}. Leave the city, or add them up.");
        // It would be counted twice, in the rest of the country.
        if (table.Regions.Where((r, i) => found[i] is null).FirstOrDefault(r => PlaceNames.Match(Province, r)) is { } province)
            throw new AxisException($"The table has {province.Name} beside the cities of the province. Leave the province out.");

        var kept = found.Any(c => c is null) ? cities.With(BeijingTianjinHebei.RestOfChina) : cities;
        var regions = Concordance.Of(table.Regions, kept, table.Regions.Codes.Zip(found, (from, to) => (from, (to ?? BeijingTianjinHebei.RestOfChina).Code)));
        var domestic = table.CompetitiveImports.Any(v => v != 0) ? table.WithDomesticUseOnly() : table;
        return TableAggregation.Aggregate(domestic, regions, sectors ?? SevenSectors.Of(table.Sectors, study.Sectors, study.Package["sector-concordance"]))
            .Validated();
    }

    /// <summary>What the table is, and how much of the country it covers.</summary>
    public static Remark Note(BeijingTianjinHebei study)
    {
        if (study.IsConstructed)
            return new("Table.", $"""
                The table of {study.Cities.Count} cities and the rest of China is constructed from the nation's: no trade between cities was observed,
                and results show what follows from the assumptions.
                """);
        var table = study.Table;
        var share = 100 * table.ValueAdded.Sum() * table.Unit.To(Unit.Yuan) / study.NationalGdp;
        var rest = table.Regions.Count > study.Cities.Count
            ? "Its other regions together are the rest of China: if they cover it, the share is short of 100 % by the growth of GDP since the table's year."
            : "It has no other regions: trade with the rest of China stands among exports and imports.";
        return new("Table.", $"""
            The table of the cities is the given one ({table.Status.Caption()}); its value added is {share:F0} % of China's GDP of 2020.
            {rest} Emissions of Hebei's cities by sector stay constructed, and so does all that is computed with them.
            """);
    }
}
