namespace CarbonComp.Studies;

/// <summary>A number that is known to within something, because it was computed from rounded digits.</summary>
/// <param name="Value">The number.</param>
/// <param name="Within">How far the true one can be from it; 0 where it is exact.</param>
internal readonly record struct RoundedNumber(double Value, double Within = 0)
{
    public static implicit operator RoundedNumber(double exact) => new(exact);

    public static RoundedNumber operator +(RoundedNumber a, RoundedNumber b) => new(a.Value + b.Value, a.Within + b.Within);

    public static RoundedNumber operator -(RoundedNumber a, RoundedNumber b) => new(a.Value - b.Value, a.Within + b.Within);

    public static RoundedNumber operator *(RoundedNumber a, RoundedNumber b) =>
        new(a.Value * b.Value, Math.Abs(a.Value) * b.Within + Math.Abs(b.Value) * a.Within + a.Within * b.Within);

    public static RoundedNumber operator /(RoundedNumber a, RoundedNumber b) => new(a.Value / b.Value,
        (Math.Abs(a.Value) * b.Within + Math.Abs(b.Value) * a.Within) / (Math.Abs(b.Value) * (Math.Abs(b.Value) - b.Within)));

    public double Highest => Value + Within;

    public double Lowest => Value - Within;
}
