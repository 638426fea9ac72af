namespace CarbonComp.Studies;

/// <summary>BTH 3.1, 4.1.1, 4.2.1–4.2.2: what the paper says of the region, against public statistics.</summary>
internal static class BthRegionChecks
{
    private static readonly string[] Ecological = ["Forest", "Shrubland", "Savanna", "Grassland", "Wetland", "Water"];
    private static readonly string[] LowDensity = ["Langfang", "Hengshui"];
    private static readonly string[] Mountains = ["Zhangjiakou", "Chengde"];
    private const string Areas = "official areas of the thirteen cities";

    public static IEnumerable<Recomputation> Of(PublishedNumbers published, BeijingTianjinHebei study, RegionMap map)
    {
        var (population, gdp) = (study.Population.In(Unit.Person), study.Gdp.In(Unit.Yuan));
        var area = study.Package["regions"].Vector("area", study.Cities, "name").In(Unit.SquareKilometre);
        yield return Recomputation.Of("s31-population", population.Total / 1e6, "Seventh National Census, sum of thirteen cities");
        // The printed area is rounded to thousands, and the population to ten millions.
        var (printedArea, printedDensity) = (published.Value("s31-area", "km2"), published["s31-density"].Number!);
        yield return Recomputation.Open("s31-density", Invariant(
            $"census population over the printed area, which is rounded to thousands. {printedDensity.Text} needs an area of "
            + $"{population.Total / (printedDensity.Value + printedDensity.HalfUnit):N0} to "
            + $"{population.Total / (printedDensity.Value - printedDensity.HalfUnit):N0} km2; "
            + $"boundary polygons have {area.Total:N0}"), population.Total / printedArea, Areas);
        yield return Recomputation.Of("s31-urban-share", 100 * (1 - study.RuralPopulation.In(Unit.Person).Total / population.Total),
            "Seventh National Census, urban residents over residents; the cities' shares are rounded to 0.01 %", 0.005);
        yield return Recomputation.Of("s31-gdp", gdp.Total / 1e12,
            "sum of the cities' GDP as first published (yearbooks 2021). Neither this nor the revised figures for Beijing, Tianjin and Hebei give "
            + "the printed sum");
        yield return Recomputation.Open("s31-area",
            "official areas of all cities are not in the case; measured on the map's outlines the region has this many km2", map.Areas.Total, Areas);
        foreach (var check in Extent(published, map)) yield return check;
        foreach (var check in Corridor(study, area)) yield return check;

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

    // Outlines for maps on the web are simplified: they are not exact to the printed minute.
    private static IEnumerable<Recomputation> Extent(PublishedNumbers published, RegionMap map)
    {
        var envelope = new NetTopologySuite.Geometries.Envelope();
        foreach (var outline in map.Outlines) envelope.ExpandToInclude(outline.EnvelopeInternal);
        (string, double)[] ends = [("latitude-south", envelope.MinY), ("latitude-north", envelope.MaxY), ("longitude-west", envelope.MinX),
            ("longitude-east", envelope.MaxX)];
        foreach (var (end, degrees) in ends)
        {
            var row = published[$"s31-{end}"];
            var (whole, minutes) = (Math.Floor(degrees), 60 * (degrees - Math.Floor(degrees)));
            yield return new Recomputation(row.Id, null, Invariant($"{whole:F0}°{minutes:F1}′"), Invariant(
                $"the outlines of the map end here; they are simplified, so a difference of a few minutes does not contradict"), 0, false)
                { WouldCheck = "a survey boundary of the region, such as that of the national basic geographic data" };
        }
    }

    // The paper judges the corridor on its grid; the two cities that it calls the ecological barrier stand for it.
    private static IEnumerable<Recomputation> Corridor(BeijingTianjinHebei study, LabelledVector area)
    {
        var land = Mountains.Select(study.LandCover.Row).ToArray();
        yield return Recomputation.Of("s423-corridor-cover", 100 * land.Sum(l => l["Forest"] + l["Shrubland"] + l["Savanna"]
            + l["Grassland"]) / land.Sum(l => l.Total),
            "forest, shrubs, open woodland and grass in the satellite land cover of Zhangjiakou and Chengde, for the corridor on the paper's grid")
                .ByAnotherRoute();
        double People(string city) => study.Population.In(Unit.Person)[city];
        yield return Recomputation.Of("s423-corridor-density", Mountains.Sum(People) / Mountains.Sum(c => area[c]), Invariant(
            $"census population over area of Zhangjiakou and Chengde together, for the corridor on the paper's grid; alone they have "
            + $"{People(Mountains[0]) / area[Mountains[0]]:F0} and {People(Mountains[1]) / area[Mountains[1]]:F0}")).ByAnotherRoute();
    }
}
