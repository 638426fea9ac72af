namespace CarbonComp.Charts;

public static partial class CarbonChart
{
    private const double NameSize = 11;

    private const int ManyRegions = 20;

    /// <summary>The regions of a map coloured by their numbers. No map service: the outlines are the map's own, on the equal-area plane.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="values">The numbers along regions of the map; a region without one is grey.</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <exception cref="AxisException">A number of a region that the map does not have.</exception>
    public static CarbonFigure ChoroplethMap(RegionMap map, LabelledVector values, HeatmapScale scale = HeatmapScale.Automatic) =>
        Choropleth(map, MapCanvas.Of(map), Readable(values),
            Coloring.Of([.. Readable(values).Values], scale, values.Name, new(values.Name, Readable(values).Unit)));

    /// <summary>Several maps of the same regions that share one colour scale, side by side.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="values">The numbers of each map, of one kind of unit; their names are the maps' titles.</param>
    /// <param name="columns">The number of maps in a row.</param>
    /// <param name="scale">How numbers become colours.</param>
    /// <exception cref="CarbonCompException">No numbers.</exception>
    public static CarbonFigure ChoroplethMaps(RegionMap map, IReadOnlyList<LabelledVector> values, int columns = 3, HeatmapScale scale = HeatmapScale.Automatic)
    {
        if (values.Count == 0) throw new CarbonCompException("There is nothing to map. Give at least one vector.");
        var name = values.Count == 1 ? values[0].Name : Common(values.Select(v => v.Name));
        var unit = Readable(values.SelectMany(v => v.In(values[0].Unit).Values), values[0].Unit);
        var readable = values.Select(v => v.In(unit)).ToArray();
        var coloring = Coloring.Of([.. readable.SelectMany(v => v.Values)], scale, name, new(name, unit));
        var canvas = MapCanvas.Of(map);
        return Grid([.. readable.Select((v, i) => Choropleth(map, canvas, v, coloring, bar: i == 0))], columns, name);
    }

    /// <summary>A disc in each region, its area by the number, above zero in one colour and below in another.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="values">The numbers along regions of the map.</param>
    /// <param name="above">The legend's name for numbers above zero, where some are below.</param>
    /// <param name="below">The legend's name for numbers below zero.</param>
    public static CarbonFigure BubbleMap(RegionMap map, LabelledVector values, string above = "pays", string below = "receives")
    {
        int[] places = [.. values.Axis.Codes.Select(map.Regions.IndexOf)];
        var canvas = MapCanvas.Of(map, colorBar: 120);
        return Discs(canvas, [.. places.Select(i => canvas.Centres[i])], values, above, below, Outlines(map),
            [.. Surroundings(map, canvas), .. map.Regions.Select((_, i) => Region(canvas, i, ThemeColor.Parse("#F2F2F2"), null))]);
    }

    /// <summary>A disc at each place, for regions whose boundaries are not at hand.</summary>
    /// <param name="places">The places of the discs, in the order of the values.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="above">The legend's name for numbers above zero, where some are below.</param>
    /// <param name="below">The legend's name for numbers below zero.</param>
    /// <exception cref="CarbonCompException">Another number of places than values.</exception>
    public static CarbonFigure BubbleMap(IReadOnlyList<GeoPoint> places, LabelledVector values, string above = "pays", string below = "receives")
    {
        if (places.Count != values.Axis.Count)
            throw new CarbonCompException($"There are {places.Count} places for the {values.Axis.Count} values of {values.Name}. Give one for each.");
        var canvas = MapCanvas.Of(places,
            EqualAreaProjection.Around(places.Select(p => new NetTopologySuite.Geometries.Point(p.Longitude, p.Latitude))), 120);
        return Discs(canvas, canvas.Centres, values, above, below, null, []);
    }

