using CarbonComp.Abatement;

namespace CarbonComp.Uncertainty.Tests;

public class RadialBootstrapTests
{
    private static readonly CategoryAxis Plants = new("plant", Enumerable.Range(1, 12).Select(i => $"P{i}"));

    private static LabelledVector Of(string name, Func<int, double> value) =>
        new(name, Plants, Enumerable.Range(1, 12).Select(value), Unit.One, ValueStatus.Statistic);

    private static readonly LabelledVector Labour = Of("labour", i => 10 + i * 7 % 12), Energy = Of("energy", i => 5 + i * 5 % 11),
        Output = Of("output", i => 8 + i * 3 % 7);

    private static RadialBootstrap Two(ReturnsToScale returns = ReturnsToScale.Constant, long seed = 1) =>
        RadialBootstrap.Of([Labour, Energy], [Output], returns, 60, seed: seed);

    [Theory, InlineData(ReturnsToScale.Constant), InlineData(ReturnsToScale.Variable)]
    public void Drawn_frontiers_lie_inside_so_no_bias_is_negative_and_intervals_below_the_estimate(ReturnsToScale returns)
    {
        var bootstrap = Two(returns);
        var estimated = RadialEfficiency.Estimate([Labour, Energy], [Output], returns: returns).Scores;
        Assert.All(estimated.Values.Zip(bootstrap.Efficiency.Values), p => Assert.Equal(p.First, p.Second, 9));
        for (var b = 0; b < bootstrap.Replications; b++)
            Assert.All(bootstrap[b].Values.Zip(estimated.Values), p => Assert.True(p.First >= p.Second - 1e-9));
        for (var k = 0; k < 12; k++)
        {
            Assert.True(estimated[k] / 2 <= bootstrap.Lower[k] && bootstrap.Lower[k] <= bootstrap.Upper[k] && bootstrap.Upper[k] <= estimated[k] + 1e-9);
            var distances = Enumerable.Range(0, bootstrap.Replications).Select(b => 1 / bootstrap[b][k]);
            Assert.Equal(2 / estimated[k] - distances.Average(), 1 / bootstrap.Corrected[k], 9);
            Assert.Equal(estimated[k] - bootstrap.Bias[k], bootstrap.Corrected[k], 9);
        }
        Assert.Contains(bootstrap.Bias.Values, b => b > 0.01);
    }

    [Fact]
    public void With_one_input_and_output_every_score_of_a_replication_grows_by_the_same_factor()
    {
        // θ_k = r_k / max r with r = y/x, and θ*_k = r_k / max r*, whoever k is.
        var bootstrap = RadialBootstrap.Of([Labour], [Output], replications: 40);
        var best = Enumerable.Range(0, 12).Max(k => Output[k] / Labour[k]);
        for (var b = 0; b < 40; b++)
        {
            var factor = bootstrap[b][0] / bootstrap.Efficiency[0];
            for (var k = 0; k < 12; k++)
            {
                Assert.Equal(Output[k] / Labour[k] / best, bootstrap.Efficiency[k], 9);
                Assert.Equal(factor, bootstrap[b][k] / bootstrap.Efficiency[k], 9);
            }
        }
    }

    [Fact]
    public void Almost_without_smoothing_the_frontier_is_one_of_the_drawn_scores()
    {
        // The best ratio is then that of the largest score drawn: θ*_k/θ_k = 1/max θ* with θ* among the scores.
        var bootstrap = RadialBootstrap.Of([Labour], [Output], replications: 40, bandwidth: 1e-9);
        for (var b = 0; b < 40; b++)
            Assert.Contains(bootstrap.Efficiency.Values, score => Math.Abs(bootstrap.Efficiency[0] / bootstrap[b][0] - score) < 1e-6);
    }

    [Fact]
    public void A_replication_depends_on_seed_and_number_alone_and_units_of_measurement_do_not_matter()
    {
        var (first, again, other) = (Two(), Two(), Two(seed: 2));
        Assert.Equal(first[17].Values, again[17].Values);
        Assert.NotEqual(first[17].Values, other[17].Values);
        var scaled = RadialBootstrap.Of([1_000_000 * Labour, Energy], [1e-3 * Output], replications: 60);
        Assert.All(first[17].Values.Zip(scaled[17].Values), p => Assert.Equal(p.First, p.Second, 7));
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<UncertaintyException>(() => RadialBootstrap.Of([Labour], [Output], replications: 5));
        Assert.Throws<UncertaintyException>(() => RadialBootstrap.Of([Labour], [Output], level: 95));
        Assert.Throws<UncertaintyException>(() => RadialBootstrap.Of([Labour], [Output], bandwidth: -1));
        Assert.Contains("All units are efficient", Assert.Throws<UncertaintyException>(() =>
            RadialBootstrap.Of([Labour], [2 * Labour], replications: 20)).Message);
        Assert.Throws<UncertaintyException>(() => EstimateSpread.Of("cost", [Labour]));
    }

    [Fact]
    public void The_spread_of_estimates_is_lowest_median_and_highest()
    {
        var spread = EstimateSpread.Of("cost", [Labour, 3 * Labour, 2 * Labour]);
        Assert.Equal(Labour.Values, spread.Lowest.Values);
        Assert.Equal((2 * Labour).Values, spread.Median.Values);
        Assert.Equal((3 * Labour).Values, spread.Highest.Values);
    }
}
