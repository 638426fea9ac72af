namespace CarbonComp.Studies;

/// <summary>The reproduction ledger of JX: each number and statement that the text prints, recomputed where it can be.</summary>
/// <remarks>
/// A verdict rests on the text's own other numbers and on public statistics. The text copy that was used has the seven tables as images, so most
/// of what is said of cities depends on numbers that are missing here: such rows are not checkable, name what would check them (for most of them
/// tables of the article itself, which is open access), and say beside it whether the constructed data agree (<see cref="JiangxiHoldOuts"/>).
/// Constructed data decide nothing. Where two printed numbers contradict each other the reason says why one is taken for the wrong one.
/// Source: Frontiers in Environmental Science 12 (2024), doi:10.3389/fenvs.2024.1404760.
/// </remarks>
public static class JxLedger
{
    private const string Money = "Table 7 of the article, with domestic sink prices, exchange rate and Engel coefficient";

    private static readonly Dictionary<string, string> Topics = new()
    {
        ["1"] = "introduction", ["2.1.1"] = "emission factors", ["2.1.2"] = "absorption factors", ["2.2"] = "ECC", ["2.3"] = "ESC", ["2.4"] = "compensation",
        ["3.1"] = "region", ["3.2"] = "data", ["3.3"] = "land use", ["4.1"] = "emissions", ["4.2"] = "absorption", ["4.3.1"] = "budget", ["4.3.2"] = "ECC",
        ["4.3.3"] = "ESC", ["4.4.1"] = "zones", ["4.4.2"] = "payments", ["5"] = "discussion", ["6.1"] = "conclusions",
    };

    /// <summary>Makes the ledger.</summary>
    /// <param name="study">The case, with coefficients as printed.</param>
    public static Ledger Of(JiangxiCase study)
    {
        var jx = new JxNumbers(study);
        var constructed = JiangxiHoldOuts.Of(study).All.ToDictionary(h => h.Printed.Id);
        return Ledger.Of("Jiangxi's carbon budget and compensation (Frontiers in Environmental Science 12, 2024)", jx.Published,
            [.. JxRegionChecks.Of(jx), .. JxEmissionChecks.Of(jx), .. JxSinkChecks.Of(jx), .. JxBudgetChecks.Of(jx), .. JxStatementChecks.Of(jx)],
            Otherwise, open => Beside(open with { WouldCheck = open.WouldCheck.Length > 0 ? open.WouldCheck : Checks(jx.Published[open.Id]) }, constructed))
            with { Topics = Topics };
    }

    private static Recomputation Beside(Recomputation open, Dictionary<string, HoldOutTest> constructed) =>
        constructed.TryGetValue(open.Id, out var held) ? open.Beside(held)
            : JiangxiConstruction.Used.ContainsKey(open.Id)
                ? open with { Reason = $"{open.Reason}; the construction starts from it, so constructed data say nothing of it" } : open;

    private static Recomputation Otherwise(PublishedNumber published) => published.Kind == "input" ? Recomputation.Given(published.Id,
        "an input or a definition of the study")
        : published.Kind == "descriptive" && published.Section is "2.4" or "3.2" ? Recomputation.Given(published.Id, "a description of the study or of its "
        + "data")
        : Recomputation.Open(published.Id, Missing(published));

    private static string Missing(PublishedNumber published) => published.Kind == "descriptive"
        ? IsWorld(published) ? "a statement about the world or of others' findings, which the study does not compute" : "a description of the region that "
        + "no table of the case holds"
        : published.Item switch
        {
            "functional zone" => "the thresholds of the zones are in Table 6, an image",
            "compensation paid" or "class of compensation" or "city that pays most" or "city that pays second most" =>
                "Table 7 is an image, domestic sink prices, exchange rate and Jiangxi's Engel coefficient are not printed",
            "ESC of the western and northern cities" => "which cities are meant is not said",
            "forest fires 2010 to 2020" => "fires are counted by no table of the case",
            "second user of energy" => "energy by user is not printed, but for industry's",
            "city with the smallest built-up area" => "Table 1 has the land of the province alone and is an image",
            _ when IsPattern(published) => "the maps are images, and how a pattern was judged is not said",
            _ when IsSize(published) => "from which size on is not said",
            _ when IsBudget(published) => "Tables 2, 3 and 5 are images, so the city's emissions or absorption are not printed",
            _ when published.Item.Contains("absorption", StringComparison.Ordinal) => "Table 3 is an image and the study's land-use map is not public",
            _ => "Table 2 is an image, so the cities' emissions are not printed",
        };

    private static string Checks(PublishedNumber published) => published.Kind == "descriptive"
        ? IsWorld(published) ? "the works that the sentence cites" : "statistical yearbooks and plans of Jiangxi"
        : published.Item switch
        {
            "functional zone" => "Table 6 of the article, with Tables 2, 3 and 5",
            "compensation paid" or "class of compensation" or "city that pays most" or "city that pays second most" => Money,
            "forest fires 2010 to 2020" => "forest fires by year, yearbooks of Jiangxi or China",
            "second user of energy" => "the energy balance of Jiangxi for 2020",
            "city with the smallest built-up area" => "built-up area by city, Urban Construction Statistical Yearbook",
            _ when published.Section == "3.3" || published.Item.Contains("land, ", StringComparison.Ordinal) => "Table 1 of the article, or its land-use "
                + "maps of 2010 and 2020",
            _ when published.Item.StartsWith("energy per GDP", StringComparison.Ordinal) => "energy per GDP by city and year, Jiangxi Statistical Yearbook",
            _ when IsPattern(published) => "the article's maps with numbers, and a rule for naming a pattern",
            _ when IsSize(published) => "Tables 2, 3 and 5 of the article, and a stated measure of differences",
            _ when IsBudget(published) => "Tables 2, 3 and 5 of the article",
            _ when published.Item.Contains("absorption", StringComparison.Ordinal) => "Table 3 of the article",
            _ => "Table 2 of the article",
        };

    private static bool IsWorld(PublishedNumber published) => published.Section == "1" || published.Region is "" or "World";

    private static bool IsPattern(PublishedNumber published) => published.Item.StartsWith("spatial pattern", StringComparison.Ordinal);

    private static bool IsSize(PublishedNumber published) => published.Item.StartsWith("size of", StringComparison.Ordinal) || published.Printed is "stable"
        || published.Item.StartsWith("regional differences", StringComparison.Ordinal);

    private static bool IsBudget(PublishedNumber published) => published.Item.StartsWith("ECC", StringComparison.Ordinal)
        || published.Item.StartsWith("ESC", StringComparison.Ordinal) || published.Item.Contains("budget", StringComparison.Ordinal);
}
