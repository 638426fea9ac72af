namespace CarbonComp.Numerics;

/// <summary>A variable of a linear program with its finite coefficient in the objective. Bounds are −∞ or +∞ where there is none.</summary>
/// <remarks>Names are unique in a program. By default a variable is not negative and has no upper bound.</remarks>
public readonly record struct LinearVariable(string Name, double Cost = 0, double Lower = 0, double Upper = double.PositiveInfinity)
{
    /// <summary>A variable without bounds.</summary>
    public static LinearVariable Free(string name, double cost = 0) =>
        new(name, cost, double.NegativeInfinity, double.PositiveInfinity);
}
