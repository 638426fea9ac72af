namespace CarbonComp.Studies;

/// <summary>What JX concludes in words: where its own numbers, or two of its statements together, decide it.</summary>
internal static class JxStatementChecks
{
    private static readonly string[] Payers = ["high-compensation area", "common compensation area"];

    public static IEnumerable<Recomputation> Of(JxNumbers jx)
    {
        var (first, last) = (jx.Emissions(2010), jx.Emissions(2020));
        var (absorbedFirst, absorbedLast) = (jx["s42-absorption-2010"], jx["s42-absorption-2020"]);
        yield return Recomputation.Saying("s431-net-source", (first - absorbedFirst).Lowest > 0 && (last - absorbedLast).Lowest > 0 ? "net carbon source"
                : "net carbon sink",
                Invariant($"emissions less absorption, {(first - absorbedFirst).Value:F1} Mt in 2010 and {(last - absorbedLast).Value:F1} in 2020"));
        yield return Recomputation.Saying("s42-main-sink", (jx.ForestAbsorption / absorbedLast).Lowest > 0.5 ? "forest land" : "other land",
                Invariant($"forest absorbs {(jx.ForestAbsorption / absorbedLast).Value:P0} of all: 47.75 Mt of the arbor forests over their 81.03 %"));
        yield return Recomputation.Saying("s431-main-source", (jx["s41-energy"] / last).Lowest > 0.5 ? "energy consumption" : "human respiration",
                Invariant($"{(jx["s41-energy"] / last).Value:P0} of the emissions of 2020"));
        yield return Recomputation.Saying("s33-largest", jx["s33-forest-share"].Lowest > 50 ? "forest land" : "other land",
            "61.34 % is more than all the other classes together");
        yield return Recomputation.Saying("s41-intensity-trend", Trend(jx["s41-intensity-2010"], jx["s41-intensity-2020"]),
            "from 1.28 to 0.8 t/10^4 yuan, both printed; the years between are not");
        yield return Recomputation.Saying("s431-absorption-trend", Trend(absorbedFirst, absorbedLast), "from 60.56 to 59.69 Mt, both printed");
        yield return Recomputation.Saying("s432-efficiency", Trend(1 / jx["s41-intensity-2010"], 1 / jx["s41-intensity-2020"]), Invariant(
            $"GDP for a tonne, the inverse of the printed emissions per GDP, goes from {(1e4 / jx["s41-intensity-2010"]).Value:N0} to "
            + $"{(1e4 / jx["s41-intensity-2020"]).Value:N0} yuan. ECC cannot show a level: weighted with emissions its mean is 1 in every year"));

        foreach (var city in new[] { "Nanchang", "Ganzhou" })
        {
            var people = jx.Study.Years.Select(year => jx.Population(year, city)).ToArray();
            yield return Recomputation.Saying($"s41-population-{JxNumbers.Id(city)}", people.Zip(people.Skip(1)).All(p => p.Second > p.First)
                ? "increase" : "no steady increase",
                $"yearbooks and census: "
                + $"{string.Join(", ", jx.Study.Years.Zip(people, (year, p) => Invariant($"{p / 1e6:F2} million in {year}")))}; 2010 and 2015 as "
                + $"first published");
        }
        yield return Recomputation.Open("s41-ganzhou-intensity-2015", Ganzhou(jx));
        yield return Recomputation.Open("s41-ganzhou-intensity-2020", Ganzhou(jx));

        // 4.1 of the same thing as the abstract.
        yield return Recomputation.Saying("abstract-pattern", jx.Published["s41-pattern-2020"].Printed,
            $"4.1 has emissions evolve from \"{jx.Published["s41-pattern-2010"].Printed}\" to this; "
            + $"\"{jx.Published["s41-intensity-pattern"].Printed}\" it says of emissions per GDP");
        yield return Low(jx);
        yield return Intense(jx);
        foreach (var check in Money(jx)) yield return check;
    }

    private static string Trend(RoundedNumber earlier, RoundedNumber later) => later.Lowest > earlier.Highest ? "increase" : later.Highest < earlier.Lowest
        ? "decrease" : "too near to tell";

