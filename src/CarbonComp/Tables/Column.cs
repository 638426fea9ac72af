namespace CarbonComp;

/// <summary>One column of a table: its name, one number, text or truth value a row, and the unit of numbers.</summary>
public sealed record Column(string Name, Array Values, Unit? Unit = null)
{
    /// <summary>Name and unit: <c>emissions (t CO2)</c>.</summary>
    public string Heading => Unit is null || Unit.Symbol is "1" or "-" or "count" or "ratio" ? Name : $"{Name} ({Unit.Symbol})";

    // The largest absolute number, in canonical units; 0 where there is none.
    internal double Magnitude => Values is double[] numbers && Unit is not null
        ? numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() * Unit.Factor : 0;

    // Unknown numbers (null) become NaN.
    internal static Column Of<T>(string name, IEnumerable<T> values, Unit? unit) =>
        new(name, values is IEnumerable<double?> numbers ? numbers.Select(v => v ?? double.NaN).ToArray() : values.ToArray(), unit);

    /// <summary>The column in another unit of the same kind.</summary>
    /// <exception cref="UnitException">The unit measures something else, or the column holds no numbers with a unit.</exception>
    public Column In(Unit unit)
    {
        if (Unit is null || Values is not double[] numbers) throw new UnitException($"Column {Name} has no numbers with a unit.");
        var factor = Unit.To(unit);
        return factor == 1 ? this with { Unit = unit } : this with { Values = Array.ConvertAll(numbers, v => v * factor), Unit = unit };
    }
}
