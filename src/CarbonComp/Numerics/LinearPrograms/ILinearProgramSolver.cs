namespace CarbonComp.Numerics;

/// <summary>A library that solves linear programs by the simplex method: GLPK, OR-Tools.</summary>
/// <remarks>
/// A solver only runs its simplex method. Checking the optimum, trying another way where one fails, and saying why there is
/// no optimum are the same for all solvers, in <see cref="LinearProgram.Solve(ILinearProgramSolver, SimplexOptions?)"/>.
/// Implementations can be used from several threads at once.
/// </remarks>
public interface ILinearProgramSolver
{
    /// <summary>Its name in messages.</summary>
    string Name { get; }

    /// <summary>Whether it can be used here.</summary>
    bool IsInstalled { get; }

    /// <summary>How to install it: a sentence, for the message that it is missing.</summary>
    string Installation { get; }

    /// <summary>Whether it can compute in exact rational arithmetic (<see cref="SimplexOptions.Exact"/>).</summary>
    bool HasExactArithmetic { get; }

    /// <summary>Hands a program to the solver.</summary>
    /// <param name="program">The program.</param>
    /// <returns>The program inside the solver; to be disposed of by the caller.</returns>
    /// <exception cref="LinearProgramException">The solver is not installed, or cannot hold the program.</exception>
    ISimplex Load(LinearProgram program);
}
