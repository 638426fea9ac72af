namespace CarbonComp.Numerics;

/// <summary>How a linear program is solved.</summary>
public sealed record SimplexOptions
{
    /// <summary>Scaled, without presolver, in floating point, without limits.</summary>
    public static SimplexOptions Default { get; } = new();

    /// <summary>Whether rows and columns are scaled first (GLPK: geometric mean, equilibration, powers of two). True by default.</summary>
    public bool Scale { get; init; } = true;

    /// <summary>Whether the solver's presolver reduces the program first. The dual values are those of the whole program, and checked.</summary>
    public bool Presolve { get; init; }

    /// <summary>Whether the basis found in floating point is then made optimal in exact rational arithmetic. Slow beyond a few hundred rows.</summary>
    /// <remarks>Only GLPK has it; another solver refuses. GLPK rounds coefficients to fractions of nine digits; the values at the basis are then computed
    /// from the coefficients themselves.</remarks>
    public bool Exact { get; init; }

    /// <summary>Whether the dual simplex method goes first: better where there are many more constraints than variables.</summary>
    public bool DualSimplex { get; init; }

    /// <summary>The longest time for one program; none by default.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The most simplex iterations for one program; none by default.</summary>
    public int? IterationLimit { get; init; }
}
