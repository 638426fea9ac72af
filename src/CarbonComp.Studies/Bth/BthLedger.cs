namespace CarbonComp.Studies;

/// <summary>The reproduction ledger of BTH: each number that the paper prints, recomputed where it can be.</summary>
/// <remarks>
/// A number is recomputed from the paper's own other numbers, or from public statistics where it describes the region. It
/// is contradicted only by these; what depends on the authors' unpublished tables, maps or energy data is not checkable, and
/// says what is missing. Nothing is fitted to agree.
/// </remarks>
public static class BthLedger
{
    /// <summary>Makes the ledger.</summary>
    /// <param name="study">The case, with its published numbers.</param>
    /// <param name="map">The cities on the map, for distances and overlaps.</param>
    public static Ledger Of(BeijingTianjinHebei study, RegionMap map)
    {
        var published = study.Published;
        Recomputation[] all =
        [
            .. BthRegionChecks.Of(published, study, map), .. BthSinkChecks.Of(published, study), .. BthFlowChecks.Of(published, map),
            .. BthZoneChecks.Of(published), .. BthMoneyChecks.Of(published, study),
        ];
        return Ledger.Of("Chen et al. (2025), Beijing–Tianjin–Hebei", published, all, p => Recomputation.Open(p.Id, Missing(p)));
    }

    private static string Missing(PublishedNumber published) => published.Kind switch
    {
        "input" => "an input or a definition of the study, taken as given",
        "descriptive" => "a description of the study or its region that no table of the case holds",
        _ => published.Section switch
        {
            "4.1.1" => "the authors' energy data by city and sector are not published",
            "4.1.2" or "4.1.3" => "the authors' multi-regional table is not published",
            "4.2.2" => "the authors' population and night-light grids and coefficients are not published",
            "4.2.1" or "4.2.3" => "the authors' land-use map and the values of the other cities are not published",
            "5.2" => "the paper prints no payment or flow from which this city's standard would follow",
            _ => "the flows or coefficients behind it are not published",
        },
    };
}
