using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

// What maps are drawn of: outlines, surroundings and names.
internal static class MapParts
{
    private const double NameSize = 11;

    public static string Outlines(RegionMap map) => string.Join(" ", map.Notes.Prepend($"Outlines: {map.Source}."));

    public static ScatterTrace Outline(MapCanvas canvas, int region, ThemeColor fill, string? hover)
    {
        var (x, y) = canvas.Rings(region);
        var area = Area(x, y, fill.ToString(), hover ?? "", new(Theme.Muted.ToString(), 0.8));
        return hover is null ? area with { HoverInfo = "skip", Text = null } : area;
    }

    public static IEnumerable<Trace> Surroundings(RegionMap map, MapCanvas canvas) =>
        map.Surroundings.Select((s, k) => Outline(canvas, map.Regions.Count + k, ThemeColor.Parse("#F2F2F2"), Label.Hover(s.Name, "no figures")));

    public static IEnumerable<Trace> Names(MapCanvas canvas, RegionAxis regions, IReadOnlyList<ThemeColor?> grounds, Func<string, double>? weight = null) =>
        MapNames.Thinned([.. Names([.. canvas.Centres.Take(regions.Count)], regions.Labels, grounds)], canvas.KilometresPerPixel, weight);

    // Names run over borders: a halo of the opposite tone keeps them readable there.
    public static IEnumerable<ScatterTrace> Names(IReadOnlyList<(double X, double Y)> places,
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
