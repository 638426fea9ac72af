namespace CarbonComp.Studies;

/// <summary>A number that is known to within something, because it was computed from rounded digits.</summary>
/// <param name="Value">The number.</param>
/// <param name="Within">How far the true one can be from it; 0 where it is exact.</param>
internal readonly record struct Rounded(double Value, double Within = 0)
{
    public static implicit operator Rounded(double exact) => new(exact);

    public static Rounded operator +(Rounded a, Rounded b) => new(a.Value + b.Value, a.Within + b.Within);

    public static Rounded operator -(Rounded a, Rounded b) => new(a.Value - b.Value, a.Within + b.Within);

    public static Rounded operator *(Rounded a, Rounded b) => new(a.Value * b.Value, Math.Abs(a.Value) * b.Within + Math.Abs(b.Value) * a.Within + a.Within * b.Within);

    public static Rounded operator /(Rounded a, Rounded b) => new(a.Value / b.Value,
        (Math.Abs(a.Value) * b.Within + Math.Abs(b.Value) * a.Within) / (Math.Abs(b.Value) * (Math.Abs(b.Value) - b.Within)));

    public double Highest => Value + Within;

    public double Lowest => Value - Within;
}
