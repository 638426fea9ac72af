namespace CarbonComp.Studies;

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
        return TableAggregation.Aggregate(domestic, regions, sectors ?? ToSeven(table.Sectors)).Validated();
    }

    /// <summary>Which tables results rest on; see <see cref="ChinaProvinces.TableNote"/>.</summary>
    public static Remark Note(ChinaProvinces china, IReadOnlyList<int> years)
    {
        int[] made = [.. years.Where(china.IsConstructed)], given = [.. years.Except(made)];
        FormattableString own = $"""
            {(made.Length == 1 ? "The table" : "The tables")} between provinces of {made} {(made.Length == 1 ? "is" : "are")} constructed from the nation's:
            no trade between provinces was observed, and results show what follows from the assumptions.
            """;
        if (given.Length == 0) return new("Tables.", own);
        string[] without = [.. given.Select(y => (Year: y, Missing: china.Provinces.Labels.Except(china.Regions(y).Labels).ToArray()))
            .Where(y => y.Missing.Length > 0)
            .Select(y => Invariant($"{y.Year} without {string.Join(", ", y.Missing)}"))];
        var status = ValueStatuses.Weakest(given.Select(y => china.Table(y).Status));
        FormattableString others = $"""
            {(given.Length == 1 ? "The table" : "The tables")} between provinces of {given} {(given.Length == 1 ? "is" : "are")} the given one{(given.Length == 1 ? "" : "s")}
            ({status.Caption()}{(without.Length == 0 ? "" : $"; {string.Join("; ", without)}")}).
            Emissions by sector stay constructed, and so does all that is computed with them.
            """;
        return new("Tables.", made.Length == 0 ? others : $"{new Remark("", others).Text} {new Remark("", own).Text}");
    }

    /// <summary>Where emissions and tables come from; see <see cref="ChinaProvinces.Source"/>.</summary>
    public static string Source(ChinaProvinces china, IReadOnlyList<int> years)
    {
        var inventories = string.Join(", ", years.Select(ProvincialInventory.InventoryYear));
        var made = years.Where(china.IsConstructed).ToArray();
        string[] tables = [.. made.Length == 0 ? [] : new[] { $"constructed from the nation's (National Bureau of Statistics) {string.Join(", ", made)}" },
            .. made.Length == years.Count ? [] : new[] { $"given {string.Join(", ", years.Except(made))}" }];
        return $"emissions: CEADs inventories {inventories}, divided among sectors; tables between provinces: {string.Join("; ", tables)}";
    }

    private Region Province(Region region) => china.Provinces.FirstOrDefault(p => PlaceNames.Match(p, region))
        ?? throw new AxisException($"The table's region \"{region.Name}\" is none of the {china.Provinces.Count} provinces. Name it as the "
        + $"package does, in English or Chinese.");

    private Concordance ToSeven(SectorAxis sectors)
    {
        var seven = china.Sectors;
        string? Label(Sector s) => new[] { s.Code, s.Name, s.LocalName }.FirstOrDefault(sectors.Contains);
        if (sectors.Count == seven.Count && seven.All(s => Label(s) is not null))
            return Concordance.Of(sectors, seven, seven.Select(s => (Label(s)!, s.Code)));
        var known = china.Package["sector-concordance"];
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
