namespace CarbonComp.Charts;

/// <summary>Names of regions on a small map, moved a little where they run into each other, and left out where that does not help.</summary>
internal static class MapNames
{
    // How far a name may move, in its own width and height: the nearest place first.
    private static readonly (double Across, double Up)[] Places =
        [(0, 0), (0, -1), (0, 1), (0.35, -0.8), (-0.35, -0.8), (0.35, 0.8), (-0.35, 0.8), (0.7, 0), (-0.7, 0), (0.6, -1), (-0.6, -1), (0.6, 1), (-0.6, 1)];

    /// <summary>The same marks with names moved or left out, so that none covers another; the pointer still says those that are left out.</summary>
    /// <remarks>Names that matter are placed first, among equals those that few others are in the way of.</remarks>
    /// <param name="traces">The marks of a map.</param>
    /// <param name="kilometresPerPixel">Km of a pixel where the map is drawn.</param>
    /// <param name="weight">The weight of a name; without it all weigh the same.</param>
    /// <param name="move">Whether names may move: on a map so small that the next region is a line away they may not.</param>
    public static IReadOnlyList<Trace> Thinned(IReadOnlyList<Trace> traces, double kilometresPerPixel, Func<string, double>? weight = null,
        bool move = true)
    {
        Name[] names = [.. from t in traces.OfType<ScatterTrace>()
                           where t.Mode == "text" && t.Text is not null && t.X is not null && t.Y is not null
                           from i in Enumerable.Range(0, t.Text!.Texts.Count)
                           let size = t.TextFont?.Size ?? Theme.SmallSize
                           select new Name(t, i, t.X!.Numbers.ElementAt(i), t.Y!.Numbers.ElementAt(i),
                               TextWidth.Of(t.Text!.Texts[i], size) * kilometresPerPixel, 1.2 * size * kilometresPerPixel)];
        var kept = new List<Name>();
        foreach (var name in names.OrderByDescending(n => weight?.Invoke(n.Text) ?? 0).ThenBy(n => names.Count(n.Covers)))
            if (Places.Take(move ? Places.Length : 1).Select(name.Moved).FirstOrDefault(place => !kept.Exists(place.Covers)) is { } free) kept.Add(free);
        var stays = kept.ToLookup(n => n.Trace, ReferenceEqualityComparer.Instance);
        return [.. traces.Select(t => t is ScatterTrace { Mode: "text", Text: not null, X: not null, Y: not null } text
            ? Some(text, [.. stays[t].OrderBy(n => n.Index)]) : t)];
    }

    private static ScatterTrace Some(ScatterTrace trace, Name[] names) => trace with
    {
        X = names.Select(n => n.X).ToArray(), Y = names.Select(n => n.Y).ToArray(), Text = names.Select(n => n.Text).ToArray(),
    };

    // A name's box about its place, km.
    private sealed record Name(ScatterTrace Trace, int Index, double X, double Y, double Width, double Height)
    {
        public string Text => Trace.Text!.Texts[Index];

        public bool Covers(Name other) => Math.Abs(X - other.X) < (Width + other.Width) / 2 && Math.Abs(Y - other.Y) < (Height + other.Height) / 2;

        public Name Moved((double Across, double Up) by) => this with { X = X + by.Across * Width, Y = Y + by.Up * Height };
    }
}
