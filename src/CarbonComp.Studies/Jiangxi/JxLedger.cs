namespace CarbonComp.Studies;

/// <summary>The reproduction ledger of JX: each number and statement that the text prints, recomputed where it can be.</summary>
/// <remarks>
/// A verdict rests on the text's own other numbers and on public statistics. The seven tables are images, so most of what is said of
/// cities depends on numbers that are missing: such rows are not checkable, and say beside it whether the constructed data agree
/// (<see cref="JiangxiHoldOuts"/>). Constructed
/// data decide nothing. Where two printed numbers contradict each other the reason says why one is taken for the wrong one.
/// </remarks>
public static class JxLedger
{
    /// <summary>Makes the ledger.</summary>
    /// <param name="study">The case, with coefficients as printed.</param>
    public static Ledger Of(JiangxiCase study)
    {
        var jx = new JxNumbers(study);
        var constructed = JiangxiHoldOuts.Of(study).All.ToDictionary(h => h.Printed.Id);
        return Ledger.Of("Jiangxi's carbon budget and compensation (JX)", jx.Published,
            [.. JxRegionChecks.Of(jx), .. JxEmissionChecks.Of(jx), .. JxSinkChecks.Of(jx), .. JxBudgetChecks.Of(jx), .. JxStatementChecks.Of(jx)],
            p => Recomputation.Open(p.Id, Missing(p)),
            open => constructed.TryGetValue(open.Id, out var held) ? open.Beside(held)
                : JiangxiConstruction.Used.ContainsKey(open.Id)
                    ? open with { Reason = $"{open.Reason}; the construction starts from it, so constructed data say nothing of it" } : open);
    }

    private static string Missing(PublishedNumber published) => published.Kind switch
    {
        "input" => "an input or a definition of the study, taken as given",
        "descriptive" => published.Section == "1" || published.Region is "" or "World"
            ? "a statement about the world or of others' findings, which the study does not compute"
            : "a description of the region that no table of the case holds",
        _ => published.Item switch
        {
            "functional zone" => "the thresholds of the zones are in Table 6, an image",
            "compensation paid" or "class of compensation" =>
                "Table 7 is an image, domestic sink prices, exchange rate and Jiangxi's Engel coefficient are not printed",
            "ESC of the western and northern cities" => "which cities are meant is not said",
            "forest fires 2010 to 2020" => "fires are counted by no table of the case",
            "city that pays most" or "city that pays second most" =>
                "Table 7 is an image, domestic sink prices, exchange rate and Jiangxi's Engel coefficient are not printed",
            "second user of energy" => "energy by user is not printed, but for industry's",
            "city with the smallest built-up area" => "Table 1 has the land of the province alone and is an image",
            _ when published.Item.StartsWith("spatial pattern", StringComparison.Ordinal) => "the maps are images, and how a pattern was judged is not said",
            _ when published.Item.StartsWith("size of", StringComparison.Ordinal) || published.Printed is "stable" => "from which size on is not said",
            _ when published.Item.StartsWith("ECC", StringComparison.Ordinal) || published.Item.StartsWith("ESC", StringComparison.Ordinal)
                || published.Item.Contains("budget", StringComparison.Ordinal) =>
                    "Tables 2, 3 and 5 are images, so the city's emissions or absorption are not printed",
            _ when published.Item.Contains("absorption", StringComparison.Ordinal) => "Table 3 is an image and the study's land-use map is not public",
            _ => "Table 2 is an image, so the cities' emissions are not printed",
        },
    };
}
