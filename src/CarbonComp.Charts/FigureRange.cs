namespace CarbonComp.Charts;

/// <summary>Widens the ranges of axes so that the numbers at the ends of bars lie inside the plot.</summary>
internal static class FigureRange
{
    /// <summary>Gives axes that share quantity and range the same further room, so that they go on sharing it.</summary>
    public static void Extend(PlotAxis[] xAxes, PlotAxis[] yAxes, IReadOnlyList<Trace> traces, double plotWidth, double plotHeight)
    {
        Extend(xAxes, plotWidth, traces.OfType<BarTrace>().Where(b => b.Orientation == "h"),
            b => Index(b.XAxis), b => b.X, (text, _) => TextWidth.Of(text, Theme.SmallSize) + 10);
        Extend(yAxes, plotHeight, traces.OfType<BarTrace>().Where(b => b.Orientation == "v"), b => Index(b.YAxis), b => b.Y, (_, _) => 20);
    }

    private static void Extend(PlotAxis[] axes, double length, IEnumerable<BarTrace> bars, Func<BarTrace,
        int> axisOf, Func<BarTrace, PlotValues?> valuesOf, Func<string, double, double> sizeOf)
    {
        var labelled = bars.Where(b => b.TextPosition is { ForAll: true, Texts: ["outside"] } && b.Text is not null).ToLookup(axisOf);
        foreach (var group in Enumerable.Range(0, axes.Length).Where(i => axes[i] is { Quantity: not null, Range: not null })
            .GroupBy(i => (axes[i].Quantity, axes[i].Range![0], axes[i].Range![1])))
        {
            double low = 0, high = 0;
            foreach (var bar in group.SelectMany(i => labelled[i]))
                foreach (var (value, text) in (valuesOf(bar)?.Numbers ?? []).Zip(bar.Text!.Texts))
                    if (value < 0) low = Math.Max(low, sizeOf(text, value)); else high = Math.Max(high, sizeOf(text, value));
            if (low + high == 0) continue;
            double[] range = [.. axes[group.First()].Range!];
            var shortest = group.Min(i => axes[i].Domain is { } domain ? (domain[1] - domain[0]) * length : length);
            var unit = (range[1] - range[0]) / Math.Max(shortest - low - high, shortest / 4);
            foreach (var i in group) axes[i] = axes[i] with { Range = [range[0] - low * unit, range[1] + high * unit] };
        }
    }

    public static int Index(string? axis) => axis is null || axis.Length == 1 ? 0 : int.Parse(axis[1..], System.Globalization.CultureInfo.InvariantCulture) - 1;
}
