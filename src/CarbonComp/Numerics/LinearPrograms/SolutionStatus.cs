namespace CarbonComp.Numerics;

/// <summary>How the solving of a linear program ended.</summary>
public enum SolutionStatus
{
    /// <summary>An optimum was found and checked.</summary>
    Optimal,

    /// <summary>No values of the variables meet all constraints.</summary>
    Infeasible,

    /// <summary>The objective can be driven without limit.</summary>
    Unbounded,
}
