namespace CarbonComp.Studies;

/// <summary>JX 4.1: emissions of the province and of the cities of which enough is printed.</summary>
internal static class JxEmissionChecks
{
    public static IEnumerable<Recomputation> Of(JxNumbers jx)
    {
        var (first, last) = (jx.Emissions(2010), jx.Emissions(2020));
        var (increase, years) = (last - first, jx.Study.LastYear - jx.Study.FirstYear);
        string Divided(RoundedNumber whole) => Invariant($"{whole.Value:F2} divided by the {years} years between; by {years + 1} it would be "
            + $"{whole.Value / (years + 1):F2}");

        yield return Recomputation.Of("s211-energy-factor", jx["s41-energy"] / (jx["s41-yingtan-energy"] / (jx["s41-yingtan-energy-share"] / 100)),
            "emissions of energy over the energy of the province, which Yingtan's energy and share give")
            .Sharing("s41-yingtan-energy");
        yield return Recomputation.Of("s211-respiration", jx["s41-respiration"] * 1e6 / jx.Population(2020),
            "emissions of respiration over the residents of the census of 2020")
            .Sharing("s41-respiration");
        yield return Recomputation.Of("s41-emissions-2010", last / (1 + jx["s41-growth-share"] / 100), Invariant(
                $"emissions of 2020 over 1 and the printed growth; emissions per GDP times GDP as published give "
                + $"{(jx["s41-intensity-2010"] * jx.Gdp(2010)).Value / 1e6:F1}"));
        yield return Recomputation.Of("s41-emissions-2020", jx["s41-energy"] + jx["s41-respiration"], "energy plus respiration");
        yield return Recomputation.Of("s41-energy", last - jx["s41-respiration"], "all emissions less respiration")
            .Sharing("s41-emissions-2020");
        yield return Recomputation.Of("s41-respiration", jx.Respiration * jx.Population(2020) / 1e6, "0.079 t for each resident of the census of 2020");
        foreach (var id in new[] { "s41-growth", "s61-growth" }) yield return Recomputation.Of(id, increase / years, Divided(increase));
        yield return Recomputation.Of("s41-growth-share", increase / first * 100, "the increase over the emissions of 2010").Sharing("s41-emissions-2010");
        yield return Recomputation.Of("s431-energy-share", Math.Min((jx.Energy(2010) * jx.EnergyFactor / first).Value, (jx["s41-energy"] / last).Value) * 100,
            "energy over all emissions, the smaller of 2010 (all less 0.079 t for each resident) and 2020");
        yield return Recomputation.Of("s41-intensity-2010", first * 1e6 / jx.Gdp(2010), "emissions over GDP as first published");
        // One deflator for all (3.2): the price level cancels from the province's number over the city's.
        var gdpShare = jx.Gdp(2020, "Nanchang") / jx.Gdp(2020);
        yield return Recomputation.Of("s41-intensity-2020", jx["s41-nanchang-intensity-2020"] * gdpShare / (jx["s41-nanchang-share"] / 100), Invariant(
            $"0.57 of Nanchang, its share in GDP over its share in the emissions; one deflator (3.2) cancels. At current prices it is "
            + $"{(last * 1e6 / jx.Gdp(2020)).Value:F2}"));
        yield return Recomputation.Of("s41-nanchang-share", jx["s41-nanchang-intensity-2020"] * gdpShare / jx["s41-intensity-2020"] * 100,
            "its emissions per GDP over the province's, times its share in GDP; one deflator (3.2) cancels. 0.8 has one digit")
            .Sharing("s41-intensity-2020");

        yield return Recomputation.Of("s41-yingtan-energy", jx["s41-yingtan-energy-share"] / 100 * jx["s41-energy"] / jx.EnergyFactor,
            "its share of the province's energy, 183.42 over 1.87");
        yield return Recomputation.Of("s41-yingtan-energy-share", jx["s41-yingtan-energy"] / (jx["s41-energy"] / jx.EnergyFactor) * 100,
            "its energy over the province's, 183.42 over 1.87")
            .Sharing("s41-yingtan-energy");
        yield return Recomputation.Of("s41-ganzhou-2010", jx.EmissionsOf(jx["s41-ganzhou-energy-share-2010"] / 100 * jx.Energy(2010), 2010, "Ganzhou"),
            "its share of the province's energy times 1.87, and 0.079 t for each resident; the province's energy from its emissions in the same way");
        yield return Recomputation.Of("s41-ganzhou-2020",
            jx.EmissionsOf(jx["s41-ganzhou-energy-share-2020"] / 100 * jx["s41-energy"] / jx.EnergyFactor, 2020, "Ganzhou"),
            "its share of the province's energy times 1.87, and 0.079 t for each resident");
        RoundedNumber Share(string id, int year, RoundedNumber energy) =>
            (jx[id] - jx.Respiration * jx.Population(year, "Ganzhou") / 1e6) / jx.EnergyFactor / energy * 100;
        yield return Recomputation.Of("s41-ganzhou-energy-share-2010", Share("s41-ganzhou-2010", 2010, jx.Energy(2010)),
            "its emissions less 0.079 t for each resident, over 1.87 and the province's energy")
            .Sharing("s41-ganzhou-2010");
        yield return Recomputation.Of("s41-ganzhou-energy-share-2020", Share("s41-ganzhou-2020", 2020, jx["s41-energy"] / jx.EnergyFactor),
            "its emissions less 0.079 t for each resident, over 1.87 and the province's energy")
            .Sharing("s41-ganzhou-2020");
        var ganzhou = jx["s41-ganzhou-2020"] - jx["s41-ganzhou-2010"];
        yield return Recomputation.Of("s41-ganzhou-increment", ganzhou / years, Divided(ganzhou))
            .Sharing("s41-growth");
        var growth = ganzhou / jx["s41-ganzhou-2010"] * 100;
        // A last zero may be a rounded digit or an exact one; the source does not say which.
        var tens = jx.Published["s41-ganzhou-growth"].Printed.EndsWith('0') ? 10 : 1;
        yield return Recomputation.Of("s41-ganzhou-growth", tens * Math.Round(growth.Value / tens), Invariant(
            $"the increase over the emissions of 2010 is {growth.Value:F1} %, rounded to tens as the printed number is taken to be"));

        yield return Recomputation.Of("s41-nanchang-intensity-2010",
            jx["s41-nanchang-intensity-2020"] / (1 - jx["s41-nanchang-intensity-decrease"] / 100), "that of 2020 over what the decrease leaves");
        yield return Recomputation.Of("s41-nanchang-intensity-2020",
            jx["s41-nanchang-intensity-2010"] * (1 - jx["s41-nanchang-intensity-decrease"] / 100), "that of 2010 less the decrease")
            .Sharing("s41-nanchang-intensity-2010");
        yield return Recomputation.Of("s41-nanchang-intensity-decrease",
            (1 - jx["s41-nanchang-intensity-2020"] / jx["s41-nanchang-intensity-2010"]) * 100, "the two printed numbers, which have three digits and two")
            .Sharing("s41-nanchang-intensity-2010");
        yield return Recomputation.Saying("s41-decrease-nanchang", jx.Nanchang2020.Highest < jx.Nanchang2010.Lowest ? "decrease" : "increase", Invariant(
            $"{jx.Nanchang2010.Value:F1} Mt in 2010, printed emissions per GDP times GDP as published; {jx.Nanchang2020.Value:F1} in 2020, its printed share"));
        foreach (var id in new[] { "s41-decrease-yingtan", "s431-trend-yingtan" })
            yield return Recomputation.Open(id, Invariant(
                $"Tables 2, 3 and 5 are images, so the city's emissions or absorption are not printed; that emissions fell (4.1) and the budget "
                + $"rose (4.3.1) holds only if absorption fell by more than emissions, and all its land as forest would absorb "
                + $"{jx.MostAbsorption("Yingtan"):F1} Mt"));
        var mean = last / jx.Study.Regions.Count;
        yield return Recomputation.Saying("s41-heavy-nanchang", jx.Nanchang2020.Lowest >= jx["s41-class-3"].Value / 100 * mean.Highest
            ? "heavy carbon emissions" : "not above the highest bound of the classes",
            Invariant($"its printed share is {(jx.Nanchang2020 / mean).Value * 100:F0} % of the cities' mean, read as the highest of the classes of 4.1"));
    }
}
