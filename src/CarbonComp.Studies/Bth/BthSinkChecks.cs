namespace CarbonComp.Studies;

/// <summary>BTH 4.2.1–4.2.3: supply, demand and ratio from each other, from Table 1 and from the emissions of 4.1.1.</summary>
internal static class BthSinkChecks
{
    private const string LandUse = "the authors' land-use map, or the storage by city behind Fig. 6";
    // One cause each: storage does not come from Table 1 by eq. 11, demand not from the emissions by eq. 12.
    private const string Storages = "s421-storage-total", Demands = "s422-demand-total";
    private const string Grids = "the grids behind Fig. 7 and 8, with population and night light";

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study)
    {
        double Mt(string id) => published.Value(id, "Mt CO2");
        var (supply, demand) = (Mt("s421-storage-total"), Mt("s422-demand-total"));
        yield return Recomputation.Of("s421-storage-mean", supply / study.Cities.Count, "printed total over thirteen cities");
        yield return Recomputation.Of("s421-storage-share", 100 * (Mt("s421-storage-zhangjiakou") + Mt("s421-storage-chengde")) / supply,
            "printed storages over the printed total");
        yield return Recomputation.Of("s422-demand-mean", demand / study.Cities.Count, "printed total over thirteen cities");
        yield return Recomputation.Of("s423-ratio-overall", (supply - demand) / (supply + demand), "eq. 13 with the printed totals");
        yield return Recomputation.Saying("s423-surplus", supply > demand ? "surplus" : "deficit", "printed supply less printed demand")
            .Sharing("s423-ratio-overall");
        foreach (var check in Storage(published, study).Concat(Demand(published, study)).Concat(Deficits(published, study))) yield return check;
    }

    // Eq. 11 with Table 1: the least that the land can hold, with all forest taken as grassland and all the rest as water.
    private static IEnumerable<Recomputation> Storage(PublishedNumbers published, BeijingTianjinHebei study)
    {
        var (cover, pools) = (study.LandCover, study.Pools);
        double Classes(string city, params string[] classes) => classes.Sum(c => cover[city, c]) * 100 / 1e6;
        double Green(string city) => Classes(city, "Forest", "Shrubland", "Savanna", "Grassland");
        double Rest(string city) => cover.Row(city).Total * 100 / 1e6 - Green(city) - Classes(city, "Cropland");
        double Least(string city) => Green(city) * pools["Grassland"].Total + Classes(city, "Cropland") * pools["Cropland"].Total
            + Rest(city) * pools["Water"].Total;
        double Hectares(params string[] cities) => cities.Sum(c => cover.Row(c).Total) * 100 / 1e6;
        string Why(string id, double hectares, string land) => Invariant(
            $"eq. 11 with Table 1 and satellite land cover, in Mt C (in CO2 it would be 44/12 as much), with all forest taken as grassland and what is neither "
            + $"green nor cropland as water. The printed number is {published.Value(id, "t CO2") / 1e6 / hectares:F1} t/ha; {land}");

        foreach (var city in new[] { "Zhangjiakou", "Chengde", "Langfang", "Hengshui" })
        {
            var id = $"s421-storage-{city.ToLowerInvariant()}";
            yield return Recomputation.Within(published[id], Least(city), double.PositiveInfinity, Why(id, Hectares(city), Invariant(
                $"{Green(city) / Hectares(city):P0} of the land is forest and grass, which has {pools["Grassland"].Total:F1} t C/ha and more, and "
                + $"{Classes(city, "Cropland") / Hectares(city):P0} cropland, which has {pools["Cropland"].Total:F1}")), LandUse).Sharing(Storages);
        }
        string[] all = [.. study.Cities.Labels];
        yield return Recomputation.Within(published["s421-storage-total"], all.Sum(Least), double.PositiveInfinity, Why("s421-storage-total", Hectares(all),
            "cropland alone has more, and forest and grass more than that"), LandUse).Sharing(Storages);

        var storage = CarbonStorage.Of(cover, pools, study.CountsAs);
        (string City, double PerHectare)[] density = [.. all.Select(c => (c, storage.AsCarbon[c] / storage.Areas[c] / 100))];
        (string, double)[] amounts = [.. all.Select(c => (c, storage.AsCarbon[c]))];
        const string Ours = "Table 1 and satellite land cover; the authors' map is not published";
        foreach (var (id, cities) in new[] { ("s421-highest", Named.Largest(amounts, 2)), ("s421-lowest", Named.Smallest(amounts, 2)) })
            yield return Recomputation.Saying(id, Named.AsIn(published[id], cities), Ours).ByAnotherRoute();

        // Northwest and southeast of the middle of the centroids.
        var regions = study.Package["regions"];
        var along = regions.Numbers("centroid_latitude").Zip(regions.Numbers("centroid_longitude"), (y, x) => y - x).ToArray();
        double Mean(bool north) => density.Where((_, i) => along[i] > along.Average() == north).Average(d => d.PerHectare);
        var (northwest, southeast) = (Mean(true), Mean(false));
        yield return Recomputation.Saying("s421-pattern", northwest > southeast ? published["s421-pattern"].Printed : "low in the northwest and high in the "
            + "southeast",
            Invariant($"mean of the cities northwest of the middle {northwest:F0} t C/ha, southeast of it {southeast:F0}: {Ours}")).ByAnotherRoute();
        string[] high = Named.Largest(amounts, 2).Split(", ");
        yield return Recomputation.Saying("s421-main-class", high.All(c => Green(c) > Hectares(c) / 2) ? published["s421-main-class"].Printed : "other land",
            Invariant(
            $"forest, shrubs, woodland and grass are {high.Sum(Green) / Hectares(high):P0} of the land of {string.Join(" and ", high)} as the satellite "
                + $"sees it")).ByAnotherRoute();
    }

    // By eq. 12 the coefficient is emissions over people, so people times coefficient are a city's emissions again.
    private static IEnumerable<Recomputation> Demand(PublishedNumbers published, BeijingTianjinHebei study)
    {
        double Mt(string id) => published.Value(id, "Mt CO2");
        double Least(string id) => Mt(id) + published.HalfUnit(id, "Mt CO2");
        string Id(string start, string city) => $"s{start}-{city.ToLowerInvariant()}";
        string[] emitters = [.. published.All.Where(p => p.Id.StartsWith("s411-emissions-", StringComparison.Ordinal)).Select(p => p.Region)];
        string[] demanding = [.. published.All.Where(p => p.Id.StartsWith("s422-demand-", StringComparison.Ordinal) && p.Region.Length > 0
            && study.Cities.Contains(p.Region))
            .Select(p => p.Region)];
        var ratios = demanding.Where(emitters.Contains).ToDictionary(c => c, c => Mt(Id("422-demand", c)) / Mt(Id("411-emissions", c)));
        foreach (var city in ratios.Keys)
            yield return Recomputation.Of(Id("422-demand", city), Mt(Id("411-emissions", city)), Invariant(
                $"eq. 12: people times emissions over people, so the city's emissions of 4.1.1. Printed demand over printed emissions is "
                + $"{string.Join(", ", ratios.Select(r => Invariant($"{r.Value:F2} in {r.Key}")))}: no common factor")).Sharing(Demands);

        // Cities without printed emissions emit less than the third, or as much as their printed ratio times GDP.
        var third = emitters.Select(c => (City: c, Most: Least(Id("411-emissions", c)))).OrderByDescending(c => c.Most).ElementAt(2);
        foreach (var city in demanding.Except(emitters))
            yield return Recomputation.Within(published[Id("422-demand", city)], 0, third.Most, Invariant(
                $"eq. 12 gives the city's emissions, and by 4.1.1 only two cities emit more than {third.City}"), Grids).Sharing(Demands);
        var gdp = study.Gdp.In("10^4 yuan");
        double Bound(string city) => emitters.Contains(city) ? Least(Id("411-emissions", city))
            : published.Has(Id("411-intensity", city)) ? Math.Min(third.Most, (published.Value(Id("411-intensity", city), "t CO2/10^4 yuan")
                + published.HalfUnit(Id("411-intensity", city), "t CO2/10^4 yuan")) * gdp[city] / 1e6) : third.Most;
        var most = study.Cities.Labels.Sum(Bound);
        yield return Recomputation.Within(published["s422-demand-total"], 0, most, Invariant(
            $"eq. 12 gives the cities' emissions: {emitters.Length} are printed, Beijing's and Shijiazhuang's are their ratio times GDP, the others are "
                + $"below {third.City}'s"), Grids).Sharing(Demands);

        string[] order = published["s422-order"].Printed.Split(", ");
        yield return Recomputation.Saying("s422-order", order.Take(3).SequenceEqual(emitters.OrderByDescending(c => Mt(Id("411-emissions", c))).Take(3))
            ? published["s422-order"].Printed : string.Join(", ", emitters.OrderByDescending(c => Mt(Id("411-emissions", c))).Take(3)),
            "eq. 12 gives the cities' emissions, and these are the first three of 4.1.1").Sharing(Demands);
        yield return Recomputation.Saying("s422-lowest", Named.AsIn(published["s422-lowest"], published["s411-lowest"].Printed),
            "eq. 12 gives the cities' emissions, and these are the lowest of 4.1.1");

        // The cities whose cores are named, with all their built-up land.
        string[] cores = ["Beijing", "Tianjin", "Shijiazhuang", "Tangshan", "Handan"];
        var builtUp = cores.Sum(c => study.LandCover[c, "Urban"]);
        var perHead = Least(Id("411-emissions", "Tangshan")) / (study.Population.In(Unit.Person)["Tangshan"] / 1e6);
        var high = published["s422-demand-high"];
        yield return Recomputation.Of(high.Id, Mt("s422-demand-total") / builtUp, Invariant(
            $"the whole printed demand on the {builtUp:N0} km2 that are built up in the five cities named; {high.Printed} million t need "
            + $"{high.Number!.Value * 1e6 / perHead:N0} persons/km2 at Tangshan's {perHead:F0} t a person"));
        yield return Recomputation.Open("s422-demand-low", "the unit cannot be the printed one (see high-demand zones), so the bound cannot be read", null,
            Grids);
    }

    private static IEnumerable<Recomputation> Deficits(PublishedNumbers published, BeijingTianjinHebei study)
    {
        double Mt(string id) => published.Value(id, "Mt CO2");
        var deficits = published.All.Where(p => p.Id.StartsWith("s423-deficit-", StringComparison.Ordinal) && p.Number is not null).ToArray();
        foreach (var row in deficits)
        {
            var id = row.Region.ToLowerInvariant();
            var (d, deficit) = (Mt($"s422-demand-{id}"), Mt(row.Id));
            // (S − D)/(S + D) with S = D − deficit.
            yield return Recomputation.Of($"s423-ratio-{id}", -deficit / (2 * d - deficit), "eq. 13 with the printed demand and deficit, the deficit read "
                + "in 10^4 t");
            // One unit, printed once for three numbers.
            yield return new Recomputation(row.Id, null, Invariant($"{deficit:N2} million t"),
                Invariant($"printed in million t, which would be {deficit * 100 / d:F0} times the printed demand; ratio and demand agree with the "
                    + $"digits read in 10^4 t")) { SharesCheckWith = deficits[0].Id };
        }
        yield return Recomputation.Of("s423-surplus-cities", study.Cities.Count - deficits.Length,
            $"{study.Cities.Count} cities less the {deficits.Length} whose deficit is printed");
        yield return Recomputation.Saying("s423-deficit-cities", Named.AsIn(published["s423-deficit-cities"], string.Join(", ",
            BthFlowChecks.Rows(published).Select(r => r.Input).Distinct())), "the cities that Table 3 has served by others");
        yield return Recomputation.Open("s423-deficit-areas", "of the grid; by city Beijing has a surplus, as it serves two cities in Table 3, and "
            + "Shijiazhuang is not "
            + "among the three with a deficit", null, Grids);
        yield return Recomputation.Open("s422-pattern", "how a pattern was judged is not said, and the map is an image", null, Grids);
        yield return Recomputation.Open("s423-ratio-mean", "ratios of ten cities are not printed, and whether cities or pixels are averaged is not said",
            null, Grids);
    }
}
