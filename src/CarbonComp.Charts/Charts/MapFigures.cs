using static CarbonComp.Charts.FigureParts;
using static CarbonComp.Charts.MapParts;

namespace CarbonComp.Charts;

internal static class MapFigures
{
    private const int ManyRegions = 20;

    public static CarbonFigure ChoroplethMap(RegionMap map, LabelledVector values, HeatmapScale scale) =>
        Choropleth(map, MapCanvas.Of(map), Readable(values),
            Coloring.Of([.. Readable(values).Values], scale, values.Name, new(values.Name, Readable(values).Unit)));

    public static CarbonFigure ChoroplethMaps(RegionMap map, IReadOnlyList<LabelledVector> values, int columns, HeatmapScale scale)
    {
        if (values.Count == 0) throw new CarbonCompException("There is nothing to map. Give at least one vector.");
        var name = values.Count == 1 ? values[0].Name : Common(values.Select(v => v.Name));
        var unit = Readable(values.SelectMany(v => v.In(values[0].Unit).Values), values[0].Unit);
        var readable = values.Select(v => v.In(unit)).ToArray();
        var coloring = Coloring.Of([.. readable.SelectMany(v => v.Values)], scale, name, new(name, unit));
        var canvas = MapCanvas.Of(map);
        return GridFigures.Grid([.. readable.Select((v, i) => Choropleth(map, canvas, v, coloring, bar: i == 0))], columns, name);
    }

    public static CarbonFigure BubbleMap(RegionMap map, LabelledVector values, string above, string below)
    {
        int[] places = [.. values.Axis.Codes.Select(map.Regions.IndexOf)];
        var canvas = MapCanvas.Of(map, colorBar: 120);
        return Discs(canvas, [.. places.Select(i => canvas.Centres[i])], values, above, below, Outlines(map),
            [.. Surroundings(map, canvas), .. map.Regions.Select((_, i) => Outline(canvas, i, ThemeColor.Parse("#F2F2F2"), null))]);
    }

    public static CarbonFigure BubbleMap(IReadOnlyList<GeoPoint> places, LabelledVector values, string above, string below)
    {
        if (places.Count != values.Axis.Count)
            throw new CarbonCompException($"There are {places.Count} places for the {values.Axis.Count} values of {values.Name}. Give one for each.");
        var canvas = MapCanvas.Of(places,
            EqualAreaProjection.Around(places.Select(p => new NetTopologySuite.Geometries.Point(p.Longitude, p.Latitude))), 120);
        return Discs(canvas, canvas.Centres, values, above, below, null, []);
    }

    public static CarbonFigure FlowMap(RegionMap map, LabelledMatrix flows, int top)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var (kept, note) = SankeyFigures.LargestFlows(flows, top, own: false);
        var unit = Readable(kept.Select(f => f.Amount), flows.Unit);
        var factor = flows.Unit.To(unit);
        // Arrows between many regions need room.
        var canvas = map.Regions.Count > ManyRegions ? MapCanvas.Of(map, colorBar: 0, height: 780) : MapCanvas.Of(map, colorBar: 0);
        (double X, double Y) At(CarbonComp.Axis axis, int i) => canvas.Centres[map.Regions.IndexOf(axis.Codes[i])];
        var most = kept.Count > 0 ? kept[0] : default;
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
                .. map.Regions.Select((_, i) => Outline(canvas, i, ThemeColor.Parse("#F2F2F2"), Label.Hover(Label.Full(map.Regions, i)))),
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
                (kept.Count == 0 ? note : $"An arrow is as wide as its amount, the widest {Words(most)}: {Label.Number(most.Amount * factor, unit)}."
                    + (note is null ? "" : " " + note)) + $" {Outlines(map)}"),
            Summary = $"Flow map of {flows.Name}: "
                + (kept.Count == 0 ? "nothing flows" : $"{kept.Count} flows, the largest {Words(most)} {Label.Number(most.Amount * factor, unit)}"),
        };
    }

    private static CarbonFigure Choropleth(RegionMap map, MapCanvas canvas, LabelledVector values, Coloring coloring, bool bar = true)
    {
        foreach (var code in values.Axis.Codes) map.Regions.IndexOf(code);
        double? Of(Region r) => values.Axis.Contains(r.Code) ? values[r.Code] : null;
        ThemeColor Colour(Region r) => Of(r) is { } v && coloring.Of(v) is { } color ? color : Theme.Missing;
        var weights = map.Regions.GroupBy(r => Label.Escape(r.Name)).ToDictionary(g => g.Key, g => g.Max(r => Math.Abs(Of(r) ?? 0)));
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((r, i) => Outline(canvas, i, Colour(r), Label.Hover(Label.Full(map.Regions, i),
                    $"{values.Name}: {(Of(r) is { } v ? Label.Number(v, values.Unit) : "no value")}"))),
                // The regions that stand out are named first.
                .. Names(canvas, map.Regions, [.. map.Regions.Select(r => (ThemeColor?)Colour(r))], name => weights.GetValueOrDefault(name)),
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
}
