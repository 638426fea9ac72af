using CarbonComp.Tests;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Uncertainty.Tests;

public class OneAtATimeTests
{
    [Fact]
    public void Elementary_effects_of_a_linear_result_are_its_coefficients_without_spread()
    {
        var effects = MorrisScreening.OfNumber(TestInputs.Uniform(3), 10, x => 2 * x[0] - 5 * x[1] + 7).Effects();
        Assert.All(effects.Mean.Values.Zip([2.0, -5, 0]), pair => Assert.Equal(pair.Second, pair.First, 10));
        Assert.All(effects.MeanAbsolute.Values.Zip([2.0, 5, 0]), pair => Assert.Equal(pair.Second, pair.First, 10));
        Assert.All(effects.StandardDeviation.Values, sigma => Assert.Equal(0, sigma, 10));
    }

    [Fact]
    public void An_interaction_shows_as_spread_of_the_effects()
    {
        var effects = MorrisScreening.OfNumber(TestInputs.Uniform(3), 40, x => x[0] * x[1] + x[2]).Effects();
        Assert.InRange(effects.StandardDeviation["x1"], 0.1, 0.5);
        Assert.Equal(0, effects.StandardDeviation["x3"], 10);
        // The effect of x1 is x2, which stands at 1/8, 3/8, 5/8 and 7/8.
        Assert.InRange(effects.MeanAbsolute["x1"], 0.35, 0.65);
    }

    [Fact]
    public void Morris_ranks_the_G_function_as_its_total_indices_do()
    {
        double[] a = [0, 1, 4.5, 9, 99, 99];
        var effects = MorrisScreening.OfNumber(TestInputs.Uniform(6), 60,
            x => a.Select((v, i) => (Math.Abs(4 * x[i] - 2) + v) / (1 + v)).Aggregate(1.0, (p, f) => p * f), levels: 8).Effects();
        Assert.Equal(["x1", "x2", "x3", "x4"], effects.MeanAbsolute.Ranked().Take(4));
    }

    [Fact]
    public void A_tornado_has_the_widest_range_first_and_the_medians_in_the_middle()
    {
        UncertainInputs inputs = new(TestInputs.Of("small", Distribution.Uniform(0, 1)), TestInputs.Of("large", Distribution.Uniform(-10, 10)));
        var regions = RegionAxis.Of("North");
        var tornado = OneAtATime.Of(inputs, x => new("payment", regions, [x["small"] - x["large"]], Unit.Yuan, ValueStatus.Paper), 0.8).Tornado("North");
        Assert.Equal(["large", "small"], tornado.Low.Axis.Labels);
        Assert.Equal(0.5, tornado.Base.Value, 12);
        Assert.Equal([8.5, 0.1], tornado.Low.Values.Select(v => Math.Round(v, 12)));
        Assert.Equal([-7.5, 0.9], tornado.High.Values.Select(v => Math.Round(v, 12)));
        Assert.Equal(ValueStatus.Illustrative, tornado.Status);
    }

    [Fact]
    public void What_cannot_be_screened_is_refused()
    {
        void Says(string sentence, Func<object> make) => Assert.Contains(sentence, Assert.Throws<UncertaintyException>(() => make()).Message);
        var inputs = TestInputs.Uniform(2);
        Says("Take an even number", () => MorrisScreening.OfNumber(inputs, 5, x => x[0], levels: 5));
        Says("have no spread", () => MorrisScreening.OfNumber(inputs, 1, x => x[0]));
        Says("correlated ranks", () => MorrisScreening.OfNumber(inputs.Correlated(("x1", "x2", 0.3)), 5, x => x[0]));
        Says("0.9 for 90 %", () => OneAtATime.Of(inputs, _ => throw new InvalidOperationException(), level: 90));
    }

    [Fact]
    public void The_field_of_influence_gives_the_change_that_a_new_factorization_gives() => Prop.ForAll(RandomTable.Any, Gen.Choose(0, 1000).ToArbitrary(),
        (sample, place) =>
        {
            var (table, system, n) = (sample.Table, LeontiefSystem.Of(sample.Table), sample.Table.Axis.Count);
            var (i, j, e) = (place % n, place / n % n, 0.02 / n);
            var field = FieldOfInfluence.Of(table, system, table.Axis.Labels[i], table.Axis.Labels[j]);
            var inverse = system.Inverse();
            var changed = (inverse.Inverse() - Matrix<double>.Build.Dense(n, n, (r, c) => r == i && c == j ? e : 0)).Inverse();
            Assert.Equal(0, (inverse + field.Field().Values * (e / (1 - e * field.Feedback)) - changed).FrobeniusNorm(), 9);
            var use = new LabelledVector("final use", table.Axis, table.FinalUse.RowSums(), table.Unit, table.Status);
            var change = field.ChangeOf(sample.Intensity, use, e);
            Assert.Equal(sample.Intensity.Values.DotProduct((changed - inverse) * use.Values), change.Value, 1e-6 * (1 + sample.Emitted));
            Assert.Equal(sample.Intensity.Stressor.Unit, change.Unit);
            Assert.Equal(ValueStatus.Illustrative, change.Status);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_coefficient_that_leaves_nothing_for_final_use_is_refused()
    {
        var sample = RandomTable.Build(2, 3, seed: 4);
        var field = FieldOfInfluence.Of(sample.Table, LeontiefSystem.Of(sample.Table), sample.Table.Axis.Labels[1], sample.Table.Axis.Labels[1]);
        var use = new LabelledVector("final use", sample.Table.Axis, sample.Table.FinalUse.RowSums(), sample.Table.Unit, ValueStatus.Illustrative);
        Assert.Contains("cannot deliver any final use",
            Assert.Throws<UncertaintyException>(() => field.ChangeOf(sample.Intensity, use, 1 / field.Feedback)).Message);
    }
}
