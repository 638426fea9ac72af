namespace CarbonComp.Charts;

/// <summary>Figures with controls that call the code of the notebook: sliders, lists and checkboxes of ipywidgets.</summary>
/// <remarks>
/// <para>With <c>using static CarbonComp.Charts.Interaction;</c> a cell says <c>Interact(Slider("a", 0, 3, 0.5, start: 1), WithExponent)</c>. On a live page
/// with ipywidgets every move computes and draws anew.</para>
/// <para>Everywhere else the cell shows the still form: on a kernel that lends no line to the page, in a notebook that a program executes
/// for an exported page, and where the page has no ipywidgets. It is <see cref="CarbonChart.Explore{T}"/> over the first control, the
/// others at their start, and a sentence under it says so.</para>
/// </remarks>
public static class Interaction
{
    internal const int Most = 1000;

    /// <summary>A slider over numbers.</summary>
    /// <param name="name">The name before it.</param>
    /// <param name="from">The lowest number.</param>
    /// <param name="to">The highest number; it is reached where a step meets it.</param>
    /// <param name="step">The distance of the numbers, above zero.</param>
    /// <param name="start">The number at first, the nearest of the slider's; the lowest if none is given.</param>
    /// <param name="unit">The unit of the numbers; empty for none.</param>
    /// <exception cref="CarbonCompException">A step that does not lead from one end to the other, or more than 1000 numbers.</exception>
    public static LiveControl<double> Slider(string name, double from, double to, double step, double? start = null, string unit = "")
    {
        var steps = Math.Floor((to - from) / step + 1e-9);
        if (!(step > 0) || !(steps is >= 1 and < Most))
            throw new CarbonCompException(FormattableString.Invariant($"The slider {name} goes from {from} to {to} in steps of {step}. ")
                + FormattableString.Invariant($"Give 2 to {Most} numbers."));
        // Decimal, so that 0.1 and its multiples are what is written.
        double[] values = [.. Enumerable.Range(0, (int)steps + 1).Select(i => (double)((decimal)from + i * (decimal)step))];
        var first = start is { } wanted ? Array.IndexOf(values, values.MinBy(v => Math.Abs(v - wanted))) : 0;
        return new(name, values, first, ControlKind.Slider, unit);
    }

    /// <summary>A list of values, one of which is chosen.</summary>
    /// <param name="name">The name before it.</param>
    /// <param name="values">2 to 1000 values, each once.</param>
    /// <param name="start">The place of the value that is chosen at first, from 0.</param>
    /// <exception cref="CarbonCompException">Too few or too many values, or one twice.</exception>
    public static LiveControl<T> List<T>(string name, IEnumerable<T> values, int start = 0) => new(name, [.. values], start, ControlKind.List);

    /// <summary>A checkbox.</summary>
    /// <param name="name">The name beside it.</param>
    /// <param name="start">Whether it is checked at first.</param>
    public static LiveControl<bool> Checkbox(string name, bool start = false) => new(name, [false, true], start ? 1 : 0, ControlKind.Checkbox);

    /// <summary>A figure with one control.</summary>
    /// <param name="control">The control.</param>
    /// <param name="figure">The figure of its value.</param>
    /// <returns>What the cell shows as its value: the still form, or a sentence where the figure is on the page with its control.</returns>
    /// <exception cref="CarbonCompException">The calculation refuses a value of the still form; the message names it.</exception>
    public static InteractiveFigure Interact<T>(LiveControl<T> control, Func<T, CarbonFigure> figure) =>
        LiveFigure.Show([control.Widget], () => figure(control.Value), () => Still(control, figure, []));

    /// <summary>A figure with two controls.</summary>
    /// <inheritdoc cref="Interact{T}"/>
    public static InteractiveFigure Interact<T1, T2>(LiveControl<T1> first, LiveControl<T2> second, Func<T1, T2, CarbonFigure> figure) =>
        LiveFigure.Show([first.Widget, second.Widget], () => figure(first.Value, second.Value),
            () => Still(first, value => figure(value, second.First), [second.Name]));

    /// <summary>A figure with three controls.</summary>
    /// <inheritdoc cref="Interact{T}"/>
    public static InteractiveFigure Interact<T1, T2, T3>(LiveControl<T1> first, LiveControl<T2> second, LiveControl<T3> third,
        Func<T1, T2, T3, CarbonFigure> figure) =>
        LiveFigure.Show([first.Widget, second.Widget, third.Widget], () => figure(first.Value, second.Value, third.Value),
            () => Still(first, value => figure(value, second.First, third.First), [second.Name, third.Name]));

    // At most as many values as a page can carry, evenly taken, the first choice among them.
    private static ExploredFigure Still<T>(LiveControl<T> control, Func<T, CarbonFigure> figure, IReadOnlyList<string> others)
    {
        var every = (control.Values.Count + Exploration.Most - 2) / (Exploration.Most - 1);
        int[] kept = [.. Enumerable.Range(0, control.Values.Count).Where(i => i % every == 0 || i == control.Start)];
        var note = others.Count == 0 ? $"Each value of {control.Name} was computed beforehand; on a live page with ipywidgets it is computed when it is chosen"
            : $"Only {control.Name} can be moved here; on a live page with ipywidgets {string.Join(" and ", others)} can be moved too";
        return Exploration.Of(control.Name, kept.Select(i => control.Values[i]), value => figure(value).WithNote(note), control.Unit,
            Array.IndexOf(kept, control.Start));
    }
}
