namespace CarbonComp;

/// <summary>One column of a table: a name, what its numbers are measured in, and the values.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Values">One value a row: numbers, texts or truth values.</param>
/// <param name="Unit">The unit of the numbers; null where the column holds no numbers.</param>
public sealed record Column(string Name, Array Values, Unit? Unit = null)
{
    /// <summary>Name and unit: <c>emissions (t CO2)</c>.</summary>
    public string Heading => Unit is null || Unit.Symbol is "1" or "-" or "count" or "ratio" ? Name : $"{Name} ({Unit.Symbol})";

    /// <summary>The largest absolute number, in canonical units; 0 where there is none.</summary>
    internal double Magnitude => Values is double[] numbers && Unit is not null
        ? numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max() * Unit.Factor : 0;

    /// <summary>A column of any values; numbers that are unknown (null) are not a number.</summary>
    internal static Column Of<T>(string name, IEnumerable<T> values, Unit? unit) =>
        new(name, values is IEnumerable<double?> numbers ? numbers.Select(v => v ?? double.NaN).ToArray() : values.ToArray(), unit);

    /// <summary>The column in another unit of the same kind.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="UnitException">The unit measures something else, or the column holds no numbers with a unit.</exception>
    public Column In(Unit unit)
    {
        if (Unit is null || Values is not double[] numbers) throw new UnitException($"Column {Name} has no numbers with a unit.");
        var factor = Unit.To(unit);
        return factor == 1 ? this with { Unit = unit } : this with { Values = Array.ConvertAll(numbers, v => v * factor), Unit = unit };
    }
}
