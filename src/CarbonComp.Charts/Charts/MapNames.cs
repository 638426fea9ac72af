namespace CarbonComp.Charts;

/// <summary>Names of regions on a small map: those that do not run into each other.</summary>
internal static class MapNames
{
    /// <summary>The same marks with fewer names, so that none covers another; the pointer still says them.</summary>
    /// <remarks>Names that matter stay first, among equals those that few others are in the way of.</remarks>
    /// <param name="traces">The marks of a map.</param>
    /// <param name="kilometresPerPixel">Km of a pixel where the map is drawn.</param>
    /// <param name="weight">The weight of a name; without it all weigh the same.</param>
    public static IReadOnlyList<Trace> Thinned(IReadOnlyList<Trace> traces, double kilometresPerPixel, Func<string, double>? weight = null)
    {
        var names = (from t in traces.OfType<ScatterTrace>()
                     where t.Mode == "text" && t.Text is not null && t.X is not null && t.Y is not null
                     from i in Enumerable.Range(0, t.Text!.Texts.Count)
                     select (Trace: t, Index: i, X: t.X!.Numbers.ElementAt(i), Y: t.Y!.Numbers.ElementAt(i),
                         Width: TextWidth.Of(t.Text!.Texts[i], t.TextFont?.Size ?? Theme.SmallSize), Height: 1.2 * (t.TextFont?.Size ?? Theme.SmallSize)))
                             .ToArray();
        bool Collide(int a, int b) => Math.Abs(names[a].X - names[b].X) < (names[a].Width + names[b].Width) / 2 * kilometresPerPixel
            && Math.Abs(names[a].Y - names[b].Y) < (names[a].Height + names[b].Height) / 2 * kilometresPerPixel;
        var all = Enumerable.Range(0, names.Length);
        var kept = new List<int>();
        foreach (var name in all.OrderByDescending(a => weight?.Invoke(names[a].Trace.Text!.Texts[names[a].Index]) ?? 0)
            .ThenBy(a => all.Count(b => Collide(a, b))))
            if (kept.TrueForAll(k => !Collide(name, k))) kept.Add(name);
        var stays = kept.ToLookup(k => names[k].Trace, k => names[k].Index, ReferenceEqualityComparer.Instance);
        return [.. traces.Select(t => t is ScatterTrace { Mode: "text", Text: not null, X: not null, Y: not null } text
            ? Some(text, [.. stays[t].Order()]) : t)];
    }

    private static ScatterTrace Some(ScatterTrace trace, int[] indices) => trace with
    {
        X = indices.Select(i => trace.X!.Numbers.ElementAt(i)).ToArray(), Y = indices.Select(i => trace.Y!.Numbers.ElementAt(i)).ToArray(),
        Text = indices.Select(i => trace.Text!.Texts[i]).ToArray(),
    };
}
