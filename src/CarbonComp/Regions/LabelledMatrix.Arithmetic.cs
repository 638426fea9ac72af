namespace CarbonComp;

/// <content>Operators: element by element (no matrix product). The status of a result is the weakest of its operands.</content>
public sealed partial record LabelledMatrix
{
    /// <summary>The sum, in the unit of <paramref name="a"/>.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    /// <exception cref="UnitException">The two measure different things.</exception>
    public static LabelledMatrix operator +(LabelledMatrix a, LabelledMatrix b) => a.With(b, '+', m => m + b.In(a.Unit).Values, a.Unit);

    /// <summary>The difference, in the unit of <paramref name="a"/>.</summary>
    /// <inheritdoc cref="op_Addition(LabelledMatrix, LabelledMatrix)"/>
    public static LabelledMatrix operator -(LabelledMatrix a, LabelledMatrix b) => a.With(b, '−', m => m - b.In(a.Unit).Values, a.Unit);

    /// <summary>The numbers with the opposite sign.</summary>
    public static LabelledMatrix operator -(LabelledMatrix a) => new($"−{a.Name}", a.Rows, a.Columns, -a.Values, a.Unit, a.Status);

    /// <summary>The product of the numbers of each pair of labels, in the shortest unit.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    public static LabelledMatrix operator *(LabelledMatrix a, LabelledMatrix b)
    {
        var (unit, factor) = UnitAlgebra.Multiply(a.Unit, b.Unit);
        return a.With(b, '×', m => Scaled(m.PointwiseMultiply(b.Values), factor), unit);
    }

    /// <summary>The quotient of the numbers of each pair of labels, in the shortest unit; a pure number where both measure the same thing.</summary>
    /// <exception cref="AxisException">Different labels or another order; the message names the first that differs.</exception>
    /// <exception cref="CarbonCompException">A number of <paramref name="b"/> is zero; the message names its labels.</exception>
    public static LabelledMatrix operator /(LabelledMatrix a, LabelledMatrix b)
    {
        var (unit, factor) = UnitAlgebra.Divide(a.Unit, b.Unit);
        return a.With(b, '÷', Quotient, unit);

        Matrix<double> Quotient(Matrix<double> values)
        {
            if (b.Values.Find(v => v == 0, Zeros.Include) is (var i, var j, _))
                throw Operands.DivisionByZero(a.Name, b.Name, $"{b.Rows.Labels[i]}, {b.Columns.Labels[j]}");
            return Scaled(values.PointwiseDivide(b.Values), factor);
        }
    }

    /// <summary>Every number times the same quantity, in the shortest unit.</summary>
    public static LabelledMatrix operator *(LabelledMatrix a, Quantity b) => a.Times(Operands.Name(a.Name, '×', b.ToString()), b);

    /// <inheritdoc cref="op_Multiply(LabelledMatrix, Quantity)"/>
    public static LabelledMatrix operator *(Quantity a, LabelledMatrix b) => b.Times(Operands.Name(a.ToString(), '×', b.Name), a);

    /// <summary>Every number divided by the same quantity, in the shortest unit.</summary>
    /// <exception cref="CarbonCompException">The quantity is zero.</exception>
    public static LabelledMatrix operator /(LabelledMatrix a, Quantity b)
    {
        if (b.Value == 0) throw new CarbonCompException($"{a.Name} cannot be divided by {b}.");
        var (unit, factor) = UnitAlgebra.Divide(a.Unit, b.Unit);
        return new(Operands.Name(a.Name, '÷', b.ToString()), a.Rows, a.Columns, Scaled(a.Values / b.Value, factor), unit,
            ValueStatuses.Weakest(a.Status, b.Status));
    }

    /// <summary>Each row times its number, in any unit: <c>d_r · m_rc</c>.</summary>
    /// <exception cref="AxisException">Not along the rows.</exception>
    public LabelledMatrix ScaleRows(LabelledVector factors) => Scale(Rows, factors, (i, _) => factors[i]);

    /// <summary>Each column times its number, in any unit: <c>m_rc · d_c</c>.</summary>
    /// <exception cref="AxisException">Not along the columns.</exception>
    public LabelledMatrix ScaleColumns(LabelledVector factors) => Scale(Columns, factors, (_, j) => factors[j]);

    /// <summary>The sum of all numbers.</summary>
    public Quantity Sum() => new(Total, Unit, Status);

    /// <summary>Each number as a percentage of the sum of all.</summary>
    /// <exception cref="CarbonCompException">The numbers add up to zero.</exception>
    public LabelledMatrix Share() => Total != 0 ? (this / Sum()).In(Unit.Percent).Named($"share of {Name}")
        : throw new CarbonCompException($"The numbers of {Name} add up to 0, so there are no shares of the total.");

    /// <summary>The numbers without their signs.</summary>
    public LabelledMatrix Abs() => new($"|{Name}|", Rows, Columns, Values.PointwiseAbs(), Unit, Status);

    /// <summary>The same numbers under another name.</summary>
    public LabelledMatrix Named(string name) => new(name, Rows, Columns, Values, Unit, Status);

    private static Matrix<double> Scaled(Matrix<double> values, double factor) => factor == 1 ? values : values * factor;

    private LabelledMatrix Scale(Axis along, LabelledVector factors, Func<int, int, double> of)
    {
        Operands.RequireSame(along, Name, factors.Axis, factors.Name);
        var (unit, factor) = UnitAlgebra.Multiply(Unit, factors.Unit);
        return new(Operands.Name(Name, '×', factors.Name), Rows, Columns, Scaled(Values.MapIndexed((i, j, v) => v * of(i, j), Zeros.AllowSkip), factor), unit,
            ValueStatuses.Weakest(Status, factors.Status));
    }

    private LabelledMatrix Times(string name, Quantity quantity)
    {
        var (unit, factor) = UnitAlgebra.Multiply(Unit, quantity.Unit);
        return new(name, Rows, Columns, Scaled(Values * quantity.Value, factor), unit, ValueStatuses.Weakest(Status, quantity.Status));
    }

    private LabelledMatrix With(LabelledMatrix other, char sign, Func<Matrix<double>, Matrix<double>> result, Unit unit)
    {
        Operands.RequireSame(Rows, Name, other.Rows, other.Name);
        Operands.RequireSame(Columns, Name, other.Columns, other.Name);
        return new(Operands.Name(Name, sign, other.Name), Rows, Columns, result(Values), unit, ValueStatuses.Weakest(Status, other.Status));
    }
}
