namespace CarbonComp.Studies;

/// <summary>BTH 4.1: who emits most, with which industry, and who transfers to whom, from print and from CEADs' inventories.</summary>
internal static class BthEmissionChecks
{
    private const string Energy = "energy use of the city by sector and fuel, from the yearbooks of 2021";
    private const string Table = "CEADs' multi-regional table of the cities for 2017, brought to 2020 as the paper does";
    private static readonly string[] Households = ["UrbanHouseholds", "RuralHouseholds"];

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study)
    {
        var inventories = study.Package["city-emissions"];
        // The last inventory of each city.
        var latest = study.Cities.Labels.Select(city => inventories.Where("region", city) is var rows
            ? (City: city, Mt: rows.Numbers("value")[rows.RowCount - 1], Year: rows.Texts("year")[rows.RowCount - 1]) : default).ToArray();
        var gdp = study.Gdp.In("10^4 yuan");
        (string, double)[] emitted = [.. latest.Select(l => (l.City, l.Mt))];
        (string, double)[] intensity = [.. latest.Select(l => (l.City, l.Mt * 1e6 / gdp[l.City]))];
        var years = $"CEADs' city inventories, the last of each city ({latest.Min(l => l.Year)} to {latest.Max(l => l.Year)})";

        Recomputation Ranked(string id, string found, string what) => found == published[id].Printed
            ? Recomputation.Saying(id, found, $"{what} by {years}; the paper's own energy data are not published").ByAnotherRoute()
            : Recomputation.Open(id, $"{what} by {years}: {found}; another inventory of other years cannot contradict", null, Energy);
        yield return Ranked("s411-highest", Named.Largest(emitted, 1), "largest emissions");
        yield return Ranked("s411-followed-by", string.Join(", ", Named.Largest(emitted, 3).Split(", ").Skip(1)), "second and third largest emissions");
        yield return Ranked("s411-lowest", Named.AsIn(published["s411-lowest"], Named.Smallest(emitted, 2)), "smallest emissions");
        yield return Ranked("s411-intensity-highest", Named.Largest(intensity, 2), "largest emissions over GDP as first published");
        yield return Ranked("s411-intensity-lowest", Named.Smallest(intensity, 1), "smallest emissions over GDP as first published");

        foreach (var city in new[] { "Tangshan", "Handan", "Tianjin", "Langfang", "Hengshui" })
            yield return latest.Single(l => l.City == city) is var last ? Recomputation.Open($"s411-emissions-{city.ToLowerInvariant()}",
                $"the authors' energy data are not published; CEADs' inventory of {last.Year} has this", last.Mt, Energy) : null!;
        foreach (var city in new[] { "Beijing", "Shijiazhuang" })
            yield return latest.Single(l => l.City == city) is var last ? Recomputation.Open($"s411-intensity-{city.ToLowerInvariant()}",
                $"the city's emissions are not printed; CEADs' inventory of {last.Year} over GDP as first published gives this",
                last.Mt * 1e6 / gdp[city], Energy) : null!;
        foreach (var city in new[] { "Tangshan", "Handan", "Langfang" }) yield return Intensity(published, city, gdp);

        string[] sectoral = ["s411-manufacturing-", "s411-dominant-", "s411-energy-"];
        foreach (var row in published.All.Where(p => p.Restates.Length == 0 && sectoral.Any(s => p.Id.StartsWith(s, StringComparison.Ordinal))))
            yield return Recomputation.Open(row.Id, "emissions of Hebei's cities by sector are in no public inventory", null, Energy);
        yield return Trade(study);
        foreach (var check in Transfers(published)) yield return check;
    }

    // Emissions are printed, the GDP beside them is not. The paper's GDP of the region differs from the first figures, too: so far a city's may.
    private static Recomputation Intensity(PublishedNumbers published, string city, LabelledVector all)
    {
        var (id, emissions, gdp) = ($"s411-intensity-{city.ToLowerInvariant()}", $"s411-emissions-{city.ToLowerInvariant()}", all[city]);
        var vintage = Math.Abs(published.Value("s31-gdp", "10^4 yuan") / all.Total - 1);
        var (tonnes, half) = (published.Value(emissions, "t CO2"), published.HalfUnit(emissions, "t CO2"));
        var (found, needs) = (tonnes / gdp, tonnes / published.Value(id, "t CO2/10^4 yuan") / gdp - 1);
        if (published[id].Agrees(found, half / gdp)) return Recomputation.Of(id, found, "printed emissions over GDP as first published", half / gdp);
        return Math.Abs(needs) > vintage
            ? Recomputation.Of(id, found, Invariant($"printed emissions over GDP as first published. The printed ratio needs a GDP that is "
                + $"{Math.Abs(needs):P0} {(needs < 0 ? "smaller" : "larger")}; the paper's GDP of the region differs from the first figures by "
                + $"{vintage:P1}"), half / gdp)
            : Recomputation.Open(id, Invariant($"printed emissions over GDP as first published give this; the printed ratio needs a GDP that is "
            + $"{Math.Abs(needs):P1} "
                + $"{(needs < 0 ? "smaller" : "larger")}, and which one was used is not printed"), found, "the GDP by city that the authors used");
    }

    private static Recomputation Trade(BeijingTianjinHebei study)
    {
        var rows = study.Package["provincial-emissions"].Where("year", "2019").Where("region", "Beijing");
        var sectors = rows.Texts("sector").Zip(rows.Numbers("value")).Where(s => !Households.Contains(s.First)).ToDictionary(s => s.First, s => s.Second);
        double Share(string sector) => sectors[sector] / sectors.Values.Sum() * 100;
        return Recomputation.Of("s411-trade-beijing", Share("TradeAccommodationCatering"), Invariant(
            $"CEADs' inventory of Beijing for 2019: energy supply has {Share("Energy"):F0} %, the other services {Share("OtherServices"):F0} %; all services "
            + $"together are below the printed share"));
    }

    private static IEnumerable<Recomputation> Transfers(PublishedNumbers published)
    {
        (string, double)[] Printed(string start) => [.. published.All.Where(p => p.Id.StartsWith(start, StringComparison.Ordinal)).Select(p => (p.Region,
            p.Number!.Value))];
        foreach (var (id, start) in new[] { ("s412-order-outflow", "s412-net-outflow-"), ("s412-order-inflow", "s412-net-inflow-") })
            yield return Printed(start) is var net ? Recomputation.Saying(id, Named.Largest(net, net.Length), "order of the printed flows; those of other "
                + "cities are not printed") : null!;

        var flows = published.All.Where(p => p.Id.StartsWith("s413-flow-", StringComparison.Ordinal)).ToArray();
        string[] ends = [.. flows.Where(f => f.Region is "Beijing" or "Shijiazhuang").Select(f => f.Counterpart).Distinct()];
        var named = published["abstract-transfer"].Printed;
        yield return Recomputation.Saying("abstract-transfer", named.Split(", ").All(ends.Contains) ? named : string.Join(", ", ends),
            $"the two cities' flows of 4.1.3 end in {string.Join(", ", ends)}");
        foreach (var city in new[] { "Zhangjiakou", "Chengde" })
        {
            var id = city.ToLowerInvariant();
            yield return Recomputation.Open($"s413-all-{id}", "flows from ten of the other twelve cities are not printed", null, Table);
            var from = flows.Single(f => f.Region == "Tangshan" && f.Counterpart == city);
            // Of a city whose largest flows are printed, no other can be larger than the smallest of these.
            var others = flows.Where(f => f.Region != "Tangshan").GroupBy(f => f.Region).Select(g => (City: g.Key, Most: g.Min(f => f.Number!.Value)))
                .ToArray();
            var below = others.Where(o => o.Most < from.Number!.Value).Select(o => o.City).ToArray();
            yield return Recomputation.Open($"s413-largest-{id}", $"the printed flows of {string.Join(", ", below)} leave them less than Tangshan's "
                + $"{from.Printed}; "
                + "those of the other cities are not known", null, Table);
        }
        foreach (var row in published.All.Where(p => p.Section is "4.1.2" or "4.1.3" && (p.Id.Contains("-net-", StringComparison.Ordinal)
            || p.Id.StartsWith("s413-flow-", StringComparison.Ordinal))))
            yield return Recomputation.Open(row.Id, "the authors' multi-regional table is not published", null, Table);
    }
}
