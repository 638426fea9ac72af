namespace CarbonComp.Charts;

/// <summary>Figures of carbon gains and losses in one call.</summary>
public static class GainsAndLossesCharts
{
    /// <summary>The inter-regional deficit across, the intra-regional one up: what is owed is positive, as everywhere.</summary>
    /// <param name="balance">The gains and losses.</param>
    public static CarbonFigure ToQuadrant(this CarbonGainsAndLosses balance) => CarbonChart.Quadrant(Deficit(balance.InterRegional),
        Deficit(balance.IntraRegional), 0, 0, "deficit in both", "deficit within only", "surplus in both", "deficit between only");

    /// <summary>The balance between regions: a deficit owes and is to the right, a surplus is owed and is to the left.</summary>
    /// <param name="balance">The gains and losses.</param>
    public static CarbonFigure ToInterRegionalBars(this CarbonGainsAndLosses balance) => Bars(balance.InterRegional);

    /// <summary>The balance within regions: a deficit owes and is to the right, a surplus is owed and is to the left.</summary>
    /// <param name="balance">The gains and losses.</param>
    public static CarbonFigure ToIntraRegionalBars(this CarbonGainsAndLosses balance) => Bars(balance.IntraRegional);

    /// <summary>Which regions are neutral, in surplus or in deficit between regions.</summary>
    /// <param name="balance">The gains and losses.</param>
    /// <param name="map">A map that has the regions, and may have more.</param>
    /// <param name="name">The name of the map's quantity.</param>
    /// <exception cref="AxisException">A region that the map does not have.</exception>
    public static CarbonFigure ToInterRegionalMap(this CarbonGainsAndLosses balance, RegionMap map, string name = "inter-regional balance") =>
        Types(balance, balance.InterRegionalTypes, map, name);

    /// <summary>Which regions are neutral, in surplus or in deficit within themselves.</summary>
    /// <inheritdoc cref="ToInterRegionalMap"/>
    public static CarbonFigure ToIntraRegionalMap(this CarbonGainsAndLosses balance, RegionMap map, string name = "intra-regional balance") =>
        Types(balance, balance.IntraRegionalTypes, map, name);

    private static CarbonFigure Bars(LabelledVector surplus) => CarbonChart.DivergingBar(Deficit(surplus), "deficit, owes", "surplus, is owed");

    // Positive owes (docs/methods.md#balance), so a surplus is turned before it is shown.
    private static LabelledVector Deficit(LabelledVector surplus) => (-surplus).Named(surplus.Name.Replace("balance", "deficit", StringComparison.Ordinal));

    private static CarbonFigure Types(CarbonGainsAndLosses balance, IReadOnlyList<CarbonBalanceType> types, RegionMap map, string name)
    {
        foreach (var code in balance.Regions.Codes) map.Regions.IndexOf(code);
        string Word(Region region) => !balance.Regions.Contains(region.Code) ? "no inventory"
            : types[balance.Regions.IndexOf(region.Code)] switch { CarbonBalanceType.Surplus => "surplus",
                CarbonBalanceType.Deficit => "deficit", _ => "neutral" };
        return CarbonChart.ZoneMap(map, name, [.. map.Regions.Select(Word)], balance.Status, new Dictionary<string, ThemeColor>
        {
            ["deficit"] = Theme.Payer, ["surplus"] = Theme.Receiver, ["neutral"] = Theme.Neutral, ["no inventory"] = Theme.Missing,
        });
    }
}
