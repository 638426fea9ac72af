namespace CarbonComp.Numerics;

/// <summary>The sense of the objective of a linear program.</summary>
public enum Optimization
{
    /// <summary>The smallest value.</summary>
    Minimize,

    /// <summary>The largest value.</summary>
    Maximize,
}
