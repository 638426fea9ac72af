namespace CarbonComp.Studies;

/// <summary>BTH 3.1, 4.1.1, 4.2.1–4.2.2: what the paper says of the region, against public statistics.</summary>
internal static class BthRegionChecks
{
    private static readonly string[] Ecological = ["Forest", "Shrubland", "Savanna", "Grassland", "Wetland", "Water"];
    private static readonly string[] LowDensity = ["Langfang", "Hengshui"];

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study, RegionMap map)
    {
        var (population, gdp) = (study.Population.In(Unit.Person), study.Gdp.In(Unit.Yuan));
        var area = study.Package["regions"].Vector("area", study.Cities, "name").In(Unit.SquareKilometre);
        yield return Recomputation.Of("abstract-cities", study.Cities.Count, "cities of the case");
        yield return Recomputation.Of("s31-cities", study.Cities.Count, "cities of the case");
        yield return Recomputation.Of("s31-population", population.Total / 1e6, "Seventh National Census, sum of thirteen cities");
        yield return Recomputation.Of("s31-density", population.Total / published.Value("s31-area", "km2"),
            "census population over the printed area. The printed 110 million would give 504.6; no pair of the paper's own numbers gives 508");
        yield return Recomputation.Of("s31-urban-share", 100 * (1 - study.RuralPopulation.In(Unit.Person).Total / population.Total),
            "Seventh National Census, urban residents over residents; the cities' shares are rounded to 0.01 %", 0.005);
        yield return Recomputation.Of("s31-gdp", gdp.Total / 1e12,
            "sum of the cities' GDP as first published (yearbooks 2021). Neither this nor the revised figures for Beijing, Tianjin and Hebei give "
            + "the printed sum");
        yield return Recomputation.Open("s31-area",
            "official areas of all cities are not in the case; measured on the map's outlines the region has this many km2", map.Areas.Total);

        foreach (var city in new[] { "Tangshan", "Handan", "Langfang" })
        {
            var id = city.ToLowerInvariant();
            var emissions = $"s411-emissions-{id}";
            yield return Recomputation.Of($"s411-intensity-{id}", published.Value(emissions, "t CO2") / (gdp[city] / 1e4),
                "printed emissions over GDP as first published", published.HalfUnit(emissions, "t CO2") / (gdp[city] / 1e4));
        }
        yield return Recomputation.Of("s411-manufacturing-majority-tangshan", published.Value("s411-manufacturing-tangshan", "%"),
            "the share printed in the same sentence");
        foreach (var city in new[] { "Tangshan", "Handan", "Tianjin", "Langfang", "Hengshui" })
            yield return Recomputation.Open($"s411-emissions-{city.ToLowerInvariant()}",
                "the authors' energy data are not published; the inventory constructed from CEADs gives this",
                study.CityEmissions.In(Unit.MegatonneCO2).RowSums()[city]);

        foreach (var city in LowDensity)
        {
            var id = city.ToLowerInvariant();
            yield return Recomputation.Of($"s421-area-{id}", area[city], "area on the boundary polygons");
            var land = study.LandCover.Row(city);
            var ecological = Ecological.Sum(c => land[c]) / land.Total * 100;
            yield return Recomputation.Of($"s421-ecological-land-{id}", ecological,
                "forest, shrubs, open woodland, grass, wetland and water in the satellite land cover");
        }
        var densest = LowDensity.Select(c => population[c] / area[c]).ToArray();
        yield return Recomputation.Of("s422-density-low", densest.Min(), Invariant(
            $"census population over area: Langfang {densest[0]:F0}, Hengshui {densest[1]:F0} persons/km2; neither is below 400"));
    }
}
