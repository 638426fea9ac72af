using CarbonComp.Tests.LinearAlgebra.LinearPrograms;

namespace CarbonComp.Tests.Abatement;

public class DistanceProgramTests
{
    private const int Programs = 200;

    [Theory]
    [InlineData("glpsol")]
    [InlineData("lp_solve")]
    [Trait("size", "large")]
    public void Programs_of_every_estimator_have_the_optimum_that_an_independent_solver_finds(string command)
    {
        var solver = new[] { CommandLineSolver.Glpsol, CommandLineSolver.LpSolve }.Single(s => s.Command == command);
        Assert.SkipUnless(solver.IsInstalled, $"{solver.Command} is not installed; Debian and Ubuntu: apt install {solver.Package}.");
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = Make(seed);
            var ours = program.Solve().RequireOptimal();
            Assert.Equal(ours.Objective, ours.DualObjective, 1e-8 * (1 + Math.Abs(ours.Objective)));
            var (status, objective) = solver.Solve(program);
            var sign = program.Direction == Optimization.Maximize ? -1 : 1;
            Assert.True(status == SolutionStatus.Optimal && Math.Abs(sign * ours.Objective - objective) <= 1e-6 * (1 + Math.Abs(objective)),
                $"{program.Name} of seed {seed}: {sign * ours.Objective}, {command} says {status} {objective}");
        }
    }

    // Each kind of program in turn, of a unit among 4 to 15 made-up ones.
    private static LinearProgram Make(int seed)
    {
        var units = SampleUnits.Make(4 + seed % 12, 1000 + seed);
        var unit = units.Axis.Labels[seed % units.Count];
        var (returns, emissions) = ((seed / 8 & 1) == 0 ? ReturnsToScale.Constant : ReturnsToScale.Variable, (seed / 16 & 1) == 0 ? EmissionConstraint.Equality
            : EmissionConstraint.Inequality);
        return (seed % 8) switch
        {
            0 or 1 or 2 => DirectionalDistance.Program(units, unit, new() { Returns = returns, Emissions = emissions }),
            3 or 4 => SlacksBasedMeasure.Program(units, unit, returns),
            5 => ByProduction.IntendedProgram(units, unit, returns),
            6 => ByProduction.EmissionProgram(units, unit, "energy", returns),
            _ => QuadraticDistance.Program(units),
        };
    }
}
