namespace CarbonComp.Numerics;

/// <summary>The solver of linear programs.</summary>
public static class LinearProgramSolver
{
    private static ILinearProgramSolver? chosen;

    /// <summary>The system's GLPK, by <c>CarbonComp.Glpk.dll</c> beside the library; the file is loaded when it is first needed.</summary>
    public static ILinearProgramSolver Glpk { get; } = new SolverBeside("GLPK", "CarbonComp.Glpk", "CarbonComp.Glpk.GlpkSolver");

    /// <summary>OR-Tools, from <c>CarbonComp.OrTools.dll</c> beside the library; the file is loaded when it is first needed.</summary>
    public static ILinearProgramSolver OrTools { get; } = new SolverBeside("OR-Tools", "CarbonComp.OrTools", "CarbonComp.OrTools.OrToolsSolver");

    /// <summary>The solver of programs that name none: the first of <see cref="Glpk"/> and <see cref="OrTools"/> that is installed, unless another is
    /// set.</summary>
    /// <remarks>The whole process shares it. Set it once, at the beginning; <see cref="LinearProgram.Solve(ILinearProgramSolver, SimplexOptions?)"/> names
    /// the solver of a single program.</remarks>
    /// <exception cref="LinearProgramException">None is set and none is installed; the message says how to install each.</exception>
    public static ILinearProgramSolver Default
    {
        get => Volatile.Read(ref chosen) ?? FirstInstalled(Glpk, OrTools);
        set => Volatile.Write(ref chosen, value);
    }

    /// <summary>The first of the solvers that is installed.</summary>
    /// <exception cref="LinearProgramException">None is installed; the message says how to install each.</exception>
    public static ILinearProgramSolver FirstInstalled(params IReadOnlyList<ILinearProgramSolver> solvers) =>
        solvers.FirstOrDefault(s => s.IsInstalled) ?? throw new LinearProgramException(
            $"Linear programs need {string.Join(" or ", solvers.Select(s => s.Name))}, and neither was found.\n"
            + string.Join("\n", solvers.Select(s => $"{s.Name}: {s.Installation}")));
}
