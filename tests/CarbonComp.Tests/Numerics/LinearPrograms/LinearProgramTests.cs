using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests.LinearAlgebra.LinearPrograms;

public class LinearProgramTests
{
    private const int Programs = 200;

    [Theory]
    [InlineData("glpsol")]
    [InlineData("lp_solve")]
    [Trait("size", "large")]
    public void Optima_equal_those_of_an_independent_command_line_solver(string command)
    {
        var solver = new[] { CommandLineSolver.Glpsol, CommandLineSolver.LpSolve }.Single(s => s.Command == command);
        Assert.SkipUnless(solver.IsInstalled, $"{solver.Command} is not installed; Debian and Ubuntu: apt install {solver.Package}.");
        var statuses = new HashSet<SolutionStatus>();
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = RandomPrograms.Make(seed);
            var ours = program.Solve();
            var (status, objective) = solver.Solve(program);
            Assert.True(status == ours.Status, $"{program}: {ours.Status}, {command} says {status}");
            statuses.Add(ours.Status);
            if (ours.Status != SolutionStatus.Optimal) continue;
            var sign = program.Direction == Optimization.Maximize ? -1 : 1;
            Assert.True(Math.Abs(sign * ours.Objective - objective) <= 1e-6 * (1 + Math.Abs(objective)),
                $"{program}: {sign * ours.Objective}, {command} says {objective}");
        }
        Assert.Equal(3, statuses.Count);
    }

    [Fact]
    public void Every_way_of_solving_gives_the_same_optimum_and_prices_that_prove_it()
    {
        SimplexOptions[] ways =
        [
            SimplexOptions.Default, new() { Scale = false }, new() { Presolve = true },
            new() { DualSimplex = true }, new() { Presolve = true, DualSimplex = true },
        ];
        for (var seed = 0; seed < 500; seed++)
        {
            var program = RandomPrograms.Make(seed);
            var solutions = ways.Select(program.Solve).ToArray();
            Assert.Single(solutions.Select(s => s.Status).Distinct());
            if (solutions[0].Status != SolutionStatus.Optimal) continue;
            Assert.All(solutions, s => Assert.Equal(solutions[0].Objective, s.Objective, 1e-9 * (1 + Math.Abs(s.Objective))));
            Assert.All(solutions, s => Assert.InRange(s.Residual, 0, 1e-9));
            Assert.All(solutions, s => Assert.Equal(s.Objective, s.DualObjective, 1e-8 * (1 + Math.Abs(s.Objective))));
        }
    }

    [Fact]
    public void The_dual_program_has_the_optimum_of_the_program_and_the_dual_of_the_dual_as_well()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var program = RandomPrograms.Make(seed);
            var (primal, dual) = (program.Solve(), program.Dual().Solve());
            if (primal.Status == SolutionStatus.Optimal)
            {
                Assert.Equal(primal.Objective, dual.RequireOptimal().Objective, 1e-8 * (1 + Math.Abs(primal.Objective)));
                Assert.Equal(primal.Objective, program.Dual().Dual().Solve().RequireOptimal().Objective, 1e-8 * (1 + Math.Abs(primal.Objective)));
            }
            else if (primal.Status == SolutionStatus.Unbounded) Assert.Equal(SolutionStatus.Infeasible, dual.Status);
            else Assert.NotEqual(SolutionStatus.Optimal, dual.Status);
        }
    }

    [Fact]
    public void The_range_of_a_shadow_price_is_the_slope_of_the_optimum_on_both_sides_of_the_bound()
    {
        var checkedRanges = 0;
        for (var seed = 0; seed < 500; seed++)
        {
            var program = RandomPrograms.Make(seed);
            var solution = program.Solve();
            if (solution.Status != SolutionStatus.Optimal) continue;
            var prices = OptimalFace.OfDualValues(solution);
            for (var i = 0; i < program.Constraints.Count; i++)
            {
                var constraint = program.Constraints[i];
                if (constraint.Lower != constraint.Upper) continue;
                var range = prices.Range([new(i, 1)]);
                Assert.InRange(solution.DualValues[i], range.Lower - 1e-9, range.Upper + 1e-9);
                var (down, up) = (Slope(program, i, -1e-5, solution.Objective), Slope(program, i, 1e-5, solution.Objective));
                // The optimum of a minimum is convex in its bounds, that of a maximum concave.
                var (low, high) = program.Direction == Optimization.Minimize ? (down, up) : (up, down);
                Assert.Equal(low, range.Lower, 1e-4 * (1 + Math.Abs(low)));
                Assert.Equal(high, range.Upper, 1e-4 * (1 + Math.Abs(high)));
                if (range.Upper - range.Lower > 1e-3) checkedRanges++;
            }
        }
        Assert.True(checkedRanges > 20, $"only {checkedRanges} equations had a range of prices");
    }

    [Fact]
    public void The_range_over_the_optima_holds_every_optimum()
    {
        // Any point of the edge x + y = 4 between (1, 3) and (4, 0) is optimal.
        var program = new LinearProgram("edge", Optimization.Maximize, [new("x", 1, 1), new("y", 1)],
            [LinearConstraint.AtMost("sum", 4, [new(0, 1), new(1, 1)])]);
        var optima = OptimalFace.OfValues(program.Solve());
        Assert.False(optima.IsPoint);
        Assert.Equal(new ValueRange(1, 4), optima.Range([new(0, 1)]));
        Assert.Equal(new ValueRange(0, 3), optima.RatioRange([new(1, 1)], [new(0, 1)]));
        Assert.Equal(new ValueRange(1.0 / 3, double.PositiveInfinity), optima.RatioRange([new(0, 1)], [new(1, 1)]));
    }

    [Fact]
    public void An_infeasible_program_names_what_cannot_be_met()
    {
        var program = new LinearProgram("diet", Optimization.Minimize, [new("bread", 1, 0, 2), new("wine", 1)],
        [
            LinearConstraint.AtMost("calories", 10, [new(0, 1), new(1, 1)]),
            LinearConstraint.AtLeast("protein", 30, [new(0, 2)]),
        ]);
        var solution = program.Solve();
        Assert.Equal(SolutionStatus.Infeasible, solution.Status);
        Assert.Equal("diet: no values of the variables meet all constraints; protein cannot be met together with the others.", solution.Explanation);
        Assert.Equal(solution.Explanation, Assert.Throws<LinearProgramException>(() => solution["bread"]).Message);
        Assert.Equal(solution.Explanation, program.Solve(new() { Presolve = true }).Explanation);
    }

    [Fact]
    public void An_unbounded_program_names_what_grows()
    {
        var program = new LinearProgram("greed", Optimization.Maximize, [new("gold", 1), new("lead", -1)],
            [LinearConstraint.AtLeast("weight", 1, [new(0, 1), new(1, 1)])]);
        foreach (var solution in new[] { program.Solve(), program.Solve(new() { Presolve = true }), program.Solve(new() { DualSimplex = true }) })
        {
            Assert.Equal(SolutionStatus.Unbounded, solution.Status);
            Assert.Equal("greed: the objective has no limit; it grows with variable gold.", solution.Explanation);
        }
    }

    [Fact]
    public void An_unbounded_program_names_the_variables_that_grow_only_together()
    {
        var program = new LinearProgram("barter", Optimization.Minimize, [new("silver", 1), new("gold", -3), new("rent", 1), LinearVariable.Free("debt")],
            [LinearConstraint.AtMost("exchange", 0, [new(0, -2), new(1, 1)]), LinearConstraint.Equal("budget", 5, [new(2, 1), new(3, 1)])]);
        Assert.Equal("barter: the objective has no limit; it grows when the variables silver, gold move together.", program.Solve().Explanation);
    }

    [Fact]
    public void Coefficients_of_very_different_size_are_scaled()
    {
        // Yuan and tonnes as they come: 1e13 beside 1e-3.
        var program = new LinearProgram("badly scaled", Optimization.Maximize, [new("x", 1e-3), new("y", 1e6)],
        [
            LinearConstraint.AtMost("money", 4e13, [new(0, 1e13), new(1, 1e-2)]),
            LinearConstraint.AtMost("mass", 3e-3, [new(0, 1e-3), new(1, 1e-12)]),
        ]);
        var exact = program.Solve(LinearProgramSolver.Glpk, new() { Exact = true });
        var solution = program.Solve();
        Assert.Equal(exact.Objective, solution.Objective, 1e-9 * exact.Objective);
        Assert.InRange(solution.Residual, 0, 1e-9);
    }

    [Fact]
    public void A_malformed_program_is_refused_by_name_before_it_reaches_the_solver()
    {
        LinearVariable[] variables = [new("x"), new("y")];
        string Refused(IEnumerable<LinearVariable> v, params LinearConstraint[] c) =>
            Assert.Throws<LinearProgramException>(() => new LinearProgram("p", Optimization.Minimize, v, c)).Message;

        Assert.Equal("p: there is no variable.", Refused([]));
        Assert.Equal("p: two variables are named x.", Refused([new("x"), new("x")]));
        Assert.Equal("p: variable x must be at least 2 and at most 1.", Refused([new("x", 0, 2, 1)]));
        Assert.Equal("p: the objective's coefficient of x is not a finite number.", Refused([new("x", double.NaN)]));
        Assert.Equal("p: constraint c has two terms of y; add them up.", Refused(variables, LinearConstraint.AtMost("c", 1, [new(1, 1), new(1, 2)])));
        Assert.Equal("p: constraint c: the coefficient of x is not a finite number.",
            Refused(variables, LinearConstraint.AtMost("c", 1, [new(0, double.PositiveInfinity)])));
        Assert.Equal("p: constraint c uses variable 2; there are 2, counted from 0.", Refused(variables, LinearConstraint.AtMost("c", 1, [new(2, 1)])));
        Assert.Equal("p: constraint c has a bound that is not a number.", Refused(variables, LinearConstraint.AtMost("c", double.NaN, [])));
    }

    [Fact]
    public void A_limit_of_iterations_is_reported()
    {
        var program = new LinearProgram("long", Optimization.Maximize, Enumerable.Range(0, 20).Select(j => new LinearVariable($"x{j}", 1)),
            Enumerable.Range(0, 20).Select(i => LinearConstraint.AtMost($"c{i}", 1,
                [.. Enumerable.Range(0, 20).Select(j => new LinearTerm(j, 1 + (i * j + i + 2 * j) % 7))])));
        Assert.Contains("limit of iterations",
            Assert.Throws<LinearProgramException>(() => program.Solve(new() { IterationLimit = 1 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_are_solved_on_several_threads_at_once()
    {
        var expected = Enumerable.Range(0, 100)
            .Select(seed => RandomPrograms.Make(seed).Solve().Explanation + RandomPrograms.Make(seed).Solve().Objective).ToArray();
        var got = new string[expected.Length];
        Parallel.For(0, expected.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 },
            seed => got[seed] = RandomPrograms.Make(seed).Solve().Explanation + RandomPrograms.Make(seed).Solve().Objective);
        Assert.Equal(expected, got);
    }

    [Fact]
    public void The_optimum_does_not_change_when_a_constraint_is_scaled() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), (seed, factor) =>
        {
            var program = RandomPrograms.Make(seed.Get);
            double by = factor.Get;
            var scaled = new LinearProgram(program.Name, program.Direction, program.Variables, program.Constraints.Select(c =>
                new LinearConstraint(c.Name, [.. c.Terms.Select(t => t with { Coefficient = t.Coefficient * by })], c.Lower * by, c.Upper * by)));
            var (one, other) = (program.Solve(), scaled.Solve());
            return one.Status == other.Status
                && (one.Status != SolutionStatus.Optimal || Math.Abs(one.Objective - other.Objective) <= 1e-8 * (1 + Math.Abs(one.Objective)));
        }).QuickCheckThrowOnFailure();

    private static double Slope(LinearProgram program, int constraint, double step, double objective)
    {
        var moved = program.Constraints.ToArray();
        var bound = moved[constraint].Lower + step;
        moved[constraint] = moved[constraint] with { Lower = bound, Upper = bound };
        var solution = new LinearProgram(program.Name, program.Direction, program.Variables, moved).Solve();
        // Beyond the feasible bounds the optimum falls off without limit.
        if (solution.Status != SolutionStatus.Optimal)
            return (program.Direction == Optimization.Minimize) == (step > 0) ? double.PositiveInfinity : double.NegativeInfinity;
        return (solution.Objective - objective) / step;
    }
}
