using System.Globalization;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>A grid over parameters: every combination of the values of each, those of the last changing fastest.</summary>
internal static class Grid
{
    /// <param name="axes">For each parameter <c>price=20:200:20</c> (from, to and step; the end is a value where a step meets it) or
    /// <c>method=Sequential,Simultaneous</c> (a list).</param>
    /// <exception cref="NotebookException">A grid that cannot be.</exception>
    public static RunTable Of(IReadOnlyList<string> axes)
    {
        var parsed = axes.Select(Axis).ToList();
        if (parsed.GroupBy(axis => axis.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new NotebookException($"--grid names {twice.Key} twice. Give all its values at once.");
        var count = parsed.Aggregate(1.0, (product, axis) => product * axis.Values.Count);
        if (count > RunTable.Most)
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
                $"--grid makes {count:N0} runs, and a sweep has at most {RunTable.Most:N0}. Take larger steps, or --sample."));
        IEnumerable<string[]> rows = [[]];
        foreach (var (_, values) in parsed)
            rows = rows.SelectMany(row => values, (row, value) => (string[])[.. row, value]);
        return new RunTable("--grid", [.. parsed.Select(axis => axis.Name)], [.. rows]);
    }

    private static (string Name, IReadOnlyList<string> Values) Axis(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
            throw new NotebookException($"--grid {text}: a grid is given as price=20:200:20 (from, to, step) or price=20,50,100.");
        var (name, values) = (text[..equals].Trim(), text[(equals + 1)..]);
        if (values.Split(':') is not { Length: > 1 } parts)
            return (name, [.. values.Split(',').Select(value => value.Trim())]);
        if (parts.Length != 3)
            throw new NotebookException($"--grid {text}: from, to and step, such as {name}=20:200:20.");
        // Decimal, so that 0.1:0.3:0.1 ends with 0.3.
        var numbers = parts.Select(part => decimal.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new NotebookException($"--grid {text}: {part} is not a number.")).ToList();
        var (from, to, step) = (numbers[0], numbers[1], numbers[2]);
        if (step == 0 || (to - from) / step < 0)
            throw new NotebookException($"--grid {text}: steps of {Text(step)} do not lead from {Text(from)} to {Text(to)}.");
        var steps = decimal.Floor((to - from) / step);
        if (steps >= RunTable.Most)
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture, $"--grid {text}: more than {RunTable.Most:N0} values."));
        return (name, [.. Enumerable.Range(0, (int)steps + 1).Select(i => Text(from + i * step))]);
    }

    private static string Text(decimal number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}
