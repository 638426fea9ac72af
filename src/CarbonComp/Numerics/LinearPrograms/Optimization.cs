namespace CarbonComp;

/// <summary>Which way a linear program drives its objective.</summary>
public enum Optimization
{
    /// <summary>The smallest value.</summary>
    Minimize,

    /// <summary>The largest value.</summary>
    Maximize,
}
