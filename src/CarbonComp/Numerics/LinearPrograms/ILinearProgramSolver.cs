namespace CarbonComp.Numerics;

/// <summary>A library that solves linear programs by the simplex method: GLPK, OR-Tools.</summary>
/// <remarks>A solver only runs its simplex method. <see cref="LinearProgram.Solve(ILinearProgramSolver, SimplexOptions?)"/> checks the optimum, tries
/// another way where one fails, and says why there is no optimum. Implementations can be used from several threads at once.</remarks>
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
    /// <returns>The program inside the solver; the caller disposes of it.</returns>
    /// <exception cref="LinearProgramException">The solver is not installed, or cannot hold the program.</exception>
    ISimplex Load(LinearProgram program);
}
