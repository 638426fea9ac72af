using CarbonComp.Tests.LinearAlgebra.LinearPrograms;
using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests.Abatement;

public class DirectionalDistanceTests
{
    // A billion yuan a megatonne.
    private const double Thousand = 1000;

    public static TheoryData<ReturnsToScale, EmissionConstraint> Technologies => new()
    {
        { ReturnsToScale.Constant, EmissionConstraint.Equality }, { ReturnsToScale.Constant, EmissionConstraint.Inequality },
        { ReturnsToScale.Variable, EmissionConstraint.Equality }, { ReturnsToScale.Variable, EmissionConstraint.Inequality },
    };

    [Fact]
    public void Three_units_of_one_input_give_the_frontier_drawn_by_hand()
    {
        // The output set of one input is the hull of the origin, A (1, 2), B (2, 3) and C (2, 1.5); emissions first.
        var units = SampleUnits.Of(["A", "B", "C"], [2, 3, 1.5], [1, 2, 2], ("input", [1, 1, 1]));
        var weak = DirectionalDistance.Estimate(units);
        Assert.Equal([0, 0, 3.0 / 7], weak.Scores.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        // C meets the edge AB at emissions 8/7, slope 1; A lies between the edges to the origin (2) and to B (1).
        Near(1, 1, weak.ShadowPrices["C"]);
        Near(1, 2, weak.ShadowPrices["A"]);
        // Beyond B there is nothing: prices down to −g_y/g_b support it.
        Near(-1.5, 1, weak.ShadowPrices["B"]);
        Assert.Equal(8e6 / 7, weak.ProjectedEmissions["C"], 1);
        Assert.Equal(15e9 / 7, weak.ProjectedValueAdded["C"], 1);
        Assert.Equal(["A 0.857", "B 0.143"], weak.Peers[2].Select(p => p.ToString()));
        Assert.Equal(["A", "B"], weak.Efficient);

        var inequality = DirectionalDistance.Estimate(units, new() { Emissions = EmissionConstraint.Inequality });
        Near(0, 1, inequality.ShadowPrices["B"]);
    }

    [Fact]
    public void Returns_to_scale_change_the_frontier_as_Kuosmanen_has_it()
    {
        var units = SampleUnits.Of(["A", "B", "C"], [2, 3, 1.5], [1, 2, 2], ("input", [1, 2, 2]));
        // Constant returns: twice A, 4 for 2 tonnes, so the frontier of C is the ray of slope 2.
        var constant = DirectionalDistance.Estimate(units);
        Assert.Equal(5.0 / 11, constant.Scores["C"], 9);
        Near(2, 2, constant.ShadowPrices["C"]);
        // Variable returns: the hull of A, B and full abatement.
        var variable = DirectionalDistance.Estimate(units, new() { Returns = ReturnsToScale.Variable });
        Assert.Equal(3.0 / 7, variable.Scores["C"], 9);
        Near(1, 1, variable.ShadowPrices["C"]);
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    public void The_ends_of_the_price_are_the_slopes_of_the_frontier_on_both_sides(ReturnsToScale returns, EmissionConstraint emissions)
    {
        var units = SampleUnits.Make(25, 3);
        var estimate = DirectionalDistance.Estimate(units, new() { Returns = returns, Emissions = emissions });
        var unlike = 0;
        for (var k = 0; k < units.Count; k++)
        {
            var (b, step) = (estimate.ProjectedEmissions[k], 1e-6 * units.Emissions[k]);
            double MostValueAdded(double at) => MostOutput(units, k, at, returns, emissions);
            var here = MostValueAdded(b);
            // The projection lies on the frontier.
            Assert.Equal(1, estimate.ProjectedValueAdded[k] / here, 1e-8);
            var below = (here - MostValueAdded(b - step)) / step;
            var above = Math.Max((MostValueAdded(b + step) - here) / step, -units.ValueAdded[k] / units.Emissions[k]);
            var interval = estimate.ShadowPrices.Intervals[k];
            Assert.Equal(below, interval.Upper, 1e-3 * (1 + Math.Abs(below)));
            Assert.Equal(above, interval.Lower, 1e-3 * (1 + Math.Abs(above)));
            if (!interval.IsSingle) unlike++;
        }
        Assert.InRange(unlike, 1, units.Count - 1);
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    public void Primal_and_dual_agree_to_eight_digits_and_prices_withstand_a_perturbation(ReturnsToScale returns, EmissionConstraint emissions)
    {
        foreach (var direction in new[] { DirectionVector.Own, DirectionVector.ValueAddedOnly, DirectionVector.Fixed(1e10, 1e6) })
        {
            var units = SampleUnits.Make(20, 5);
            var options = new DirectionalDistanceOptions { Returns = returns, Emissions = emissions, Direction = direction };
            var estimate = DirectionalDistance.Estimate(units, options);
            for (var k = 0; k < units.Count; k++)
            {
                var program = DirectionalDistance.Program(units, units.Axis.Labels[k], options);
                Duality.Check(program);
                Duality.CheckPriceInterval(program, "value added", "emissions",
                    estimate.ShadowPrices.Intervals[k].Times(units.Emissions[k] / units.ValueAdded[k]));
            }
        }
    }

    [Fact]
    public void The_multiplier_program_of_METHODS_gives_the_same_inefficiency_and_a_price_in_the_interval()
    {
        var units = SampleUnits.Make(20, 8);
        var estimate = DirectionalDistance.Estimate(units);
        for (var o = 0; o < units.Count; o++)
        {
            // min νx0 − μy0 + ωb0, νx_k − μy_k + ωb_k ≥ 0, μy0 + ωb0 = 1; numbers in multiples of the unit's own.
            var (y, b) = (units.ValueAdded / units.ValueAdded[o], units.Emissions / units.Emissions[o]);
            var x = units.Inputs.Select(i => i.Values / i.Values[o]).ToArray();
            var program = new LinearProgram("multipliers", Optimization.Minimize,
                [new("μ", -1), LinearVariable.Free("ω", 1), .. x.Select((_, n) => new LinearVariable($"ν{n}", 1))],
                [
                    LinearConstraint.Equal("unit", 1, [new(0, 1), new(1, 1)]),
                    .. Enumerable.Range(0, units.Count).Select(k => LinearConstraint.AtLeast($"k{k}", 0,
                        [new(0, -y[k]), new(1, b[k]), .. x.Select((v, n) => new LinearTerm(2 + n, v[k]))])),
                ]);
            var solution = program.Solve();
            Assert.Equal(solution.Objective, estimate.Scores[o], 1e-8);
            var price = solution["ω"] / solution["μ"] * units.ValueAdded[o] / units.Emissions[o];
            var interval = estimate.ShadowPrices.Intervals[o];
            Assert.InRange(price, interval.Lower - 1e-6 * Math.Abs(interval.Lower), interval.Upper + 1e-6 * Math.Abs(interval.Upper));
        }
    }

    [Fact]
    public void Programs_of_a_real_size_have_the_optimum_that_glpsol_finds()
    {
        Assert.SkipUnless(CommandLineSolver.Glpsol.IsInstalled, "glpsol is not installed; Debian and Ubuntu: apt install glpk-utils.");
        var units = SampleUnits.Make(60, 2);
        foreach (var unit in units.Axis.Labels.Take(15))
        {
            var program = DirectionalDistance.Program(units, unit, new() { Returns = ReturnsToScale.Variable });
            Assert.Equal(program.Solve().Objective, -CommandLineSolver.Glpsol.Solve(program).Objective, 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Technologies))]
    public void Peers_span_the_projection(ReturnsToScale returns, EmissionConstraint emissions)
    {
        var units = SampleUnits.Make(30, 11);
        var estimate = DirectionalDistance.Estimate(units, new() { Returns = returns, Emissions = emissions });
        for (var k = 0; k < units.Count; k++)
        {
            Assert.All(estimate.Peers[k], p => Assert.True(estimate.Scores[p.Unit] < 1e-7, $"{p.Unit} is a peer of u{k} but inefficient"));
            if (returns == ReturnsToScale.Constant)
                Assert.InRange(estimate.Peers[k].Sum(p => p.Weight * units.ValueAdded[units.Axis.IndexOf(p.Unit)]) / estimate.ProjectedValueAdded[k], 1 - 1e-8,
                    double.MaxValue);
            else Assert.Equal(1, estimate.Peers[k].Sum(p => p.Weight) + estimate.AbatedAway[k], 1e-8);
        }
    }

    [Fact]
    public void What_is_abated_away_is_no_peer()
    {
        // C's input is between D's and A's: its best is part A and, to spare input, part D shut down. D by itself could do better.
        var units = SampleUnits.Of(["A", "C", "D", "E"], [4, 1, 0.1, 0.5], [2, 1.5, 1, 0.5], ("input", [2, 1.5, 1, 1]));
        var estimate = DirectionalDistance.Estimate(units, new() { Returns = ReturnsToScale.Variable, Emissions = EmissionConstraint.Inequality });
        Assert.True(estimate.Scores["D"] > 0.1);
        Assert.DoesNotContain("D", estimate.Peers.SelectMany(p => p).Select(p => p.Unit));
        Assert.All(Enumerable.Range(0, 4), k => Assert.Equal(1, estimate.Peers[k].Sum(p => p.Weight) + estimate.AbatedAway[k], 1e-9));
        Assert.True(estimate.AbatedAway.Values.Maximum() > 0.1);
        Assert.Contains("share abated away", estimate.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("share abated away", DirectionalDistance.Estimate(units).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_the_units_of_measurement_of_inputs_nor_a_dominated_unit_changes_anything() =>
        Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), seed =>
        {
            var one = DirectionalDistance.Estimate(SampleUnits.Make(8, seed.Get));
            var other = DirectionalDistance.Estimate(SampleUnits.Make(8, seed.Get, labourUnit: 1e4));
            return Enumerable.Range(0, 8).All(k => Math.Abs(one.Scores[k] - other.Scores[k]) < 1e-8
                && Same(one.ShadowPrices.Intervals[k].Lower, other.ShadowPrices.Intervals[k].Lower)
                && Same(one.ShadowPrices.Intervals[k].Upper, other.ShadowPrices.Intervals[k].Upper));

            static bool Same(double a, double b) => a.Equals(b) || Math.Abs(a - b) <= 1e-6 * (1 + Math.Abs(a));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_price_without_an_end_is_not_made_up()
    {
        // With emissions held B, the largest emitter, has every price below the edge's.
        var units = SampleUnits.Of(["A", "B"], [2, 3], [1, 2], ("input", [1, 1]));
        var estimate = DirectionalDistance.Estimate(units, new() { Direction = DirectionVector.ValueAddedOnly });
        Assert.Equal(double.NegativeInfinity, estimate.ShadowPrices["B"].Lower);
        Assert.Equal(1 * Thousand, estimate.ShadowPrices.At(ShadowPriceEnd.Upper)["B"], 1e-6);
        Assert.Contains("do not determine the lower price of B (no lower end)",
            Assert.Throws<AbatementException>(() => estimate.ShadowPrices.At(ShadowPriceEnd.Lower)).Message, StringComparison.Ordinal);
        Assert.Contains("no lower end", estimate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_can_be_stopped() => Assert.Throws<OperationCanceledException>(
        () => DirectionalDistance.Estimate(SampleUnits.Make(5, 1), cancellation: new CancellationToken(canceled: true)));

    // The greatest value added for given emissions and the unit's inputs, written anew from the definition.
    private static double MostOutput(ProductionUnits units, int unit, double emissions, ReturnsToScale returns, EmissionConstraint constraint)
    {
        var n = units.Count;
        var (y, b) = (units.ValueAdded / units.ValueAdded[unit], units.Emissions / units.Emissions[unit]);
        var abated = returns == ReturnsToScale.Variable ? n : 0;
        var emitted = Enumerable.Range(0, n).Select(k => new LinearTerm(k, b[k])).ToArray();
        var at = emissions / units.Emissions[unit];
        List<LinearConstraint> constraints = [constraint == EmissionConstraint.Equality ? LinearConstraint.Equal("b", at, emitted)
            : LinearConstraint.AtMost("b", at, emitted)];
        foreach (var input in units.Inputs)
            constraints.Add(LinearConstraint.AtMost(input.Name, 1,
                [.. Enumerable.Range(0, n + abated).Select(k => new LinearTerm(k, input.Values[k % n] / input.Values[unit]))]));
        if (abated > 0) constraints.Add(LinearConstraint.Equal("weights", 1, [.. Enumerable.Range(0, 2 * n).Select(k => new LinearTerm(k, 1))]));
        var solution = new LinearProgram("most value added", Optimization.Maximize,
            Enumerable.Range(0, n + abated).Select(k => new LinearVariable($"z{k}", k < n ? y[k] : 0)), constraints).Solve();
        return solution.Status == SolutionStatus.Optimal ? solution.Objective * units.ValueAdded[unit] : double.NegativeInfinity;
    }

    private static void Near(double lower, double upper, ValueRange range)
    {
        Assert.Equal(lower * Thousand, range.Lower, 1e-6);
        Assert.Equal(upper * Thousand, range.Upper, 1e-6);
    }
}
