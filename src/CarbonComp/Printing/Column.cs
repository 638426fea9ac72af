namespace CarbonComp;

/// <summary>One column of a table: a name, what its numbers are measured in, and the values.</summary>
/// <param name="Name">What stands in it.</param>
/// <param name="Values">One value a row: numbers, texts or truth values.</param>
/// <param name="Unit">The unit of the numbers; null where the column holds no numbers.</param>
public sealed record Column(string Name, Array Values, Unit? Unit = null)
{
    /// <summary>Name and unit: <c>emissions (t CO2)</c>.</summary>
    public string Heading => Unit is null || Unit.Symbol is "1" or "-" or "count" or "ratio" ? Name : $"{Name} ({Unit.Symbol})";

    /// <summary>The column in the multiple of its unit that is read most easily.</summary>
    public Column Readable()
    {
        if (Unit is null || Values is not double[] numbers) return this;
        var largest = numbers.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        var unit = Unit.Readable(largest);
        var factor = Unit.To(unit);
        return factor == 1 ? this : this with { Values = Array.ConvertAll(numbers, v => v * factor), Unit = unit };
    }
}
