namespace CarbonComp;

/// <content>Operators: element by element, along one axis. The status of a result is the weakest of its operands.</content>
public sealed partial record LabelledVector
{
    /// <summary>The sum, in the unit of <paramref name="a"/>.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    /// <exception cref="UnitException">The two measure different things.</exception>
    public static LabelledVector operator +(LabelledVector a, LabelledVector b) => a.With(b, '+', v => v + b.In(a.Unit).Values, a.Unit);

    /// <summary>The difference, in the unit of <paramref name="a"/>.</summary>
    /// <inheritdoc cref="op_Addition(LabelledVector, LabelledVector)"/>
    public static LabelledVector operator -(LabelledVector a, LabelledVector b) => a.With(b, '−', v => v - b.In(a.Unit).Values, a.Unit);

    /// <summary>The numbers with the opposite sign.</summary>
    public static LabelledVector operator -(LabelledVector a) => new($"−{a.Name}", a.Axis, -a.Values, a.Unit, a.Status);

    /// <summary>The product of the numbers of each label, in the shortest unit: yuan/t CO2 times t CO2 is yuan.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    public static LabelledVector operator *(LabelledVector a, LabelledVector b)
    {
        var (unit, factor) = UnitAlgebra.Multiply(a.Unit, b.Unit);
        return a.With(b, '×', v => Scaled(v.PointwiseMultiply(b.Values), factor), unit);
    }

    /// <summary>The quotient of the numbers of each label, in the shortest unit; a pure number where both measure the same thing.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    /// <exception cref="CarbonCompException">A number of <paramref name="b"/> is zero; the message names its label.</exception>
    public static LabelledVector operator /(LabelledVector a, LabelledVector b)
    {
        var (unit, factor) = UnitAlgebra.Divide(a.Unit, b.Unit);
        return a.With(b, '÷', Quotient, unit);

        Vector<double> Quotient(Vector<double> values)
        {
            for (var i = 0; i < values.Count; i++)
                if (b[i] == 0) throw Operands.DivisionByZero(a.Name, b.Name, b.Axis.Labels[i]);
            return Scaled(values.PointwiseDivide(b.Values), factor);
        }
    }

    /// <summary>The same quantity added to every number.</summary>
    /// <exception cref="UnitException">The two measure different things; a plain number can be added to pure numbers alone.</exception>
    public static LabelledVector operator +(LabelledVector a, Quantity b) => a + a.Everywhere(b);

    /// <inheritdoc cref="op_Addition(LabelledVector, Quantity)"/>
    public static LabelledVector operator +(Quantity a, LabelledVector b) => b.Everywhere(a.In(b.Unit)) + b;

    /// <summary>The same quantity subtracted from every number.</summary>
    /// <inheritdoc cref="op_Addition(LabelledVector, Quantity)"/>
    public static LabelledVector operator -(LabelledVector a, Quantity b) => a - a.Everywhere(b);

    /// <summary>The difference between a quantity and each number, in the unit of <paramref name="b"/>: <c>1 - share</c>.</summary>
    /// <inheritdoc cref="op_Addition(LabelledVector, Quantity)"/>
    public static LabelledVector operator -(Quantity a, LabelledVector b) => b.Everywhere(a.In(b.Unit)) - b;

    /// <summary>Every number times the same quantity, in the shortest unit.</summary>
    public static LabelledVector operator *(LabelledVector a, Quantity b) => a * a.Everywhere(b);

    /// <inheritdoc cref="op_Multiply(LabelledVector, Quantity)"/>
    public static LabelledVector operator *(Quantity a, LabelledVector b) => b.Everywhere(a) * b;

    /// <summary>Every number divided by the same quantity, in the shortest unit.</summary>
    /// <exception cref="CarbonCompException">The quantity is zero.</exception>
    public static LabelledVector operator /(LabelledVector a, Quantity b) =>
        b.Value != 0 ? a / a.Everywhere(b) : throw new CarbonCompException($"{a.Name} cannot be divided by {b}.");

    /// <summary>A quantity divided by every number, in the shortest unit.</summary>
    /// <exception cref="CarbonCompException">A number is zero; the message names its label.</exception>
    public static LabelledVector operator /(Quantity a, LabelledVector b) => b.Everywhere(a) / b;

    private static Vector<double> Scaled(Vector<double> values, double factor) => factor == 1 ? values : values * factor;

    private LabelledVector Everywhere(Quantity quantity) =>
        new(quantity.ToString(), Axis, Vector<double>.Build.Dense(Axis.Count, quantity.Value), quantity.Unit, quantity.Status);

    private LabelledVector With(LabelledVector other, char sign, Func<Vector<double>, Vector<double>> result, Unit unit)
    {
        Operands.RequireSame(Axis, Name, other.Axis, other.Name);
        return new(Operands.Name(Name, sign, other.Name), Axis, result(Values), unit, ValueStatuses.Weakest(Status, other.Status));
    }
}
