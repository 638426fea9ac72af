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
        return Shaded(map, MapCanvas.Of(map, colorBar: 190), counts.Name, [.. Enumerable.Range(0, most + 1).Select(k => $"{k}")], Of,
            (_, k) => [$"{counts.Name}: {(k is null ? "no value" : $"{k} of {most}")}"], counts.Status, "", "");
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
        return Shaded(map, canvas, values.Name, classes.Names, r => values.Axis.Contains(r.Code) ? classes[r.Code] - 1 : null,
            (r, k) => k is { } c ? [$"{values.Name}: {Label.Number(values[r.Code], values.Unit)}", classes.Names[c]] : [$"{values.Name}: no value", ""],
            classes.Status, $"Classes: {classes.Method}. ", $" in {classes.Count} classes");
    }

    /// <summary>Regions in the shade of their class, or grey.</summary>
    /// <param name="map">The outlines.</param>
    /// <param name="canvas">Where they are drawn.</param>
    /// <param name="name">What is shown.</param>
    /// <param name="classes">The names of the classes, from the palest to the darkest.</param>
    /// <param name="of">The class of a region; null where it has no value.</param>
    /// <param name="hover">What is said of a region in its class.</param>
    /// <param name="status">The status of the values.</param>
    /// <param name="note">A sentence for the caption.</param>
    /// <param name="into">What the summary says after the name.</param>
    private static CarbonFigure Shaded(RegionMap map, MapCanvas canvas, string name, IReadOnlyList<string> classes, Func<Region, int?> of,
        Func<Region, int?, string[]> hover, ValueStatus status, string note, string into)
    {
        // Neither so pale that it vanishes on white nor so dark that borders do.
        ThemeColor Shade(int k) => ColorScale.Sequential.At(classes.Count == 1 ? 0.5 : 0.04 + 0.76 * k / (classes.Count - 1));
        ThemeColor Colour(Region r) => of(r) is { } k ? Shade(k) : Theme.Missing;
        return new CarbonFigure
        {
            Traces =
            [
                .. Surroundings(map, canvas),
                .. map.Regions.Select((r, i) => Outline(canvas, i, Colour(r), Label.Hover(Label.Full(map.Regions, i), hover(r, of(r))))),
                .. Names(canvas, map.Regions, [.. map.Regions.Select(r => (ThemeColor?)Colour(r))]),
                .. Enumerable.Range(0, classes.Count).Reverse().Select(k => SquareKey(classes[k], Shade(k))),
            ],
            Layout = canvas.Layout(Label.Sentence(name)) with { ShowLegend = true },
            Caption = new(ValueStatuses.Weakest(status, map.Status), $"{note}{(map.Regions.Any(r => of(r) is null) ? "Grey: no value. " : "")}{Outlines(map)}"),
            Summary = $"Map of {name}{into}: " + string.Join("; ", classes
                .Select((c, k) => (Name: c, Members: map.Regions.Where(r => of(r) == k).Select(r => r.Name).ToArray()))
                .Select(c => $"{c.Name}: {(c.Members.Length > 0 ? string.Join(", ", c.Members) : "none")}")),
        };
    }
}
