namespace CarbonComp.Charts;

/// <summary>Figures of carbon gains and losses in one call.</summary>
public static class GainsAndLossesCharts
{
    /// <summary>The inter-regional balance across, the intra-regional one up.</summary>
    /// <param name="balance">The gains and losses.</param>
    public static CarbonFigure ToQuadrant(this CarbonGainsAndLosses balance) => CarbonChart.Quadrant(balance.InterRegional, balance.IntraRegional, 0, 0,
        "surplus in both", "surplus within only", "deficit in both", "surplus between only");

    /// <summary>The inter-regional balance: surplus to the right, deficit to the left, in the colours of the maps.</summary>
    /// <param name="balance">The gains and losses.</param>
    public static CarbonFigure ToInterRegionalBars(this CarbonGainsAndLosses balance) => Bars(balance.InterRegional);

    /// <summary>The intra-regional balance: surplus to the right, deficit to the left, in the colours of the maps.</summary>
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

    // Above zero is owed to the region here, so the two colours change places.
    private static CarbonFigure Bars(LabelledVector values)
    {
        var figure = CarbonChart.DivergingBar(values, "surplus", "deficit");
        return figure with
        {
            Traces = [.. figure.Traces.Select(t => t is BarTrace { Name: "surplus" or "deficit" } bar
                ? bar with { Marker = new() { Color = (bar.Name == "surplus" ? Theme.Receiver : Theme.Payer).ToString() } } : t)],
        };
    }

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
