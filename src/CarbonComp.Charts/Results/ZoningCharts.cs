namespace CarbonComp.Charts;

/// <summary>Figures of classes and functional zones in one call.</summary>
public static class ZoningCharts
{
    private static readonly Dictionary<FunctionalZone, ThemeColor> Colors = new()
    {
        [FunctionalZone.CarbonSink] = Theme.Series(2), [FunctionalZone.LowCarbonOptimization] = Theme.Series(0),
        [FunctionalZone.TotalControl] = Theme.Series(1), [FunctionalZone.IntensityControl] = Theme.Series(3),
    };

    /// <inheritdoc cref="CarbonChart.ClassMap(RegionMap, Classification)"/>
    public static CarbonFigure ToMap(this Classification classes, RegionMap map) => CarbonChart.ClassMap(map, classes);

    /// <summary>The four functional zones on a map, each in its colour in every year; a region without a zone is grey.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="map">A map that has the regions.</param>
    /// <exception cref="AxisException">A zone of a region that the map does not have.</exception>
    public static CarbonFigure ToZoneMap(this FunctionalZones zones, RegionMap map)
    {
        const string Missing = "no value";
        var regions = zones.Emissions.Axis;
        foreach (var code in regions.Codes) map.Regions.IndexOf(code);
        return CarbonChart.ZoneMap(map, "functional zone",
            [.. map.Regions.Codes.Select(code => regions.Contains(code) ? FunctionalZones.NameOf(zones.Zones[regions.IndexOf(code)]) : Missing)], zones.Status,
            new Dictionary<string, ThemeColor>(Colors.Select(c => KeyValuePair.Create(FunctionalZones.NameOf(c.Key), c.Value))) { [Missing] = Theme.Missing });
    }

    /// <summary>Economic contribution across, ecological support up, each region in the colour of its zone; lines at 1 and where sink areas begin.</summary>
    /// <param name="zones">The zones.</param>
    public static CarbonFigure ToQuadrant(this FunctionalZones zones)
    {
        var thresholds = zones.Thresholds;
        var figure = CarbonChart.Quadrant(zones.Contribution.Named("economic contribution coefficient"),
            zones.Support.Named("ecological support coefficient"), thresholds.Contribution, 1,
            "Earns and absorbs more than it emits", "Absorbs more", "Earns and absorbs less", "Earns more");
        var vertical = figure.Layout.YAxes[0];
        double low = vertical.Range![0], high = Math.Max(vertical.Range[1], thresholds.SinkSupport + 0.15 * (vertical.Range[1] - low));
        var sink = Colors[FunctionalZone.CarbonSink].ToString();
        return figure with
        {
            Traces =
            [
                .. figure.Traces.OfType<ScatterTrace>()
                    .Select(t => t with { Marker = t.Marker! with { Color = zones.Zones.Select(z => Colors[z].ToString()).ToArray(), Opacity = 1 } }),
                .. Enum.GetValues<FunctionalZone>().Where(zones.Zones.Contains).Select(z => FigureParts.Key(FunctionalZones.NameOf(z), Colors[z])),
            ],
            Layout = figure.Layout with
            {
                Title = new("Economic contribution and ecological support by functional zone"), ShowLegend = true, Height = 620,
                YAxes = [vertical with { Range = [low, high] }],
                Shapes = [.. figure.Layout.Shapes,
                    new() { X0 = 0, X1 = 1, XRef = "x domain", Y0 = thresholds.SinkSupport,
                        Y1 = thresholds.SinkSupport, Line = new(sink, 1.5, "dot"), Layer = "below" }],
                Annotations =
                [
                    .. figure.Layout.Annotations,
                    new()
                    {
                        Text = FormattableString.Invariant($"sink areas from {thresholds.SinkSupport:0.##}"),
                        X = 1, XRef = "x domain", Y = thresholds.SinkSupport,
                        XAnchor = "right", YAnchor = "bottom", XShift = -4, YShift = 1, Font = new(Size: Theme.SmallSize, Color: sink),
                    },
                ],
            },
            Caption = FigureCaption.Of([figure.Caption, new(zones.Status, "Dotted: sink areas begin. "
                + FormattableString.Invariant($"Little emission is below {100 * thresholds.LowEmission:0.#} % of the regions' mean, ")
                + FormattableString.Invariant($"much from {100 * thresholds.HighEmission:0.#} % on"))]),
        };
    }
}
