namespace CarbonComp.Studies;

/// <summary>JX 4.3: budgets, ECC and ESC of the cities of which enough is printed.</summary>
internal static class JxBudgetChecks
{
    public static IEnumerable<Recomputation> Of(JxNumbers jx)
    {
        var (now, before) = (jx.Emissions2020, jx.Emissions2010);
        var last = jx["s42-absorption-2020"];
        foreach (var (city, emissions) in now)
        {
            var id = JxNumbers.Id(city);
            yield return jx.Absorption(2020, city) is { } absorbed
                ? Recomputation.Of($"s431-positive-2020-{id}", emissions - absorbed, "emissions less its share of the absorption, both printed")
                : Recomputation.Of($"s431-positive-2020-{id}", emissions - jx.MostAbsorption(city),
                "emissions by its printed energy less what its whole area would absorb as forest: at least this");
            var contribution = jx.Contribution(2020, city, emissions);
            var how = "share of the province's GDP, as first published, over share of the emissions by its " + (city is "Nanchang" or "Ganzhou"
                ? "printed number" : "printed energy, 1.87 and 0.079");
            yield return Recomputation.Of($"s432-ecc-2020-{id}", contribution, how);
            yield return Recomputation.Of($"s432-ecc-2020-lower-{id}", contribution, how);
        }
        foreach (var (city, emissions) in before)
        {
            var id = JxNumbers.Id(city);
            var (absorbedBefore, absorbedNow) = (jx.Absorption(2010, city)!.Value, jx.Absorption(2020, city)!.Value);
            const string How = "emissions as printed; its printed share of the absorption of 2020, moved back by satellite land cover";
            var (earlier, later) = (emissions - absorbedBefore, now[city] - absorbedNow);
            yield return Recomputation.Saying($"s431-trend-{id}", later.Lowest > earlier.Highest ? "upward" : later.Highest < earlier.Lowest
                ? "downward" : "too near to tell", Invariant(
                $"from {earlier.Value:F1} to {later.Value:F1} Mt: {How}"));
            if (jx.Published.Has($"s431-negative-2010-{id}")) yield return Recomputation.Of($"s431-negative-2010-{id}", earlier, How);
            RoundedNumber Support(RoundedNumber absorbed, RoundedNumber whole, RoundedNumber emitted, RoundedNumber all) => absorbed / whole / (emitted / all);
            var support = Support(absorbedBefore, jx["s42-absorption-2010"], emissions, jx.Emissions(2010));
            yield return Recomputation.Of($"s433-esc-2010-{id}", support, How);
            if (jx.Published.Has($"s433-esc-{id}-five")) yield return Recomputation.Of($"s433-esc-{id}-five", support, How);
            yield return Recomputation.Of($"s433-esc-2020-{id}", Support(absorbedNow, last, now[city], jx.Emissions(2020)),
                "its printed share of the absorption over its share of the emissions");
        }
        // ESC = (CA_i/C_i) / (CA/C): where the budget is negative, CA_i > C_i and ESC above C/CA.
        yield return Recomputation.Of("s433-esc-2010-fuzhou", jx.Emissions(2010) / jx["s42-absorption-2010"],
            "more than this, the province's emissions over its absorption, because its budget of 2010 is negative (4.3.1)");
        yield return Recomputation.Of("s432-ecc-2010-ganzhou", jx.Contribution(2010, "Ganzhou", before["Ganzhou"]),
            "share of the province's GDP, as first published, over its printed share of the emissions");
        yield return Top(jx);
        foreach (var check in Shangrao(jx)) yield return check;
    }

    // Three others above it would need more than is left for all of them.
    private static Recomputation Top(JxNumbers jx)
    {
        var whole = jx.Emissions(2020) - jx["s42-absorption-2020"];
        RoundedNumber Budget(string city) => jx.Emissions2020[city] - (jx.Absorption(2020, city) ?? jx.MostAbsorption(city));
        var (nanchang, known) = (Budget("Nanchang"), Budget("Ganzhou") + Budget("Yingtan") + Budget("Shangrao"));
        var left = whole - nanchang - known;
        return left.Highest < 3 * nanchang.Lowest
            ? Recomputation.Saying("s431-top-nanchang", jx.Published["s431-top-nanchang"].Printed, Invariant(
                $"its budget is {nanchang.Value:F1} Mt; the province's less what is known of four cities leaves at most {left.Highest:F1} for the "
                + $"other seven, all positive by 4.3.1: not three times as much"))
            : Recomputation.Open("s431-top-nanchang", Invariant($"the budgets of seven cities are not printed; Nanchang's is {nanchang.Value:F1} Mt"));
    }

