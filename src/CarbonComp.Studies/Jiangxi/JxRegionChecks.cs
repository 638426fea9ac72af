namespace CarbonComp.Studies;

/// <summary>JX's counts, and the land of 3.3 and 4.1: areas, changes, shares.</summary>
internal static class JxRegionChecks
{
    public static IEnumerable<Recomputation> Of(JxNumbers jx)
    {
        int Named(string prefix) => jx.Published.All.Count(p => p.Id.StartsWith(prefix, StringComparison.Ordinal));
        int Kinds(string prefix) => jx.Published.All.Where(p => p.Id.StartsWith(prefix, StringComparison.Ordinal)).Select(p => p.Printed).Distinct().Count();
        int Class(string printed) => jx.Published.All.Count(p => p.Id.StartsWith("s442-class-", StringComparison.Ordinal) && p.Printed == printed);
        yield return Recomputation.Of("abstract-cities", Named("s441-zone-"), "cities that 4.4.1 puts into zones");
        yield return Recomputation.Of("s441-categories", Kinds("s441-zone-"), "different zones in 4.4.1");
        yield return Recomputation.Of("s442-categories", Kinds("s442-class-"), "different classes in 4.4.2");
        yield return Recomputation.Of("abstract-high", Class("high-compensation area"), "cities of this class in 4.4.2");
        yield return Recomputation.Of("abstract-low", Class("common compensation area"), "cities that 4.4.2 calls common compensation areas");
        yield return Recomputation.Of("abstract-compensated", Class("reimbursed area"), "cities that 4.4.2 calls reimbursed areas");
        yield return Recomputation.Of("s42-land-types", Named("s212-coefficient-"), "classes with a coefficient in 2.1.2");
        yield return Recomputation.Of("s32-classes", Named("s212-coefficient-") + 1, "the classes with a coefficient in 2.1.2, and construction land");

        var years = jx.Study.LastYear - jx.Study.FirstYear + 1;
        yield return Recomputation.Of("s33-fires-per-year", jx["s33-fires"].Value / years,
            $"{jx.Published["s33-fires"].Printed} fires in {years} calendar years", 0);

        yield return Recomputation.Of("s33-forest-share", jx.ForestAbsorption * 1e6 / jx.Forest / jx.AreaByConstruction * 100,
            "4.2's arbor forests over their share give the absorption of forest, over 5.77 t/ha its area; the province's area from construction "
            + "land's increase and its 1.21 %")
            .Sharing("s42-arbor-share");
        yield return Recomputation.Of("s33-cropland-share", jx["s42-cropland"] / 10 * 1e6 / jx.Absorbs("cultivated-land") / jx.Area * 100, Invariant(
            $"absorption of cultivated land in 4.2 over 0.13 t/ha and the area that forest implies, {jx.Area.Value / 1e6:F2} million ha; the "
            + $"absorption a tenth of what is printed, which would need "
            + $"{jx["s42-cropland"].Value * 1e6 / jx.Absorbs("cultivated-land") / jx.Area.Value:P0} of the land"))
            .Sharing("s42-cropland");
        yield return Recomputation.Of("s33-decrease-forest-land", ((jx["s42-absorption-2010"] - jx["s42-absorption-2020"] - jx.AbsorptionLost) * 1e6
                + jx["s33-decrease-forest-land"] * jx.Forest) / jx.Forest is var loss ? new RoundedNumber(loss.Value, 0.01 * 1e6 / jx.Forest) : default,
                "the printed fall of absorption less what the other classes lose, over 5.77 t/ha; absorption is printed to 10 000 t only")
            .Sharing("s42-absorption-2010");
        // The others weigh too little in the absorption; only their sum can be looked at.
        string Open() => Invariant($"only the sum of the six changes can be checked; it is {jx.Closure.Value:N0} ha and not 0, so that one of "
            + $"them is wrong or the area of the province is not the same in both years. The other five would give this");
        yield return Recomputation.Open("s33-decrease-cultivated-land", Open(), (jx["s33-decrease-cultivated-land"] + jx.Closure).Value);
        yield return Recomputation.Open("s33-decrease-unused-land", Open(), (jx["s33-decrease-unused-land"] + jx.Closure).Value);
        yield return Recomputation.Open("s33-increase-grassland", Open(), (jx["s33-increase-grassland"] - jx.Closure).Value);
        yield return Recomputation.Open("s33-increase-water", Open(), (jx["s33-increase-water"] - jx.Closure).Value);

        yield return Recomputation.Of("s33-construction-2010", jx["s41-construction-2020"] - jx["s33-construction-2020"],
                "542,287 of 2020 less the increase, which 3.3 prints as the level of 2020")
            .Sharing("s33-construction-2020");
        yield return Recomputation.Of("s33-construction-2020", jx["s41-construction-2020"], Invariant(
            $"the level of 4.1; 200,635 is the increase, {jx.ConstructionIncrease.Value:N1}. The text says that it grew"));
        yield return Recomputation.Of("s41-construction-2020", jx["s33-construction-2010"] + jx["s33-construction-2020"],
            "the level of 2010 plus the increase, which 3.3 prints as the level of 2020")
            .Sharing("s33-construction-2020");
        yield return Recomputation.Of("s33-construction-share", jx.ConstructionIncrease / jx.Area * 100,
            "the increase over the area that forest implies: percentage points of the area");
    }
}
