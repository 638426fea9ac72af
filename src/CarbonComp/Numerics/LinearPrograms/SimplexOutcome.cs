namespace CarbonComp.Numerics;

/// <summary>How one run of the simplex method ended.</summary>
public enum SimplexOutcome
{
    /// <summary>The solver came to no result.</summary>
    Failed,

    /// <summary>The solver found an optimum.</summary>
    Optimal,

    /// <summary>The solver found that no values of the variables meet all constraints.</summary>
    Infeasible,

    /// <summary>The solver found values that meet all constraints, and a direction in which the objective has no limit.</summary>
    Unbounded,

    /// <summary>The limit of iterations was met.</summary>
    IterationLimit,

    /// <summary>The limit of time was met.</summary>
    TimeLimit,
}
