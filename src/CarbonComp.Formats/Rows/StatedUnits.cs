namespace CarbonComp.Formats;

/// <summary>The units that places of one file state: one is followed, two that differ are refused.</summary>
/// <param name="asked">The unit that the caller names, for a text that cannot be read; it may not differ from what the file states.</param>
internal sealed class StatedUnits(Unit? asked)
{
    private readonly List<(string Place, Unit Unit)> stated = [];

    /// <summary>Takes in what a text states.</summary>
    /// <exception cref="DataException">A unit that cannot be read, where the caller names none.</exception>
    public void Look(string place, string text, bool inBrackets = false)
    {
        try { if ((inBrackets ? StatedUnit.InBrackets(text) : StatedUnit.Of(text)) is { } unit) stated.Add((place, unit)); }
        catch (UnitException wrong) when (asked is null) { throw new DataException(place,
            $"{wrong.Message} Or name the unit: unit: Unit.Parse(\"10^4 yuan\").", wrong); }
        catch (UnitException) { }
    }

    /// <summary>The unit, or another where nothing states one.</summary>
    /// <exception cref="DataException">Two units that differ: each place, and what to do.</exception>
    public Unit Or(Unit otherwise)
    {
        if (asked is not null) stated.Add(("the unit that is asked for", asked));
        var other = stated.FirstOrDefault(s => (s.Unit.Factor, s.Unit.Dimension) != (stated[0].Unit.Factor, stated[0].Unit.Dimension));
        return other.Unit is null ? stated.Count > 0 ? stated[0].Unit : otherwise
            : throw new DataException(stated[0].Place, $"it states {stated[0].Unit}, and {other.Place} {other.Unit}. Correct one of them.");
    }
}