    /// <summary>An arrow for each of the largest flows between regions of a map, as wide as its amount.</summary>
    /// <param name="map">The regions' outlines.</param>
    /// <param name="flows">Amounts from row to column, both regions of the map; none below zero.</param>
    /// <param name="top">The largest number of flows that are drawn.</param>
    /// <exception cref="CarbonCompException">An amount below zero, or nothing to draw.</exception>
    public static CarbonFigure FlowMap(RegionMap map, LabelledMatrix flows, int top = 20)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var (kept, note) = LargestFlows(flows, top, own: false);
        var unit = Readable(kept.Select(f => f.Amount), flows.Unit);
        var factor = flows.Unit.To(unit);
        // Arrows between many regions need room.
        var canvas = map.Regions.Count > ManyRegions ? MapCanvas.Of(map, colorBar: 0, height: 780) : MapCanvas.Of(map, colorBar: 0);
        (double X, double Y) At(CarbonComp.Axis axis, int i) => canvas.Centres[map.Regions.IndexOf(axis.Codes[i])];
        var most = kept[0];
        // Who gives or takes much is named first where names are in each other's way.
        var weights = kept.SelectMany(f =>
            new[] { (At: map.Regions.IndexOf(flows.Rows.Codes[f.Row]), f.Amount), (At: map.Regions.IndexOf(flows.Columns.Codes[f.Column]), f.Amount) })
            .GroupBy(end => Label.Escape(map.Regions.Labels[end.At])).ToDictionary(g => g.Key, g => g.Max(end => end.Amount));
        string Words((int Row, int Column, double Amount) f) => $"{flows.Rows.Labels[f.Row]} to {flows.Columns.Labels[f.Column]}";
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((_, i) => Region(canvas, i, ThemeColor.Parse("#F2F2F2"), Label.Hover(Label.Full(map.Regions, i)))),
                .. kept.Select(f =>
                {
                    var (x, y) = FlowArrow.Outline(At(flows.Rows, f.Row), At(flows.Columns, f.Column),
                        Math.Max(1.5, 16 * f.Amount / most.Amount) * canvas.KilometresPerPixel, canvas.KilometresPerPixel);
                    return Area(x, y, Theme.Primary.WithAlpha(0.62),
                        Label.Hover($"{Label.Full(flows.Rows, f.Row)} → {Label.Full(flows.Columns, f.Column)}",
                            $"{flows.Name}: {Label.Number(f.Amount * factor, unit)}"),
                        new(Theme.Background.ToString(), 0.6));
                }),
                .. Names(canvas, map.Regions, [.. map.Regions.Select(_ => (ThemeColor?)null)], name => weights.GetValueOrDefault(name)),
            ],
            Layout = canvas.Layout(new Quantity(flows.Name, unit).Heading) with { Quantity = new(flows.Name, unit) },
            Caption = new(flows.Status,
                $"An arrow is as wide as its amount, the widest {Words(most)}: {Label.Number(most.Amount * factor, unit)}.{(note is null ? "" : " " + note)} "
                + $"{Outlines(map)}"),
            Summary = $"Flow map of {flows.Name}: {kept.Count} flows, the largest {Words(most)} {Label.Number(most.Amount * factor, unit)}",
        };
    }

    private static CarbonFigure Choropleth(RegionMap map, MapCanvas canvas, LabelledVector values, Coloring coloring, bool bar = true)
    {
        foreach (var code in values.Axis.Codes) map.Regions.IndexOf(code);
        double? Of(Region r) => values.Axis.Contains(r.Code) ? values[r.Code] : null;
        ThemeColor Colour(Region r) => Of(r) is { } v && coloring.Of(v) is { } color ? color : Theme.Missing;
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((r, i) => Region(canvas, i, Colour(r), Label.Hover(Label.Full(map.Regions, i),
                    $"{values.Name}: {(Of(r) is { } v ? Label.Number(v, values.Unit) : "no value")}"))),
                .. Names(canvas, map.Regions, [.. map.Regions.Select(r => (ThemeColor?)Colour(r))]),
                // Outlines have no scale of their own; a mark that is nowhere carries the colour bar.
                new ScatterTrace
                {
                    X = new double?[] { null }, Y = new double?[] { null }, HoverInfo = "skip", ShowLegend = false,
                    Marker = new()
                    {
                        ColorScale = coloring.Scale.ToPlotly(), CMin = coloring.Low, CMax = coloring.High,
                        ShowScale = bar, ColorBar = bar ? coloring.Bar : null, ColorValues = new[] { coloring.Low },
                    },
                },
            ],
            Layout = canvas.Layout(Label.Sentence(values.Name)) with { Quantity = new(values.Name, values.Unit) },
            Caption = new(ValueStatuses.Weakest(values.Status, map.Status), map.Regions.Any(r => Of(r) is null)
                ? $"Grey: no value. {Outlines(map)}" : Outlines(map)),
            Summary = $"Map of {values.Name} in {values.Axis.Count} {values.Axis.Kinds}: {Extremes(values)}",
        };
    }

    private static CarbonFigure Discs(MapCanvas canvas, IReadOnlyList<(double X, double Y)> places,
        LabelledVector given, string above, string below, string? outlines, IReadOnlyList<Trace> ground)
    {
        var values = Readable(given);
        var largest = values.Values.AbsoluteMaximum();
        var signed = values.Values.Minimum() < 0;
        int[] order = [.. Enumerable.Range(0, places.Count).OrderByDescending(i => Math.Abs(values[i]))];
        double Diameter(int i) => largest == 0 ? 5 : Math.Max(5, 64 * Math.Sqrt(Math.Abs(values[i]) / largest));
        Trace Of(string name, ThemeColor color, Func<double, bool> belongs, bool legend)
        {
            int[] mine = [.. order.Where(i => belongs(values[i]))];
            return new ScatterTrace
            {
                Name = name, ShowLegend = legend && mine.Length > 0, X = mine.Select(i => places[i].X).ToArray(), Y = mine.Select(i => places[i].Y).ToArray(),
                Marker = new()
                {
                    Color = color.ToString(), Opacity = 0.72, Line = new(Theme.Background.ToString(), 1),
                    Size = mine.Select(Diameter).ToArray(),
                },
                HoverInfo = "text", HoverText =
                    mine.Select(i => Label.Hover(Label.Full(values.Axis, i), $"{values.Name}: {Label.Number(values[i], values.Unit)}")).ToArray(),
            };
        }
        var top = values.Values.AbsoluteMaximumIndex();
        return new CarbonFigure
        {
            Traces =
            [
                .. ground,
                .. signed ? new[] { Of(above, Theme.Payer, v => v > 0, true),
                    Of(below, Theme.Receiver, v => v < 0, true), Of("neither", Theme.Neutral, v => v == 0, true) }
                    : [Of(values.Name, Theme.Primary, _ => true, false)],
                // Names are on large discs and above small ones.
                .. Names([.. places.Select((p, i) => Diameter(i) > 44 ? p : (p.X, p.Y + (Diameter(i) / 2 + 8) * canvas.KilometresPerPixel))],
                    values.Axis.Labels, [.. places.Select(_ => (ThemeColor?)null)]),
            ],
            Layout = canvas.Layout(new Quantity(values.Name, values.Unit).Heading) with { ShowLegend = signed, Quantity = new(values.Name, values.Unit) },
            Caption = new(values.Status,
                $"A disc's area is its amount, the largest {values.Axis.Labels[top]}: "
                + $"{Label.Number(values[top], values.Unit)}.{(outlines is null ? "" : " " + outlines)}"),
            Summary = $"Map of discs of {values.Name} at {places.Count} {values.Axis.Kinds}: {Extremes(values)}",
        };
    }

    private static string Outlines(RegionMap map) => string.Join(" ", map.Notes.Prepend($"Outlines: {map.Source}."));

    private static ScatterTrace Region(MapCanvas canvas, int region, ThemeColor fill, string? hover)
    {
        var (x, y) = canvas.Rings(region);
        var area = Area(x, y, fill.ToString(), hover ?? "", new(Theme.Muted.ToString(), 0.8));
        return hover is null ? area with { HoverInfo = "skip", Text = null } : area;
    }

    private static IEnumerable<Trace> Surroundings(RegionMap map, MapCanvas canvas) =>
        map.Surroundings.Select((s, k) => Region(canvas, map.Regions.Count + k, ThemeColor.Parse("#F2F2F2"), Label.Hover(s.Name, "no figures")));

    private static IEnumerable<Trace> Names(MapCanvas canvas, RegionAxis regions, IReadOnlyList<ThemeColor?> grounds, Func<string, double>? weight = null) =>
        MapNames.Thinned([.. Names([.. canvas.Centres.Take(regions.Count)], regions.Labels, grounds)], canvas.KilometresPerPixel, weight);

    // Names run over borders: a halo of the opposite tone keeps them readable there.
    private static IEnumerable<ScatterTrace> Names(IReadOnlyList<(double X, double Y)> places,
        IReadOnlyList<string> names, IReadOnlyList<ThemeColor?> grounds) =>
        Enumerable.Range(0, places.Count).GroupBy(i => grounds[i] is { } ground ? Theme.TextOn(ground) : Theme.Text).Select(tone => new ScatterTrace
        {
            Mode = "text", X = tone.Select(i => places[i].X).ToArray(),
            Y = tone.Select(i => places[i].Y).ToArray(), Text = tone.Select(i => Label.Escape(names[i])).ToArray(),
            ShowLegend = false, HoverInfo = "skip",
            TextFont = new(Theme.FontFamily, NameSize, tone.Key.ToString(),
                string.Join(",", Enumerable.Repeat($"0 0 3px {(tone.Key == Theme.Text ? Theme.Background : Theme.Text)}", 3))),
        });
}
