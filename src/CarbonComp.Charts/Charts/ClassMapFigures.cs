using static CarbonComp.Charts.FigureParts;
using static CarbonComp.Charts.MapParts;

namespace CarbonComp.Charts;

internal static class ClassMapFigures
{
    public static CarbonFigure ZoneMap(RegionMap map, string name, IReadOnlyList<string> categories,
        ValueStatus status, IReadOnlyDictionary<string, ThemeColor>? colors)
    {
        if (categories.Count != map.Regions.Count)
            throw new CarbonCompException($"{name} has {categories.Count} entries for {map.Regions.Count} regions. Give one for each.");
        // Colours that are given say the order of the key as well.
        string[] kinds = [.. (colors?.Keys ?? []).Intersect(categories).Union(categories)];
        var canvas = MapCanvas.Of(map, colorBar: 190);
        ThemeColor Of(string kind) => colors is not null && colors.TryGetValue(kind, out var color) ? color : Theme.Series(Array.IndexOf(kinds, kind));
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((r, i) => Outline(canvas, i, Of(categories[i]), Label.Hover(Label.Full(map.Regions, i), $"{name}: {categories[i]}"))),
                .. Names(canvas, map.Regions, [.. categories.Select(c => (ThemeColor?)Of(c))]),
                .. kinds.Select(k => SquareKey(k, Of(k))),
            ],
            Layout = canvas.Layout(Label.Sentence(name)) with { ShowLegend = true },
            Caption = new(status, Outlines(map)),
            Summary = $"Map of {map.Regions.Count} regions by {name}: "
                + string.Join("; ", kinds.Select(k => $"{k}: {string.Join(", ", map.Regions.Labels.Where((_, i) => categories[i] == k))}")),
        };
    }

    public static CarbonFigure CountMap(RegionMap map, LabelledVector counts, int most)
    {
        foreach (var code in counts.Axis.Codes) map.Regions.IndexOf(code);
        if (counts.Values.Find(v => v != Math.Floor(v) || v < 0 || v > most, MathNet.Numerics.LinearAlgebra.Zeros.Include) is var (at, wrong))
            throw new CarbonCompException(FormattableString.Invariant($"{counts.Name} of {counts.Axis.Labels[at]} is {wrong}. ")
                + FormattableString.Invariant($"A count is a whole number from 0 to {most}."));
        int? Of(Region r) => counts.Axis.Contains(r.Code) ? (int)counts[r.Code] : null;
        ThemeColor Shade(int k) => ColorScale.Sequential.At(most == 0 ? 0.5 : 0.04 + 0.76 * k / most);
        ThemeColor Colour(Region r) => Of(r) is { } k ? Shade(k) : Theme.Missing;
        var canvas = MapCanvas.Of(map, colorBar: 190);
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((r, i) => Outline(canvas, i, Colour(r), Label.Hover(Label.Full(map.Regions, i),
                    $"{counts.Name}: {(Of(r) is { } k ? $"{k} of {most}" : "no value")}"))),
                .. Names(canvas, map.Regions, [.. map.Regions.Select(r => (ThemeColor?)Colour(r))]),
                .. Enumerable.Range(0, most + 1).Reverse().Select(k => SquareKey($"{k}", Shade(k))),
            ],
            Layout = canvas.Layout(Label.Sentence(counts.Name)) with { ShowLegend = true },
            Caption = new(ValueStatuses.Weakest(counts.Status, map.Status),
                $"{(map.Regions.Any(r => Of(r) is null) ? "Grey: no value. " : "")}{Outlines(map)}"),
            Summary = $"Map of {counts.Name}: " + string.Join("; ", Enumerable.Range(0, most + 1)
                .Select(k => (Count: k, Names: map.Regions.Where(r => Of(r) == k).Select(r => r.Name).ToArray()))
                .Select(k => $"{k.Count}: {(k.Names.Length > 0 ? string.Join(", ", k.Names) : "none")}")),
        };
    }

    public static CarbonFigure ClassMap(RegionMap map, Classification classes) => Classes(map, MapCanvas.Of(map, colorBar: 190), classes);

    public static CarbonFigure ClassMaps(RegionMap map, IReadOnlyList<Classification> classes, int columns)
    {
        if (classes.Count == 0) throw new CarbonCompException("There is nothing to map. Give at least one classification.");
        if (classes.FirstOrDefault(c => !c.Names.SequenceEqual(classes[0].Names)) is { } other)
            throw new CarbonCompException($"The classes of {classes[0].Values.Name} ({string.Join(", ", classes[0].Names)}) and of {other.Values.Name} "
                + $"({string.Join(", ", other.Names)}) differ, so one colour would mean two things. "
                + "Give all the same bounds, with FixedClasses or MeanClasses.");
        var canvas = MapCanvas.Of(map);
        return GridFigures.Grid([.. classes.Select(c => Classes(map, canvas, c))], columns, Common(classes.Select(c => c.Values.Name)));
    }

    private static CarbonFigure Classes(RegionMap map, MapCanvas canvas, Classification classes)
    {
        var values = classes.Values;
        foreach (var code in values.Axis.Codes) map.Regions.IndexOf(code);
        int? Of(Region r) => values.Axis.Contains(r.Code) ? classes[r.Code] - 1 : null;
        // Neither so pale that it vanishes on white nor so dark that borders do.
        ThemeColor Shade(int k) => ColorScale.Sequential.At(classes.Count == 1 ? 0.5 : 0.04 + 0.76 * k / (classes.Count - 1));
        ThemeColor Colour(Region r) => Of(r) is { } k ? Shade(k) : Theme.Missing;
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((r, i) => Outline(canvas, i, Colour(r), Label.Hover(Label.Full(map.Regions, i),
                    Of(r) is { } k ? $"{values.Name}: {Label.Number(values[r.Code], values.Unit)}" : $"{values.Name}: no value",
                    Of(r) is { } c ? classes.Names[c] : ""))),
                .. Names(canvas, map.Regions, [.. map.Regions.Select(r => (ThemeColor?)Colour(r))]),
                .. Enumerable.Range(0, classes.Count).Reverse().Select(k => SquareKey(classes.Names[k], Shade(k))),
            ],
            Layout = canvas.Layout(Label.Sentence(values.Name)) with { ShowLegend = true },
            Caption = new(ValueStatuses.Weakest(classes.Status, map.Status),
                $"Classes: {classes.Method}. {(map.Regions.Any(r => Of(r) is null) ? "Grey: no value. " : "")}{Outlines(map)}"),
            Summary = $"Map of {values.Name} in {classes.Count} classes: " + string.Join("; ", Enumerable.Range(1, classes.Count)
                .Select(k => $"{classes.Names[k - 1]}: {(classes.Members(k) is { Count: > 0 } members ? string.Join(", ", members) : "none")}")),
        };
    }
}
