namespace CarbonComp.Numerics;

/// <summary>The values that a quantity takes over a set: all between two ends, which are −∞ or +∞ where there is no limit.</summary>
public readonly record struct ValueRange(double Lower, double Upper)
{
    /// <summary>A range without values: the quantity is defined nowhere on the set.</summary>
    public static ValueRange Empty { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether the quantity is defined nowhere.</summary>
    public bool IsEmpty => double.IsNaN(Lower);

    /// <summary>Whether the ends are the same to seven digits.</summary>
    public bool IsSingle => double.IsFinite(Lower) && double.IsFinite(Upper) && Upper - Lower <= 1e-7 * Math.Max(Math.Abs(Lower), Math.Abs(Upper));

    /// <summary>Every value times a positive factor.</summary>
    public ValueRange Times(double factor) => new(Lower * factor, Upper * factor);

    // The range of a quantity that cannot be negative: an end below zero is rounding.
    internal ValueRange NotNegative() => IsEmpty ? this : new(Math.Max(0, Lower), Math.Max(0, Upper));
}
