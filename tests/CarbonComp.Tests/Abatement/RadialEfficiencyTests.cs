namespace CarbonComp.Tests.Abatement;

public class RadialEfficiencyTests
{
    private static LabelledVector Data(string name, params double[] values) =>
        new(name, new CategoryAxis("unit", Enumerable.Range(0, values.Length).Select(k => $"{(char)('A' + k)}")), values, Unit.One, ValueStatus.Illustrative);

    // Two inputs for one unit of output: Cooper, Seiford and Tone, example 2.2.
    private static readonly LabelledVector[] TwoInputs = [Data("x1", 4, 7, 8, 4, 2, 10), Data("x2", 3, 3, 1, 2, 4, 1)];
    private static readonly LabelledVector[] OneOutput = [Data("y", 1, 1, 1, 1, 1, 1)];

    // Tone 2001.
    private static readonly LabelledVector[] Inputs = [Data("x1", 4, 6, 8, 8, 2), Data("x2", 3, 3, 1, 1, 4)];
    private static readonly LabelledVector[] Outputs = [Data("y1", 2, 2, 6, 6, 1), Data("y2", 3, 3, 2, 1, 4)];

    // Scores, peers and slacks were solved with glpsol, the programs written out as in the textbooks.
    [Theory]
    [InlineData(RadialOrientation.Input, ReturnsToScale.Constant, 0.857143, 0.631579, 1.0, 1.0, 1.0, 1.0)]
    [InlineData(RadialOrientation.Output, ReturnsToScale.Constant, 1.166667, 1.583333, 1.0, 1.0, 1.0, 1.0)]
    [InlineData(RadialOrientation.Input, ReturnsToScale.Variable, 0.857143, 0.631579, 1.0, 1.0, 1.0, 1.0)]
    [InlineData(RadialOrientation.Output, ReturnsToScale.Variable, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)]
    public void Two_inputs_and_one_output_match_the_textbook(RadialOrientation orientation, ReturnsToScale returns, params double[] scores) =>
        Match(scores, RadialEfficiency.Estimate(TwoInputs, OneOutput, orientation, returns).Scores);

    [Theory]
    [InlineData(RadialOrientation.Input, ReturnsToScale.Constant, 0.9, 0.833333, 1.0, 1.0, 1.0)]
    [InlineData(RadialOrientation.Output, ReturnsToScale.Constant, 1.111111, 1.2, 1.0, 1.0, 1.0)]
    [InlineData(RadialOrientation.Input, ReturnsToScale.Variable, 1.0, 0.833333, 1.0, 1.0, 1.0)]
    [InlineData(RadialOrientation.Output, ReturnsToScale.Variable, 1.111111, 1.111111, 1.0, 1.0, 1.0)]
    public void Two_inputs_and_two_outputs_match_an_independent_solver(RadialOrientation orientation, ReturnsToScale returns, params double[] scores) =>
        Match(scores, RadialEfficiency.Estimate(Inputs, Outputs, orientation, returns).Scores);

    [Fact]
    public void Peers_and_slacks_are_those_of_the_second_program()
    {
        var estimate = RadialEfficiency.Estimate(TwoInputs, OneOutput);
        Assert.Equal(["D 0.714", "E 0.286"], estimate.Peers[0].Select(p => p.ToString()));
        Assert.Equal(["D 0.895", "C 0.105"], estimate.Peers[1].Select(p => p.ToString()));
        // F has θ = 1 and is not efficient: C does with 2 less of x1.
        Assert.Equal(2, estimate.Slacks[0]["F"], 1e-9);
        Assert.Equal(["C 1"], estimate.Peers[5].Select(p => p.ToString()));
        // Tone's unit D lacks one unit of y2, in either orientation and with either returns.
        foreach (var orientation in Enum.GetValues<RadialOrientation>())
            foreach (var returns in Enum.GetValues<ReturnsToScale>())
                Assert.Equal(1, RadialEfficiency.Estimate(Inputs, Outputs, orientation, returns).Slacks[3]["D"], 1e-9);
        Assert.Contains("CCR (constant returns), input-oriented", estimate.ToString());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void Score_peers_and_slacks_fit_together(int seed)
    {
        var units = SampleUnits.Make(15, seed);
        LabelledVector[] inputs = [.. units.Inputs, new("emissions", units.Axis, units.Emissions, Unit.TonneCO2, ValueStatus.Illustrative)];
        LabelledVector[] outputs = [new("value added", units.Axis, units.ValueAdded, units.Currency, ValueStatus.Illustrative)];
        var byInput = RadialEfficiency.Estimate(units);
        for (var k = 0; k < units.Count; k++)
        {
            double At(LabelledVector v) => byInput.Peers[k].Sum(p => p.Weight * v[units.Axis.IndexOf(p.Unit)]);
            for (var n = 0; n < inputs.Length; n++)
                Assert.Equal(1, (byInput.Scores[k] * inputs[n][k] - byInput.Slacks[n][k]) / At(inputs[n]), 1e-7);
            Assert.Equal(1, (outputs[0][k] + byInput.Slacks[^1][k]) / At(outputs[0]), 1e-7);
        }
        // φ = 1/θ with constant returns; variable returns envelop closer; the slacks-based measure is never above the radial one.
        Match([.. byInput.Scores.Values], RadialEfficiency.Estimate(inputs, outputs, RadialOrientation.Output).Efficiency);
        var variable = RadialEfficiency.Estimate(units, returns: ReturnsToScale.Variable);
        Assert.All(Enumerable.Range(0, units.Count), k => Assert.True(variable.Scores[k] >= byInput.Scores[k] - 1e-9));
        var slacks = SlacksBasedMeasure.Plain(inputs, outputs);
        Assert.All(Enumerable.Range(0, units.Count), k => Assert.True(slacks.Scores[k] <= byInput.Scores[k] + 1e-9));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused_by_name()
    {
        Assert.Contains("at least one input", Refused([], OneOutput));
        Assert.Contains("x1 of B is -7", Refused([Data("x1", 4, -7)], [Data("y", 1, 1)]));
        Assert.Contains("B has no output", Refused([Data("x1", 4, 7)], [Data("y", 1, 0)]));
        Assert.Contains("x2 is 0 for every unit", Refused([Data("x1", 4, 7), Data("x2", 0, 0)], [Data("y", 1, 1)]));
        Assert.Throws<AxisException>(() => RadialEfficiency.Estimate([Data("x", 1, 2)], [Data("x", 1, 2)]));

        static string Refused(LabelledVector[] inputs, LabelledVector[] outputs) =>
            Assert.Throws<AbatementException>(() => RadialEfficiency.Estimate(inputs, outputs)).Message;
    }

    private static void Match(double[] expected, LabelledVector scores)
    {
        for (var k = 0; k < expected.Length; k++) Assert.Equal(expected[k], scores[k], 1e-6);
    }
}
