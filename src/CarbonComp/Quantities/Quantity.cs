namespace CarbonComp;

/// <summary>A number with its unit and status: a total, a mean, one region's value.</summary>
/// <remarks>A plain number is a pure number that weakens no status, so <c>2 * total</c> and <c>1 - share</c> work as they read. Sums and differences
/// are in the unit of the left operand; products and quotients are in the shortest unit.</remarks>
[TypeFormatterSource(typeof(QuantityFormatterSource), PreferredMimeTypes = ["text/plain"])]
public sealed record Quantity(double Value, Unit Unit, ValueStatus Status = ValueStatus.Statistic)
{
    /// <summary>The same quantity in another unit of the same kind.</summary>
    /// <exception cref="UnitException">The unit measures something else.</exception>
    public Quantity In(Unit unit) => Unit == unit ? this : this with { Value = Value * Unit.To(unit), Unit = unit };

    /// <inheritdoc cref="In(Unit)"/>
    public Quantity In(string unit) => In(Unit.Parse(unit));

    /// <summary>A plain number as a quantity.</summary>
    public static implicit operator Quantity(double number) => new(number, Unit.One);

    /// <summary>The sum, in the unit of <paramref name="a"/>.</summary>
    /// <exception cref="UnitException">The two measure different things.</exception>
    public static Quantity operator +(Quantity a, Quantity b) => new(a.Value + b.In(a.Unit).Value, a.Unit, Weakest(a, b));

    /// <summary>The difference, in the unit of <paramref name="a"/>.</summary>
    /// <exception cref="UnitException">The two measure different things.</exception>
    public static Quantity operator -(Quantity a, Quantity b) => new(a.Value - b.In(a.Unit).Value, a.Unit, Weakest(a, b));

    /// <summary>The quantity with the opposite sign.</summary>
    public static Quantity operator -(Quantity a) => a with { Value = -a.Value };

    /// <summary>The product, in the shortest unit.</summary>
    public static Quantity operator *(Quantity a, Quantity b)
    {
        var (unit, factor) = UnitAlgebra.Multiply(a.Unit, b.Unit);
        return new(a.Value * b.Value * factor, unit, Weakest(a, b));
    }

    /// <summary>The quotient, in the shortest unit; a pure number where both measure the same thing.</summary>
    /// <exception cref="CarbonCompException">The divisor is zero.</exception>
    public static Quantity operator /(Quantity a, Quantity b)
    {
        if (b.Value == 0) throw new CarbonCompException($"{a} cannot be divided by {b}.");
        var (unit, factor) = UnitAlgebra.Divide(a.Unit, b.Unit);
        return new(a.Value / b.Value * factor, unit, Weakest(a, b));
    }

    /// <summary>The quantity with about three digits, in the multiple of its unit that is read most easily: <c>262 Mt CO2</c>.</summary>
    public override string ToString() => NumberFormat.Quantity(Value, Unit);

    private static ValueStatus Weakest(Quantity a, Quantity b) => ValueStatuses.Weakest(a.Status, b.Status);
}
