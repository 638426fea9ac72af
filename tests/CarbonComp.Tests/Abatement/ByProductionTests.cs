namespace CarbonComp.Tests.Abatement;

public class ByProductionTests
{
    [Fact]
    public void Two_units_of_one_input_by_hand()
    {
        // Best: 2 billion yuan and 2 Mt for one unit of energy; so a tonne less costs 1000 yuan.
        var units = SampleUnits.Of(["A", "B"], [2, 1], [3, 2], ("energy", [1, 1]));
        var estimate = ByProduction.Estimate(units, "energy");
        Assert.Equal([0, 1], estimate.Scores.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([1.0 / 3, 0], estimate.EmissionScores.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.All(estimate.ShadowPrices.Intervals, i => Assert.Equal((1000, 1000), (Math.Round(i.Lower, 6), Math.Round(i.Upper, 6))));
        Assert.Equal("yuan", estimate.MarginalProductUnit.Symbol);
        Assert.Equal("B 1", Assert.Single(estimate.EmissionPeers[0]).ToString());
    }

    [Theory]
    [InlineData(ReturnsToScale.Constant)]
    [InlineData(ReturnsToScale.Variable)]
    public void Primal_and_dual_agree_to_eight_digits_and_both_slopes_withstand_a_perturbation(ReturnsToScale returns)
    {
        var units = SampleUnits.Make(25, 7);
        var estimate = ByProduction.Estimate(units, "energy", returns);
        var energy = units.Inputs[2].Values;
        for (var k = 0; k < units.Count; k++)
        {
            var unit = units.Axis.Labels[k];
            var intended = ByProduction.IntendedProgram(units, unit, returns);
            var emitting = ByProduction.EmissionProgram(units, unit, "energy", returns);
            Duality.Check(intended);
            Duality.Check(emitting);
            // Value added moves with energy as emissions do with value added elsewhere; emissions move with energy.
            Duality.CheckPriceInterval(intended, "value added", "input energy", estimate.MarginalProducts[k].Times(energy[k] / units.ValueAdded[k]));
            var (product, emission) = (estimate.MarginalProducts[k], estimate.MarginalEmissions[k]);
            CheckEmissions(emitting, emission.Times(energy[k] / units.Emissions[k]));
            var price = estimate.ShadowPrices.Intervals[k];
            if (price.IsEmpty) Assert.Equal(0, emission.Upper);
            else Assert.Equal(product.Lower / emission.Upper, price.Lower, 1e-6 * (1 + price.Lower));
        }

        // The least emissions for a little more or less energy.
        static void CheckEmissions(LinearProgram program, ValueRange slope)
        {
            const double step = 1e-6;
            var theta = program.Solve().Objective;
            double Least(double energy) => new LinearProgram(program.Name, program.Direction, program.Variables,
                [program.Constraints[0], program.Constraints[1] with { Lower = 1 + energy }, .. program.Constraints.Skip(2)])
                    .Solve() is { Status: SolutionStatus.Optimal } s
                ? 1 - s.Objective : double.PositiveInfinity;
            Assert.Equal((1 - theta - Least(-step)) / step, slope.Lower, 1e-4);
            var above = (Least(step) - (1 - theta)) / step;
            if (double.IsFinite(above)) Assert.Equal(above, slope.Upper, 1e-4);
            else Assert.Equal(double.PositiveInfinity, slope.Upper);
        }
    }

    [Fact]
    public void The_input_that_causes_emissions_must_be_there()
    {
        var units = SampleUnits.Of(["Beijing", "Tianjin"], [3, 2], [1, 2], ("capital", [1, 2]), ("coal", [0, 1]));
        Assert.Contains("Beijing emits without any coal", Assert.Throws<AbatementException>(() => ByProduction.Estimate(units, "coal")).Message,
            StringComparison.Ordinal);
        Assert.Contains("There are: capital, coal", Assert.Throws<AxisException>(() => ByProduction.Estimate(units, "gas")).Message, StringComparison.Ordinal);
    }
}
