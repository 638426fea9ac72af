using System.Runtime.CompilerServices;

namespace CarbonComp;

// Checks of single numbers that a caller passes in. Each returns the number, or throws ArgumentOutOfRangeException under the argument's name.
internal static class Guard
{
    public static double Positive(double value, string demand = "It must be positive.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, demand);

    public static double NotNegative(double value, string demand = "It cannot be negative.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, demand);

    public static double Finite(double value, string demand = "It must be a finite number.", [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, demand);

    public static double Share(double value, string demand = "It is a share between 0 and 1. Write 0.05 for 5 %.",
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, demand);
}
