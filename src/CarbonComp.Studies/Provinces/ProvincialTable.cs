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
        var seven = sectors ?? SevenSectors.Of(table.Sectors, accounts.Sectors, accounts.Package["sector-concordance"]);
        return TableAggregation.Aggregate(domestic, regions, seven).Validated();
    }

    private Region Province(Region region) => accounts.Provinces.FirstOrDefault(p => PlaceNames.Match(p, region))
        ?? throw new AxisException($"The table's region \"{region.Name}\" is none of the {accounts.Provinces.Count} provinces. Name it as the "
        + $"package does, in English or Chinese.");
}
