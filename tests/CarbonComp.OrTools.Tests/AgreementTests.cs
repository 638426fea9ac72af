using CarbonComp.Tests.Abatement;
using CarbonComp.Tests.LinearAlgebra.LinearPrograms;
using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.OrTools.Tests;

/// <summary>Both solvers find the same.</summary>
public class AgreementTests
{
    private static readonly OrToolsSolver OrTools = new();

    [Fact]
    public void Status_optimum_and_unique_prices_of_random_programs_are_the_same() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            // Spread, because generated numbers are small and come again.
            var program = RandomPrograms.Make(seed.Get * 7919);
            RequireSame(program.Solve(LinearProgramSolver.Glpk), program.Solve(OrTools));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void What_contradicts_itself_is_named_so_that_the_rest_can_be_met() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            var program = RandomPrograms.Make(seed.Get * 7919);
            foreach (var solver in new[] { LinearProgramSolver.Glpk, OrTools })
            {
                var solution = program.Solve(solver);
                if (solution.Status != SolutionStatus.Infeasible) continue;
                var named = Between(solution.Explanation, "constraints; ", " cannot be met").Split(", ");
                var rest = new LinearProgram(program.Name, program.Direction, program.Variables, program.Constraints.Where(c => !named.Contains(c.Name)));
                Assert.NotEqual(SolutionStatus.Infeasible, rest.Solve(solver).Status);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_named_moves_the_objective_without_limit_though_all_else_is_bounded() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            var program = RandomPrograms.Make(seed.Get * 7919);
            foreach (var solver in new[] { LinearProgramSolver.Glpk, OrTools })
            {
                var solution = program.Solve(solver);
                if (solution.Status != SolutionStatus.Unbounded) continue;
                var named = solution.Explanation.Contains(" variable ", StringComparison.Ordinal)
                    ? [Between(solution.Explanation, "grows with variable ", ".")] : Between(solution.Explanation, "when the variables ", " move together")
                        .Split(", ");
                // What is named alone moves the objective without limit: all others are kept within bounds.
                var alone = new LinearProgram(program.Name, program.Direction, program.Variables.Select(v => named.Contains(v.Name) ? v
                    : v with { Lower = Math.Max(v.Lower, -1e4), Upper = Math.Min(v.Upper, 1e4) }), program.Constraints);
                Assert.Equal(SolutionStatus.Unbounded, alone.Solve(solver).Status);
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(ReturnsToScale.Constant)]
    [InlineData(ReturnsToScale.Variable)]
    public void Distance_functions_of_units_as_different_as_provinces_are_the_same(ReturnsToScale returns)
    {
        var unique = 0;
        foreach (var seed in new[] { 1, 2, 3 })
        {
            var units = SampleUnits.Make(40, seed);
            foreach (var unit in units.Axis.Labels)
            {
                LinearProgram[] programs = [DirectionalDistance.Program(units, unit, new() { Returns = returns }),
                    SlacksBasedMeasure.Program(units, unit, returns),
                    ByProduction.IntendedProgram(units, unit, returns), ByProduction.EmissionProgram(units, unit, "energy", returns)];
                foreach (var program in programs)
                {
                    var (glpk, orTools) = (program.Solve(LinearProgramSolver.Glpk), program.Solve(OrTools));
                    RequireSame(glpk, orTools);
                    if (glpk.HasUniquePrices) unique++;
                }
            }
        }
        Assert.True(unique > 100, $"only {unique} programs had unique prices");
    }

    [Fact]
    public void Costs_in_yuan_do_not_meet_absolute_tolerances()
    {
        var units = SampleUnits.Make(25, 3);
        foreach (var unit in units.Axis.Labels)
        {
            var program = SlacksBasedMeasure.Program(units, unit);
            var yuan = new LinearProgram(program.Name, program.Direction, program.Variables.Select(v => v with { Cost = 1e12 * v.Cost }), program.Constraints);
            RequireSame(yuan.Solve(LinearProgramSolver.Glpk), yuan.Solve(OrTools));
        }
    }

    [Fact]
    public void Price_intervals_are_the_same()
    {
        var units = SampleUnits.Make(25, 5);
        foreach (var unit in units.Axis.Labels)
        {
            var program = DirectionalDistance.Program(units, unit, new() { Returns = ReturnsToScale.Variable });
            var (glpk, orTools) = (Price(program, LinearProgramSolver.Glpk), Price(program, OrTools));
            Equal(glpk.Lower, orTools.Lower, 1e-7);
            Equal(glpk.Upper, orTools.Upper, 1e-7);
        }

        static ValueRange Price(LinearProgram program, ILinearProgramSolver solver) => OptimalFace.OfDualValues(program.Solve(solver)).RatioRange(
            [new(program.ConstraintIndex("emissions"), 1)], [new(program.ConstraintIndex("value added"), -1)]);
    }

    private static void RequireSame(LinearSolution glpk, LinearSolution orTools)
    {
        Assert.True(glpk.Status == orTools.Status, $"{glpk} {orTools}");
        if (glpk.Status != SolutionStatus.Optimal) return;
        Equal(glpk.Objective, orTools.Objective, 1e-11);
        // Either basis can prove what is unique; the other may be degenerate and prove nothing.
        if (glpk.HasUniquePrices || orTools.HasUniquePrices)
            for (var i = 0; i < glpk.DualValues.Count; i++) Equal(glpk.DualValues[i], orTools.DualValues[i], 1e-12);
        if (glpk.HasUniqueValues || orTools.HasUniqueValues)
            for (var j = 0; j < glpk.Values.Count; j++) Equal(glpk.Values[j], orTools.Values[j], 1e-11);
    }

    private static void Equal(double one, double other, double relative) =>
        Assert.True(one == other || Math.Abs(one - other) <= relative * Math.Max(1, Math.Abs(one)), FormattableString.Invariant($"{one:R} and {other:R}"));

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.LastIndexOf(end, StringComparison.Ordinal)];
    }
}
