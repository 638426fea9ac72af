using System.Globalization;

namespace CarbonComp.Charts;

// Computes the picture of each value of a parameter.
internal static class Exploration
{
    public const int Most = 60;

    public static ExploredFigure Of<T>(string parameter, IEnumerable<T> values, Func<T, CarbonFigure> figure, string unit, int start)
    {
        T[] all = [.. values];
        if (all.Length is < 2 or > Most)
            throw new CarbonCompException($"A slider needs 2 to {Most} values, and {parameter} has {all.Length}. Each value is one picture on the page.");
        ArgumentOutOfRangeException.ThrowIfLessThan(start, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, all.Length);
        string[] labels = [.. all.Select(v => Labelled(v, unit))];
        if (labels.GroupBy(l => l).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CarbonCompException($"{parameter} has {twice.Key} twice. Give each value once.");
        CarbonFigure[] figures = [.. all.Select((value, i) => Picture(value, i))];
        if (figures.Any(f => f.Foreign is not null))
            throw new CarbonCompException("A plot of another library has no slider here. Draw the figure with CarbonChart.");
        return new(parameter, labels, figures, start);

        CarbonFigure Picture(T value, int i)
        {
            try { return figure(value); }
            catch (Exception wrong) when (wrong is CarbonCompException or ArgumentException)
            {
                throw new CarbonCompException($"{parameter} = {labels[i]}: {wrong.Message}", wrong);
            }
        }
    }

    // A value as a control shows it.
    public static string Labelled<T>(T value, string unit) => unit.Length > 0 ? $"{Text(value)} {unit}" : Text(value);

    private static string Text<T>(T value) => value switch
    {
        double number => Label.NumberText(number),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "none",
    };
}
