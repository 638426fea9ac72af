namespace CarbonComp.Interactive;

/// <summary>The heading of a column: a name, and in brackets the unit and the status of its numbers.</summary>
/// <remarks>
/// <c>emissions (t CO2, constructed)</c>. Headings are what survives a frame's filtering, grouping, joining and writing to files, and what
/// charts and tables made from it show. Only <c>(unit, status)</c>, <c>(status)</c> and <c>(unit)</c> are read as such; any other text in
/// brackets belongs to the name.
/// </remarks>
/// <param name="Name">The name alone.</param>
/// <param name="Unit">The unit; null where the heading names none.</param>
/// <param name="Status">The status; null where the heading names none.</param>
internal readonly record struct FrameHeading(string Name, Unit? Unit, ValueStatus? Status)
{
    /// <summary>Reads a heading.</summary>
    public static FrameHeading Parse(string heading)
    {
        var open = heading.EndsWith(')') ? heading.LastIndexOf(" (", StringComparison.Ordinal) : -1;
        if (open < 0) return new(heading, null, null);
        var (name, inside) = (heading[..open], heading[(open + 2)..^1]);
        var comma = inside.LastIndexOf(", ", StringComparison.Ordinal);
        if (StatusOf(inside[(comma < 0 ? 0 : comma + 2)..]) is { } status)
            return new(name, comma < 0 ? null : UnitOf(inside[..comma]), status);
        // "Sector (1)" is a name, not a pure number.
        return UnitOf(inside) is { } unit && unit.Symbol is not ("1" or "-" or "count" or "ratio") ? new(name, unit, null) : new(heading, null, null);
    }

    /// <summary>The heading as a frame has it. A unit whose symbol would not be read as the same unit again is left out.</summary>
    public override string ToString()
    {
        var unit = Unit is not null && UnitOf(Unit.Symbol) == Unit ? Unit.Symbol : null;
        string[] parts = [.. new[] { unit, Status is { } status ? Word(status) : null }.OfType<string>()];
        return parts.Length == 0 ? Name : $"{Name} ({string.Join(", ", parts)})";
    }

    public static string Word(ValueStatus status) => status.ToString().ToLowerInvariant();

    private static ValueStatus? StatusOf(string word)
    {
        foreach (var status in Enum.GetValues<ValueStatus>())
            if (word == Word(status)) return status;
        return null;
    }

    private static Unit? UnitOf(string symbol)
    {
        try { return Unit.Parse(symbol); }
        catch (UnitException) { return null; }
    }
}
