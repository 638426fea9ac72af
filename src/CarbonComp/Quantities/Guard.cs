using System.Runtime.CompilerServices;

namespace CarbonComp;

/// <summary>Checks of single numbers that a caller passes in. Each returns the number, or refuses it under the argument's name.</summary>
internal static class Guard
{
    /// <summary>A number above 0, not infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another one.</exception>
    public static double Positive(double value, string demand = "It must be positive.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, demand);

    /// <summary>A number from 0 upwards, not infinite.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another one.</exception>
    public static double NotNegative(double value, string demand = "It cannot be negative.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, demand);

    /// <summary>A number that is neither infinite nor NaN.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another one.</exception>
    public static double Finite(double value, string demand = "It must be a finite number.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, demand);

    /// <summary>A share from 0 to 1, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public static double Share(double value, string demand = "It must be between 0 and 1.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, demand);
}
