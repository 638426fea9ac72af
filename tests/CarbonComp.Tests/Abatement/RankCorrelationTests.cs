namespace CarbonComp.Tests.Abatement;

public class RankCorrelationTests
{
    [Fact]
    public void Opposite_ranks_of_five_are_as_rare_as_two_of_their_permutations()
    {
        var correlation = Of([5, 4, 3, 2, 1], [10, 20, 30, 400, 5000]);
        Assert.Equal(-1, correlation.Coefficient, 12);
        Assert.Equal(2.0 / 120, correlation.Significance, 12);
    }

    [Fact]
    public void Ties_share_their_mean_rank()
    {
        // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5 over √(4.5 · 5).
        Assert.Equal(4.5 / Math.Sqrt(22.5), Of([1, 7, 7, 9], [1, 2, 3, 4]).Coefficient, 12);
    }

    [Fact]
    public void Numbers_that_differ_by_rounding_only_tie()
    {
        // As above; 0.1 + 0.2 and 0.3 differ in the last digit, and one part in a thousand million is the widest tie.
        var tied = 4.5 / Math.Sqrt(22.5);
        Assert.Equal(tied, Of([0.1, 0.1 + 0.2, 0.3, 0.9], [1, 2, 3, 4]).Coefficient, 12);
        Assert.Equal(tied, Of([-0.9, -0.3, -0.3 * (1 + 0.9e-9), -0.1], [1, 3, 2, 4]).Coefficient, 12);
        Assert.Equal(Of([1, 7, 7, 9], [1, 2, 3, 4]).Significance, Of([0.1, 0.1 + 0.2, 0.3, 0.9], [1, 2, 3, 4]).Significance);
        Assert.Equal(1, Of([0.1, 0.3, 0.3 * (1 + 1.1e-9), 0.9], [1, 2, 3, 4]).Coefficient, 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_of_a_sum_does_not_change_a_correlation(int seed)
    {
        // Ten labels share one sum of a hundred numbers, each adds them up in an order of its own; two labels are above.
        var random = new Random(seed);
        double[] parts = [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
        double[] sums = [.. Enumerable.Range(0, 10).Select(_ => parts.OrderBy(_ => random.Next()).Sum()), 100, 200];
        Assert.True(sums.Distinct().Count() > 3);
        double[] exact = [.. Enumerable.Repeat(50.0, 10), 100, 200], other = [.. Enumerable.Range(1, 12).Select(k => (double)k)];
        Assert.Equal(Of(exact, other).Coefficient, Of(sums, other).Coefficient);
    }

    [Fact]
    public void Ten_ranks_have_the_significance_of_Students_t()
    {
        // The squared differences of the ranks add up to 24: ρ = 1 − 6·24/990; t = 4.6536 with eight degrees of freedom.
        var correlation = Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [3, 1, 2, 6, 4, 5, 10, 7, 8, 9]);
        Assert.Equal(1 - 6 * 24 / 990.0, correlation.Coefficient, 12);
        Assert.Equal(0.0016368, correlation.Significance, 1e-7);
    }

    [Fact]
    public void Correlations_are_written_with_a_minus_sign_and_a_bound_for_small_chances()
    {
        Assert.Equal("ρ = −1.00, p = 0.017", Of([5, 4, 3, 2, 1], [10, 20, 30, 400, 5000]).Brief);
        var twelve = Enumerable.Range(1, 12).Select(k => (double)k).ToArray();
        Assert.EndsWith("Spearman's ρ = 1.00, p < 0.001, n = 12 (illustrative, not observed)", Of(twelve, twelve).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_said_only_where_chance_would_hardly_give_it()
    {
        var falling = Of([5, 4, 3, 2, 1], [10, 20, 30, 400, 5000]);
        Assert.Equal("dear tonnes where little is emitted (ρ = −1.00, p = 0.017)",
            falling.Say(falls: "dear tonnes where little is emitted", rises: "cheap ones"));
        Assert.StartsWith("no clear relation (", falling.Say("falls", "rises", level: 0.01), StringComparison.Ordinal);
        Assert.StartsWith("no clear relation (", Of([1, 3, 2, 4], [2, 1, 4, 3]).Say("falls", "rises"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_vary_has_no_correlation()
    {
        Assert.Contains("the same for every", Assert.Throws<AbatementException>(() => Of([1, 1, 1, 1], [1, 2, 3, 4])).Message, StringComparison.Ordinal);
        Assert.Contains("the same for every", Assert.Throws<AbatementException>(() => Of([0.3, 0.3, 0.1 + 0.2, 0.3], [1, 2, 3, 4])).Message,
            StringComparison.Ordinal);
        Assert.Contains("at least four", Assert.Throws<AbatementException>(() => Of([1, 2, 3], [1, 2, 3])).Message, StringComparison.Ordinal);
    }

    private static RankCorrelation Of(double[] first, double[] second)
    {
        var axis = SectorAxis.Of(first.Select((_, k) => $"s{k}"));
        return RankCorrelation.Of(new("cost", axis, first, Unit.YuanPerTonneCO2, ValueStatus.Illustrative),
            new("emissions", axis, second, Unit.TonneCO2, ValueStatus.Illustrative));
    }
}
