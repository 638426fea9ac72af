using CarbonComp.Tests.LinearAlgebra.LinearPrograms;

namespace CarbonComp.OrTools.Tests;

public class OrToolsSolverTests
{
    [Fact]
    public void The_solver_that_is_set_solves_programs_that_name_none()
    {
        Assert.IsType<OrToolsSolver>(LinearProgramSolver.Default);
        Assert.IsType<OrToolsSolver>(RandomPrograms.Make(0).Solve().Solver);
    }

    [Fact]
    public void The_library_finds_the_assembly_beside_it_by_name()
    {
        Assert.True(LinearProgramSolver.OrTools.IsInstalled);
        var program = new LinearProgram("one", Optimization.Maximize, [new("x", 2, 0, 3)], []);
        Assert.Equal(6, program.Solve(LinearProgramSolver.OrTools).Objective);
    }

    [Fact]
    public void Where_GLPK_is_missing_the_library_takes_OR_Tools() =>
        Assert.Same(LinearProgramSolver.OrTools, LinearProgramSolver.FirstInstalled(new Missing(), LinearProgramSolver.OrTools));

    [Fact]
    public void Exact_arithmetic_is_refused_by_name() =>
        Assert.Equal("random program 0: OR-Tools has no exact rational arithmetic; leave out Exact, or solve by GLPK.",
            Assert.Throws<LinearProgramException>(() => RandomPrograms.Make(0).Solve(new() { Exact = true })).Message);

    [Fact]
    public void A_limit_of_time_is_reported()
    {
        var random = new Random(1);
        var program = new LinearProgram("long", Optimization.Maximize, Enumerable.Range(0, 400).Select(j => new LinearVariable($"x{j}", random.NextDouble())),
            Enumerable.Range(0, 400).Select(i => LinearConstraint.AtMost($"c{i}", 1,
                [.. Enumerable.Range(0, 400).Select(j => new LinearTerm(j, random.NextDouble()))])));
        Assert.Contains("limit of time", Assert.Throws<LinearProgramException>(() => program.Solve(new() { TimeLimit = TimeSpan.FromTicks(1) })).Message,
            StringComparison.Ordinal);
    }

    private sealed class Missing : ILinearProgramSolver
    {
        public string Name => "GLPK";

        public bool IsInstalled => false;

        public string Installation => "it is missing";

        public bool HasExactArithmetic => true;

        public ISimplex Load(LinearProgram program) => throw new InvalidOperationException("It is not installed.");
    }
}
