namespace CarbonComp.Studies;

/// <summary>The reproduction ledger of BTH: each number and statement that the paper prints, recomputed where it can be.</summary>
/// <remarks>
/// A number is recomputed from the paper's own other numbers, or from public statistics where it describes the region. It
/// is contradicted only by these; what depends on the authors' unpublished tables, maps or energy data is not checkable, and
/// says what would check it. No parameter is chosen to make a number agree. Five are not printed and are taken from the rows that
/// they explain: the standards of the three payers of 4.3.2 (Tianjin, Tangshan, Handan), each from one payment, and the surpluses of
/// Beijing and Qinhuangdao, each from one intensity of Table 3. The eleven payments and ten intensities that follow with them are
/// therefore sixteen independent checks.
/// </remarks>
public static class BthLedger
{
    private static readonly string[] World = ["s1-peak-year", "s1-neutrality-year", "s32-market-year"];

    private static readonly Dictionary<string, string> Topics = new()
    {
        ["1"] = "introduction", ["3.1"] = "region", ["3.2"] = "data", ["3.3.1"] = "emissions, table", ["3.3.1.2"] = "transfers", ["Table 1"] = "densities",
        ["3.3.2.1"] = "supply", ["3.3.2.2"] = "demand", ["3.3.2.3"] = "ratio", ["3.3.2.4"] = "service flow", ["3.3.3"] = "zoning rule",
        ["Table 2"] = "zoning rule", ["3.3.4"] = "standard", ["4.1.1"] = "emissions", ["4.1.2"] = "net transfers", ["4.1.3"] = "transfers",
        ["4.2.1"] = "supply", ["4.2.2"] = "demand", ["4.2.3"] = "ratio", ["4.2.4"] = "service flow", ["Table 3"] = "service flow",
        ["4.3.1"] = "paid for carbon", ["4.3.2"] = "paid for service", ["4.3.3"] = "paid for both", ["Table 4"] = "zones", ["5.1"] = "discussion",
        ["5.2"] = "standards", ["6.1"] = "conclusions", ["6.3"] = "limits",
    };

    /// <summary>Makes the ledger.</summary>
    /// <param name="study">The case, with its published numbers.</param>
    /// <param name="map">The cities on the map, for distances and overlaps.</param>
    public static Ledger Of(BeijingTianjinHebei study, RegionMap map)
    {
        var published = study.Published;
        var regions = study.Package["regions"];
        GeoPoint[] otherCores = [.. regions.Numbers("centroid_longitude").Zip(regions.Numbers("centroid_latitude"), (x, y) => new GeoPoint(x, y))];
        Recomputation[] all =
        [
            .. BthRegionChecks.Of(published, study, map), .. BthEquationChecks.Of(published, study, map), .. BthEmissionChecks.Of(published, study),
            .. BthSinkChecks.Of(published, study), .. BthFlowChecks.Of(published, map, otherCores),
            .. BthZoneChecks.Of(published), .. BthMoneyChecks.Of(published, study), .. BthRankChecks.Of(published),
        ];
        return Ledger.Of("Chen et al. (2025), Beijing–Tianjin–Hebei", published, all, Otherwise) with { Topics = Topics };
    }

    private static Recomputation Otherwise(PublishedNumber published) => published switch
    {
        { Kind: "input" } => Recomputation.Given(published.Id, "an input or a definition of the study"),
        { Id: var id } when World.Contains(id) => Recomputation.Open(id, "a public fact that the study only cites", null,
            "the government's announcements"),
        { Id: "s413-steel-share" } => Recomputation.Open(published.Id, "steel by city is in no table of the case", null, "crude steel by city, Hebei "
            + "Statistical Yearbook"),
        { Id: "s422-coal-share" } => Recomputation.Open(published.Id, "energy use by city is in no table of the case", null, "energy use by city and fuel"),
        { Id: "s422-density-high" } => Recomputation.Open(published.Id, "of zones on the paper's population grid", null, "the grids behind Fig. 7 and 8, "
            + "with population and night light"),
        { Kind: "descriptive" } => Recomputation.Given(published.Id, "a description of the study or of its data"),
        _ => throw new CarbonCompException($"{published.Id} has no verdict: say how it is recomputed, or what would check it."),
    };
}
