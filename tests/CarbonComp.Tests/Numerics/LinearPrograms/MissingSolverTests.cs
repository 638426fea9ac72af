namespace CarbonComp.Tests.LinearAlgebra.LinearPrograms;

public class MissingSolverTests
{
    [Fact]
    public void The_first_solver_that_is_installed_is_taken()
    {
        ILinearProgramSolver one = new StandIn(LinearProgramSolver.Glpk, installed: true), other = new StandIn(LinearProgramSolver.OrTools, installed: true);
        ILinearProgramSolver missing = new StandIn(LinearProgramSolver.Glpk, installed: false);
        Assert.Same(one, LinearProgramSolver.FirstInstalled(one, other));
        Assert.Same(other, LinearProgramSolver.FirstInstalled(missing, other));
        Assert.Same(one, LinearProgramSolver.FirstInstalled(one, missing));
    }

    [Fact]
    public void Without_any_solver_one_message_names_both_remedies()
    {
        var message = Assert.Throws<LinearProgramException>(() => LinearProgramSolver.FirstInstalled(
            new StandIn(LinearProgramSolver.Glpk, installed: false), new StandIn(LinearProgramSolver.OrTools, installed: false))).Message;
        Assert.StartsWith("Linear programs need GLPK or OR-Tools, and neither was found.", message, StringComparison.Ordinal);
        Assert.Contains("GLPK: Debian and Ubuntu: apt install libglpk40;", message, StringComparison.Ordinal);
        Assert.Contains("OR-Tools: put CarbonComp.OrTools.dll,", message, StringComparison.Ordinal);
        Assert.Contains(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar), message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_solver_whose_assembly_does_not_lie_beside_the_library_is_not_installed()
    {
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "CarbonComp.OrTools.dll")));
        Assert.False(LinearProgramSolver.OrTools.IsInstalled);
        Assert.StartsWith("OR-Tools was not found: put CarbonComp.OrTools.dll,",
            Assert.Throws<LinearProgramException>(() => RandomPrograms.Make(0).Solve(LinearProgramSolver.OrTools)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_solver_that_is_asked_for_exact_arithmetic_is_reported_as_missing() =>
        Assert.StartsWith("OR-Tools was not found:", Assert.Throws<LinearProgramException>(
            () => RandomPrograms.Make(0).Solve(LinearProgramSolver.OrTools, new() { Exact = true })).Message, StringComparison.Ordinal);

    private sealed class StandIn(ILinearProgramSolver solver, bool installed) : ILinearProgramSolver
    {
        public string Name => solver.Name;

        public bool IsInstalled => installed;

        public string Installation => solver.Installation;

        public bool HasExactArithmetic => solver.HasExactArithmetic;

        public ISimplex Load(LinearProgram program) => solver.Load(program);
    }
}
