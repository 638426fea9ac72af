namespace CarbonComp.Tests.Abatement;

public class SlacksBasedMeasureTests
{
    // Tone 2001, five units A–E, two inputs and two outputs, constant returns.
    private static readonly CategoryAxis Units = new("unit", "A", "B", "C", "D", "E");

    private static LabelledVector Data(string name, params double[] values) => new(name, Units, values, Unit.One, ValueStatus.Paper);

    [Fact]
    public void Tone_2001_to_the_printed_digits()
    {
        var result = SlacksBasedMeasure.Plain([Data("x1", 4, 6, 8, 8, 2), Data("x2", 3, 3, 1, 1, 4)], [Data("y1", 2, 2, 6, 6, 1), Data("y2", 3, 3, 2, 1, 4)]);
        Assert.Equal([0.79798, 0.568182, 1, 0.666667, 1], result.Scores.Values.ToArray(), (a, b) => Math.Abs(a - b) < 5e-6);
        // D has C as its peer and lacks one of the second output.
        Assert.Equal(["C 1"], result.Peers[3].Select(p => p.ToString()));
        Assert.Equal(1, result.Slacks[3]["D"], 1e-9);
        Assert.Equal(ValueStatus.Paper, result.Status);
    }

    [Theory]
    [InlineData(ReturnsToScale.Constant)]
    [InlineData(ReturnsToScale.Variable)]
    public void Primal_and_dual_agree_to_eight_digits_and_prices_withstand_a_perturbation(ReturnsToScale returns)
    {
        var units = SampleUnits.Make(25, 4);
        var estimate = SlacksBasedMeasure.Estimate(units, returns);
        for (var k = 0; k < units.Count; k++)
        {
            var program = SlacksBasedMeasure.Program(units, units.Axis.Labels[k], returns);
            Duality.Check(program);
            Duality.CheckPriceInterval(program, "output value added", "bad output emissions",
                estimate.ShadowPrices.Intervals[k].Times(units.Emissions[k] / units.ValueAdded[k]));
            Assert.True(estimate.ShadowPrices.Intervals[k].Lower >= 0);
        }
    }

    [Theory]
    [InlineData(ReturnsToScale.Constant)]
    [InlineData(ReturnsToScale.Variable)]
    public void The_multipliers_of_METHODS_give_the_same_efficiency(ReturnsToScale returns)
    {
        var units = SampleUnits.Make(20, 6);
        var estimate = SlacksBasedMeasure.Estimate(units, returns);
        var m = units.Inputs.Count;
        for (var o = 0; o < units.Count; o++)
        {
            // max ξ = u_g y0 − v x0 − u_b b0 (+ u0); numbers in multiples of the unit's own.
            var (y, b) = (units.ValueAdded / units.ValueAdded[o], units.Emissions / units.Emissions[o]);
            var x = units.Inputs.Select(i => i.Values / i.Values[o]).ToArray();
            var free = returns == ReturnsToScale.Variable ? 1 : 0;
            LinearTerm[] profit = [new(0, 1), new(1, -1), .. x.Select((_, n) => new LinearTerm(3 + n, -1)), new(2, free)];
            var program = new LinearProgram("multipliers", Optimization.Maximize,
                [new("ug", 1), new("ub", -1), LinearVariable.Free("u0", free), .. x.Select((_, n) => new LinearVariable($"v{n}", -1, 1.0 / m))],
                [
                    .. Enumerable.Range(0, units.Count).Select(k => LinearConstraint.AtMost($"k{k}", 0,
                        [new(0, y[k]), new(1, -b[k]), new(2, free), .. x.Select((v, n) => new LinearTerm(3 + n, -v[k]))])),
                    Floor("g", 0), Floor("b", 1),
                ]);
            Assert.Equal(1 + program.Solve().RequireOptimal().Objective, estimate.Scores[o], 1e-8);

            // 2u − ξ ≥ 1.
            LinearConstraint Floor(string name, int variable) => LinearConstraint.AtLeast(name, 1,
                [.. profit.Select(t => new LinearTerm(t.Variable, -t.Coefficient + (t.Variable == variable ? 2 : 0)))]);
        }
    }

    [Fact]
    public void Slacks_lead_to_the_peers_and_explain_the_score()
    {
        var units = SampleUnits.Make(20, 9);
        var estimate = SlacksBasedMeasure.Estimate(units);
        for (var k = 0; k < units.Count; k++)
        {
            double At(MathNet.Numerics.LinearAlgebra.Vector<double> data) => estimate.Peers[k].Sum(p => p.Weight * data[units.Axis.IndexOf(p.Unit)]);
            var slacks = estimate.Slacks.Select(s => s[k]).ToArray();
            Assert.Equal(1, (units.Emissions[k] - slacks[4]) / At(units.Emissions), 1e-7);
            Assert.Equal(1, (units.ValueAdded[k] + slacks[3]) / At(units.ValueAdded), 1e-7);
            var saved = units.Inputs.Select((input, n) => slacks[n] / input.Values[k]).Average();
            var missed = (slacks[3] / units.ValueAdded[k] + slacks[4] / units.Emissions[k]) / 2;
            Assert.Equal(estimate.Scores[k], (1 - saved) / (1 + missed), 1e-7);
        }
    }

    [Fact]
    public void What_it_would_divide_by_zero_is_refused_by_name()
    {
        var units = SampleUnits.Of(["Beijing", "Tianjin"], [3, 2], [1, 2], ("capital", [1, 2]), ("coal", [0, 1]));
        Assert.Contains("coal of Beijing is 0", Assert.Throws<AbatementException>(() => SlacksBasedMeasure.Estimate(units)).Message, StringComparison.Ordinal);
        Assert.Contains("y1 of C is -1", Assert.Throws<AbatementException>(
            () => SlacksBasedMeasure.Plain([Data("x1", 4, 6, 8, 8, 2)], [Data("y1", 2, 2, -1, 6, 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("at least one input and one output", Assert.Throws<AbatementException>(
            () => SlacksBasedMeasure.Plain([], [Data("y1", 2, 2, 1, 6, 1)])).Message, StringComparison.Ordinal);
    }
}
