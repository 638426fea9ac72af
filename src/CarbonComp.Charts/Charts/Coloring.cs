namespace CarbonComp.Charts;

/// <summary>The colours of a set of numbers: scale, ends, key.</summary>
/// <param name="Scale">The colours.</param>
/// <param name="Low">The place of the lowest colour (a power of ten on a logarithmic scale).</param>
/// <param name="High">The place of the highest colour.</param>
/// <param name="Bar">The key, with name and unit.</param>
/// <param name="IsLogarithmic">Whether places are powers of ten.</param>
internal sealed record Coloring(ColorScale Scale, double Low, double High, ColorBar Bar, bool IsLogarithmic)
{
    public static Coloring Of(IReadOnlyCollection<double> values, HeatmapScale scale, string name, Quantity quantity)
    {
        var bar = ColorBar.Of(quantity);
        double low = values.DefaultIfEmpty(0).Min(), high = values.DefaultIfEmpty(1).Max();
        if (scale == HeatmapScale.Automatic) scale = low < 0 && high > 0 ? HeatmapScale.Diverging : HeatmapScale.Sequential;
        switch (scale)
        {
            case HeatmapScale.Diverging:
                var most = Math.Max(Math.Abs(low), Math.Abs(high));
                return new(ColorScale.Diverging, most == 0 ? -1 : -most, most == 0 ? 1 : most, bar, false);
            case HeatmapScale.Logarithmic:
                var positive = values.Where(v => v > 0).ToArray();
                if (positive.Length == 0)
                    throw new CarbonCompException($"{name} has no number above zero, so a logarithmic scale has nothing to show. Use HeatmapScale.Automatic.");
                double bottom = Math.Floor(Math.Log10(positive.Min())), top = Math.Ceiling(Math.Log10(positive.Max()));
                if (top <= bottom) top = bottom + 1;
                // Numbers below a millionth of the highest look the same.
                bottom = Math.Max(bottom, top - 6);
                double[] ticks = [.. Enumerable.Range(0, (int)(top - bottom) + 1).Select(k => bottom + k)];
                return new(ColorScale.Sequential, bottom, top,
                    bar with { TickVals = ticks, TickText = ticks.Select(t => Label.NumberText(Math.Pow(10, t))).ToArray() }, true);
            default:
                // A bar of amounts begins at nothing.
                if (low > 0 && low < 0.5 * high) low = 0;
                return new(ColorScale.Sequential, low, high > low ? high : low + 1, bar, false);
        }
    }

    /// <summary>The place of a number on the scale; null where it has none.</summary>
    public double? Place(double value) => !IsLogarithmic ? value : value > 0 ? Math.Max(Math.Log10(value), Low) : null;

    /// <summary>The colour of a number; null where it has none.</summary>
    public ThemeColor? Of(double value) => Place(value) is { } place ? Scale.At((place - Low) / (High - Low)) : null;
}
