namespace CarbonComp.Studies;

/// <summary>Puts somebody's table between China's provinces into the order of the case: its provinces, its seven sectors, imports apart.</summary>
/// <param name="accounts">The accounts of the provinces.</param>
internal sealed class ProvincialTable(ProvincialAccounts accounts)
{
    /// <summary>The table in the order of the case; see <see cref="ProvincialTables.With"/>.</summary>
    public MultiRegionalTable Of(MultiRegionalTable table, Concordance? sectors)
    {
        var provinces = table.Regions.Select(Province).ToArray();
        var kept = new RegionAxis(accounts.Provinces.Where(provinces.Contains));
        var regions = Concordance.Of(table.Regions, kept, table.Regions.Codes.Zip(provinces, (from, to) => (from, to.Code)));
        var domestic = table.CompetitiveImports.Any(v => v != 0) ? table.WithDomesticUseOnly() : table;
        return TableAggregation.Aggregate(domestic, regions, sectors ?? ToSeven(table.Sectors)).Validated();
    }

    private Region Province(Region region) => accounts.Provinces.FirstOrDefault(p => PlaceNames.Match(p, region))
        ?? throw new AxisException($"The table's region \"{region.Name}\" is none of the {accounts.Provinces.Count} provinces. Name it as the "
        + $"package does, in English or Chinese.");

    private Concordance ToSeven(SectorAxis sectors)
    {
        var seven = accounts.Sectors;
        string? Label(Sector s) => new[] { s.Code, s.Name, s.LocalName }.FirstOrDefault(sectors.Contains);
        if (sectors.Count == seven.Count && seven.All(s => Label(s) is not null))
            return Concordance.Of(sectors, seven, seven.Select(s => (Label(s)!, s.Code)));
        var known = accounts.Package["sector-concordance"];
        // Names are sure; numbers only where there are as many sectors, since other lists are numbered from 1 too.
        var named = known.Texts("name").Zip(known.Texts("sector")).Concat(known.Texts("local_name").Zip(known.Texts("sector")))
            .ToLookup(p => p.First, p => p.Second, StringComparer.OrdinalIgnoreCase);
        var numbered = known.Texts("code").Zip(known.Texts("sector")).ToDictionary(p => p.First, p => p.Second);
        string? Sector(Sector s) => new[] { s.Name, s.LocalName }.SelectMany(n => named[n]).FirstOrDefault()
            ?? (sectors.Count == known.RowCount ? numbered.GetValueOrDefault(s.Code.TrimStart('0')) : null);
        string[] strange = [.. sectors.Where(s => Sector(s) is null).Select(s => s.Name)];
        return strange.Length == 0 ? Concordance.Of(sectors, seven, sectors.Select(s => (s.Code, Sector(s)!)))
            : throw new AxisException($"The table's {sectors.Count} sectors are neither the seven nor the forty-two of the tables of 2017: "
            + $"{Listing.Of(strange, 8)} "
                + $"{(strange.Length == 1 ? "is" : "are")} not known. Give a concordance that says which of the seven each belongs to.");
    }
}
