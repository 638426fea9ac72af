namespace CarbonComp;

/// <summary>Puts somebody's table between China's provinces into the order of the case: its provinces, its seven sectors, imports apart.</summary>
/// <param name="china">The case.</param>
internal sealed class ProvincialTable(ChinaProvinces china)
{
    /// <summary>The table in the order of the case; see <see cref="ChinaProvinces.WithTable"/>.</summary>
    public MultiRegionalTable Of(MultiRegionalTable table, Concordance? sectors)
    {
        var provinces = table.Regions.Select(Province).ToArray();
        var kept = new RegionAxis(china.Provinces.Where(provinces.Contains));
        var regions = Concordance.Of(table.Regions, kept, table.Regions.Codes.Zip(provinces, (from, to) => (from, to.Code)));
        var domestic = table.CompetitiveImports.Any(v => v != 0) ? table.WithDomesticUseOnly() : table;
        return Aggregation.Of(domestic, regions, sectors ?? ToSeven(table.Sectors)).Validated();
    }

    private Region Province(Region region) => china.Provinces.FirstOrDefault(p => PlaceNames.Match(p, region))
        ?? throw new AxisException($"The table's region \"{region.Name}\" is none of the {china.Provinces.Count} provinces. Name it as the package does, in English or Chinese.");

    private Concordance ToSeven(SectorAxis sectors)
    {
        var seven = china.Sectors;
        string? Label(Sector s) => new[] { s.Code, s.Name, s.LocalName }.FirstOrDefault(sectors.Contains);
        if (sectors.Count == seven.Count && seven.All(s => Label(s) is not null))
            return Concordance.Of(sectors, seven, seven.Select(s => (Label(s)!, s.Code)));
        var known = china.Package["sector-concordance"];
        if (sectors.Count != known.RowCount || !known.Texts("code").All(sectors.Contains))
            throw new AxisException($"The table's {sectors.Count} sectors ({sectors}) are neither the seven nor the forty-two of the tables of 2017. Give a concordance that says which of the seven each belongs to.");
        return Concordance.Of(sectors, seven, known.Texts("code").Zip(known.Texts("sector")));
    }
}
