namespace CarbonComp.Charts;

/// <summary>A control on a live page: a slider, a list or a checkbox. <see cref="Interaction"/> makes them.</summary>
/// <typeparam name="T">The type of its values.</typeparam>
public sealed class LiveControl<T>
{
    internal LiveControl(string name, IReadOnlyList<T> values, int start, ControlKind kind, string unit = "")
    {
        if (string.IsNullOrWhiteSpace(name)) throw new CarbonCompException("A control has no name. Give it one; it stands before the control.");
        if (values.Count is < 2 or > Interaction.Most)
            throw new CarbonCompException($"A control needs 2 to {Interaction.Most} values, and {name} has {values.Count}.");
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, values.Count);
        (Name, Values, Start, Unit, Widget) = (name, values, start, unit, new(name, [.. values.Select(v => Exploration.Labelled(v, unit))], start, kind));
        if (Widget.Labels.GroupBy(l => l).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new CarbonCompException($"{name} has {twice.Key} twice. Give each value once.");
    }

    /// <summary>The name before the control.</summary>
    public string Name { get; }

    /// <summary>The values that can be chosen.</summary>
    public IReadOnlyList<T> Values { get; }

    /// <summary>The place of the value that is chosen at first.</summary>
    public int Start { get; }

    internal string Unit { get; }

    internal Widget Widget { get; }

    // What is chosen now.
    internal T Value => Values[Widget.Position];

    internal T First => Values[Start];
}
