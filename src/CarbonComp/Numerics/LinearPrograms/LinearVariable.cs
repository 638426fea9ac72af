namespace CarbonComp.Numerics;

/// <summary>A variable of a linear program.</summary>
/// <param name="Name">Its name, once in the program.</param>
/// <param name="Cost">Its coefficient in the objective, finite.</param>
/// <param name="Lower">Lower bound; 0 by default; −∞ for none.</param>
/// <param name="Upper">Upper bound; +∞ for none.</param>
public readonly record struct LinearVariable(
    string Name, double Cost = 0, double Lower = 0, double Upper = double.PositiveInfinity)
{
    /// <summary>A variable without bounds.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cost">Its coefficient in the objective.</param>
    public static LinearVariable Free(string name, double cost = 0) =>
        new(name, cost, double.NegativeInfinity, double.PositiveInfinity);
}
