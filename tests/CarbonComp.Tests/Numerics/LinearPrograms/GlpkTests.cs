namespace CarbonComp.Tests.LinearAlgebra.LinearPrograms;

public class GlpkTests
{
    [Fact]
    public void It_is_the_default_where_it_is_installed()
    {
        Assert.Same(LinearProgramSolver.Glpk, LinearProgramSolver.Default);
        Assert.Same(LinearProgramSolver.Glpk, RandomPrograms.Make(0).Solve().Solver);
    }

    [Fact]
    public void Exact_arithmetic_finds_the_optimum_of_floating_point()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var program = RandomPrograms.Make(seed);
            var floating = program.Solve(LinearProgramSolver.Glpk);
            foreach (var way in new SimplexOptions[] { new() { Exact = true }, new() { Presolve = true, DualSimplex = true, Exact = true } })
            {
                var exact = program.Solve(LinearProgramSolver.Glpk, way);
                Assert.Equal(floating.Status, exact.Status);
                if (floating.Status != SolutionStatus.Optimal) continue;
                Assert.Equal(floating.Objective, exact.Objective, 1e-9 * (1 + Math.Abs(exact.Objective)));
                Assert.InRange(exact.Residual, 0, 1e-9);
            }
        }
    }

    [Fact]
    public void Exact_arithmetic_keeps_every_digit_of_the_coefficients()
    {
        var random = new Random(4);
        var program = new LinearProgram("irrational", Optimization.Maximize, Enumerable.Range(0, 6)
            .Select(j => new LinearVariable($"x{j}", random.NextDouble())),
            Enumerable.Range(0, 6).Select(i => LinearConstraint.AtMost($"c{i}", random.NextDouble(),
                [.. Enumerable.Range(0, 6).Select(j => new LinearTerm(j, random.NextDouble()))])));
        var exact = program.Solve(LinearProgramSolver.Glpk, new() { Exact = true });
        Assert.Equal(program.Solve().Objective, exact.Objective, 1e-13);
        Assert.InRange(exact.Residual, 0, 1e-13);
    }
}
