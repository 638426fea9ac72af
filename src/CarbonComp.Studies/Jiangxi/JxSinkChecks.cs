namespace CarbonComp.Studies;

/// <summary>JX 4.2: absorption of the province and its classes, and the forests.</summary>
internal static class JxSinkChecks
{
    private const double TenThousand = 1e4;

    public static IEnumerable<Recomputation> Of(JxNumbers jx)
    {
        var (first, last) = (jx["s42-absorption-2010"], jx["s42-absorption-2020"]);
        var years = jx.Study.LastYear - jx.Study.FirstYear;
        yield return Recomputation.Of("s42-absorption-2010", last + jx.AbsorptionLost,
                "that of 2020 and what the printed changes of areas take away with the coefficients of 2.1.2");
        // Water and unused land share what is left in an unknown proportion.
        var cropland = jx["s33-cropland-share"] / 100 * jx.Area * jx.Absorbs("cultivated-land") / 1e6;
        var grassland = jx["s42-grassland"];
        var rest = (1 - (jx["s33-forest-share"] + jx["s33-cropland-share"]) / 100) * jx.Area
            - jx["s41-construction-2020"] - grassland * 1e6 / jx.Absorbs("grassland");
        var (water, unused) = (jx.Absorbs("water"), jx.Absorbs("unused-land"));
        var others = rest * new RoundedNumber((water + unused) / 2, (water - unused) / 2) / 1e6;
        yield return Recomputation.Of("s42-absorption-2020", jx.ForestAbsorption + cropland + grassland + others, Invariant(
                $"its classes: forest {jx.ForestAbsorption.Value:F2} from the arbor forests and their share, cultivated land {cropland.Value:F3} "
                + $"by share and coefficient, grassland, and {rest.Value / 1e6:F2} million ha that are water or unused. Less exact than the "
                + $"printed digits, and with the forest's misprint put right"));
        yield return Recomputation.Of("s42-absorption-decrease", (first - last) / years, Invariant(
                $"{(first - last).Value:F2} divided by the {years} years between; by {years + 1} it would be {(first - last).Value / (years + 1):F3}"))
            .Sharing("s41-growth");
        yield return Recomputation.Of("s42-forest", jx.ForestAbsorption, Invariant(
            $"47.75 of the arbor forests over their 81.03 %; 8.92 would be {jx["s42-forest"].Value / last.Value:P0} of the absorption, which the "
            + $"same sentence puts above 95 %. A leading 5 is missing"));
        foreach (var id in new[] { "s42-forest-share", "s431-forest-share" })
            yield return Recomputation.Of(id, jx.ForestAbsorption / last * 100,
                "absorption of forest from the arbor forests and their share; as printed, 8.92, it would be 15 %");
        var survey = jx.Study.Package["forest-cover"];
        yield return Recomputation.Of("s42-forest-cover", survey.Numbers("value")[0], $"the forestry survey of {survey.Texts("year")[0]}, the last before "
            + $"the study");
        yield return Recomputation.Of("s42-cropland", cropland, "26.47 % of the area that forest implies, at 0.13 t/ha: a tenth of what is printed");
        yield return Recomputation.Of("s42-grassland", jx["s42-grassland-share"] / 100 * last, "its share of the absorption");
        yield return Recomputation.Of("s42-grassland-share", grassland / last * 100, "its absorption over that of the province")
            .Sharing("s42-grassland");
        var arbor = jx["s42-arbor-area"].Value;
        yield return Recomputation.Of("s42-arbor-area", jx["s42-arbor-absorption"] * 1e6 / jx.Forest / TenThousand, Invariant(
            $"47.75 Mt at 5.77 t/ha. Printed is hm2: {arbor} hm2 absorb {arbor * jx.Forest:N0} t, so 10^4 hm2 is meant, and even these absorb "
            + $"{arbor * TenThousand * jx.Forest / 1e6:F2} Mt"));
        yield return Recomputation.Of("s42-arbor-absorption", jx["s42-arbor-area"] * TenThousand * jx.Forest / 1e6, "822.43, read in 10^4 hm2, at 5.77 t/ha")
            .Sharing("s42-arbor-area");
        yield return Recomputation.Of("s42-arbor-share",
            jx["s42-arbor-absorption"] / (jx["s33-forest-share"] / 100 * jx.AreaByConstruction * jx.Forest / 1e6) * 100,
            "over the absorption of 61.34 % of the area that construction land's increase and its 1.21 % imply");
        var middle = jx["s42-middle-aged-area"];
        yield return Recomputation.Of("s42-middle-aged-area", jx["s42-middle-aged-share"] / 100 * jx["s42-arbor-area"],
            "45.90 % of 822.43; printed is hm2, meant 10^4 hm2");
        yield return Recomputation.Of("s42-middle-aged-share", middle / jx["s42-arbor-area"] * 100, "375.35 over 822.43")
            .Sharing("s42-middle-aged-area");
    }
}