    private static IEnumerable<Recomputation> Shangrao(JxNumbers jx)
    {
        const string City = "Shangrao";
        yield return Recomputation.Of("s433-shangrao-gdp", jx.Gdp(2020, City) * 1e4 / 1e9, "GDP as first published");
        var level = jx.Gdp(2020, "Nanchang") * jx["s41-nanchang-intensity-2020"] / (jx.Nanchang2020 * 1e6);
        var atConstant = jx.Contribution(2020, City, jx.EmissionsOf(jx["s433-shangrao-intensity"] * jx["s433-shangrao-gdp"] * 1e9 / 1e4 / 1e6 / level,
            2020, City));
        yield return Recomputation.Of("s433-ecc-shangrao-2020", jx.Contribution(2020, City, jx.Shangrao2020), Invariant(
            $"its printed energy per GDP times its printed GDP is {(jx["s433-shangrao-intensity"] * jx["s433-shangrao-gdp"] / 10).Value:F2} Mtce, "
            + $"so {(jx.Shangrao2020 / jx.Emissions(2020)).Value:P1} of the emissions, with {jx.Gdp(2020, City) / jx.Gdp(2020):P1} of the GDP. If "
            + $"the energy were per GDP at the prices of 2010, {atConstant.Value:F2}"));

        // The decrease against what 4.3.2 says of 2010.
        var earlier = jx["s433-shangrao-intensity"] / (1 - jx["s433-shangrao-decrease"] / 100);
        var emissions = jx.EmissionsOf(earlier * jx.Gdp(2010, City) / 1e6, 2010, City);
        var contribution = jx.Contribution(2010, City, emissions);
        // The emissions at which ECC is the bound, the energy for them, and what it leaves of a decrease.
        var most = jx.Gdp(2010, City) / jx.Gdp(2010) / jx["s432-ecc-2010-shangrao"].Value * jx.Emissions(2010);
        var intensity = (most - jx.Respiration * jx.Population(2010, City) / 1e6) / jx.EnergyFactor * 1e6 / jx.Gdp(2010, City);
        yield return Recomputation.Of("s433-shangrao-decrease", (1 - jx["s433-shangrao-intensity"] / intensity) * 100, Invariant(
            $"at most this, if ECC exceeded 1.8 in 2010 (4.3.2). By 74.5 % the city would have used {earlier.Value:F2} tce/10^4 yuan and emitted "
            + $"{emissions.Value:F1} Mt in 2010: ECC {contribution.Value:F2}, and a budget above zero, as {jx.MostAbsorption(City):F1} Mt are "
            + $"more than its land can absorb. 4.3.1 and 4.3.2 say the opposite"));
        string Against(string says) => Invariant($"the emissions of 2010 are not printed; the decrease of 74.5 % of 4.3.3 would make it {says}, "
            + $"and is taken as the misprint since 4.3.1, 4.3.2 and 4.3.3 say otherwise of 2010");
        yield return Recomputation.Open("s432-ecc-2010-shangrao", Against(Invariant($"{contribution.Value:F2}")));
        yield return Recomputation.Open("s433-ecc-shangrao-2010", Against(Invariant($"{contribution.Value:F2}")));
        yield return Recomputation.Open("s431-negative-2010-shangrao", Against(Invariant($"above {(emissions - jx.MostAbsorption(City)).Value:F0} Mt")));
        var atBound = jx.Gdp(2020, City) / jx.Gdp(2020) / jx["s433-ecc-shangrao-2020"].Value * jx.Emissions(2020);
        yield return Recomputation.Open("s433-shangrao-intensity", Invariant(
            $"the city's energy is not printed otherwise; an ECC above 1.2, as 4.3.3 says in the same paragraph, needs less than "
            + $"{((atBound - jx.Respiration * jx.Population(2020, City) / 1e6) / jx.EnergyFactor * 1e6 / jx.Gdp(2020, City)).Value:F3}"));
    }
}