    private static string Ganzhou(JxNumbers jx)
    {
        var level = jx.Gdp(2020, "Nanchang") * jx["s41-nanchang-intensity-2020"] / (jx.Nanchang2020 * 1e6);
        double Per(int year, double prices) => jx[$"s41-ganzhou-{year}"].Value * 1e6 / (jx.Gdp(year, "Ganzhou") / prices);
        return Invariant($"the city's emissions of 2015 are not printed; those of 2010 and 2020 give {Per(2010, 1):F2} and "
            + $"{Per(2020, level.Value):F2} t/10^4 yuan at prices of 2010, so they rose in one of the two halves at least");
    }

    private static Recomputation Low(JxNumbers jx)
    {
        var (emissions, mean) = (jx.Yingtan2020, jx.Emissions(2020) / jx.Study.Regions.Count);
        var contribution = jx.Contribution(2020, "Yingtan", emissions);
        return Recomputation.Saying("s441-low-yingtan", emissions.Highest < mean.Lowest && contribution.Lowest > 1 ? "low" : "not low", Invariant(
            $"by its printed energy it emits {(emissions / mean).Value:P0} of the cities' mean and, with an ECC of {contribution.Value:F2}, "
            + $"{(1 / contribution).Value:P0} of the province's emissions per GDP"));
    }

    // ECC is the province's emissions per GDP over the city's: above 1 these are below the province's.
    private static Recomputation Intense(JxNumbers jx)
    {
        var bound = jx["s433-ecc-shangrao-2020"].Value;
        return Recomputation.Saying("s441-intense-shangrao", bound > 1 && jx.Contribution(2020, "Shangrao", jx.Shangrao2020).Lowest > 1 ? "low"
            : "high", Invariant(
            $"an ECC above {bound} (4.3.3) means emissions per GDP below {1 / bound:P0} of the province's; by its printed energy they are "
            + $"{(1 / jx.Contribution(2020, "Shangrao", jx.Shangrao2020)).Value:P0}. 4.3.3 itself calls the efficiency relatively high"));
    }

    private static IEnumerable<Recomputation> Money(JxNumbers jx)
    {
        string[] In(params string[] zones) => [.. jx.Published.All.Where(p => p.Item == "functional zone" && zones.Contains(p.Printed)).Select(p => p.Region)];
        bool Pays(string city) => Payers.Contains(jx.Published.All.Single(p => p.Item == "class of compensation" && p.Region == city).Printed);
        Recomputation Share(string id, string[] cities, bool pay)
        {
            var such = cities.Count(city => Pays(city) == pay);
            return Recomputation.Saying(id, 2 * such > cities.Length ? "mostly" : "not mostly",
                $"{such} of {cities.Length} by the zones of 4.4.1 and the classes of 4.4.2");
        }
        yield return Share("s442-sinks-receive", In("carbon sink functional area", "low-carbon optimization area"), pay: false);
        yield return Share("s442-control-pays", In("total carbon control area", "carbon intensity control area"), pay: true);

        // Two budgets follow from print; the two classes do not stand in their order.
        RoundedNumber Budget(string city) => jx.Emissions2020[city] - jx.Absorption(2020, city)!.Value;
        int Class(string city) => Array.IndexOf(Payers, jx.Published.All.Single(p => p.Item == "class of compensation" && p.Region == city).Printed);
        var (nanchang, ganzhou) = (Budget("Nanchang"), Budget("Ganzhou"));
        var against = nanchang.Lowest > ganzhou.Highest && Class("Ganzhou") == 0 && Class("Nanchang") == 1;
        yield return Recomputation.Saying("s442-larger-pays", against ? "Ganzhou pays more for a smaller budget than Nanchang"
            : jx.Published["s442-larger-pays"].Printed, Invariant(
                $"budgets of 2020 by printed emissions and shares of the absorption: Nanchang {nanchang.Value:F1} Mt, Ganzhou {ganzhou.Value:F1}. "
                + $"4.4.2 has Ganzhou in the high class, Nanchang in the common one"));

        var energy = jx["s41-energy"] / jx.EnergyFactor;
        yield return Recomputation.Saying("s5-main-user", (jx["s5-industry"] / energy).Lowest > 0.5 ? "industry" : "others", Invariant(
            $"58.17 of the {energy.Value:F1} Mtce that 183.42 Mt over 1.87 give: {(jx["s5-industry"] / energy).Value:P0}, and small industry comes on top"));
    }
}
