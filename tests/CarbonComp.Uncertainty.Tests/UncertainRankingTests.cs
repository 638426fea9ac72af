namespace CarbonComp.Uncertainty.Tests;

public class UncertainRankingTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("South", "North", "West");

    // North is 0.6 to 1.6, South 0 to 1, West −0.25 to 0.75.
    private static readonly UncertainResult Payment = new(TestInputs.Uniform(3), draw =>
        new("payment", Regions, [draw["x1"], 0.6 + draw["x2"], draw["x3"] - 0.25], Unit.Yuan, ValueStatus.Statistic));

    private static UncertainRanking Ranking(params double[] stated) =>
        Payment.Sample(4096).Ranking(stated.Length == 0 ? null : new("stated", Regions, stated, Unit.Yuan, ValueStatus.Paper));

    [Fact]
    public void Signs_first_and_last_hold_as_often_as_the_distributions_say()
    {
        var ranking = Ranking();
        Assert.Equal(("North", "West"), (ranking.First, ranking.Last));
        Assert.Equal(0.75, ranking.SameSign["West"], 0.003);
        Assert.Equal(["North", "South"], ranking.Firm());
        // South exceeds North where x1 − x2 > 0.6: 0.4² / 2. West exceeds South where x3 − x1 > 0.25, and North where x3 − x2 > 0.85.
        Assert.Equal(1 - (0.08 + 0.75 * 0.75 / 2 + 0.15 * 0.15 / 2) / 3, ranking.OrderHolds, 0.003);
        Assert.Equal(1 - 0.75 * 0.75 / 2, ranking.LastHolds, 0.005);
    }

    [Fact]
    public void Stated_numbers_are_what_is_ranked_and_may_contradict_the_runs()
    {
        var ranking = Ranking(1, -1, 5);
        Assert.Equal(["West", "South", "North"], ranking.ToColumns().All[0].Values.Cast<string>());
        Assert.Equal(0, ranking.SameSign["North"]);
        Assert.InRange(ranking.FirstHolds, 0, 0.02);
        Assert.Equal(["1", "2", "3"], ranking.ToColumns().All[5].Values.Cast<object>().Select(v => $"{v}"));
    }

    [Fact]
    public void A_result_without_spread_keeps_its_ranks_and_equal_numbers_share_the_better_one()
    {
        var certain = new UncertainResult(TestInputs.Uniform(1), _ => new("v", Regions, [2.0, 2, 1], Unit.Yuan, ValueStatus.Statistic));
        Assert.Equal(["1", "1", "3"], certain.Sample(8).Ranking().ToColumns().All[^1].Values.Cast<string>());
    }

    [Fact]
    public void Stated_numbers_of_another_kind_or_of_other_regions_are_refused()
    {
        var ensemble = Payment.Sample(8);
        Assert.Throws<UnitException>(() => ensemble.Ranking(new("stated", Regions, [1.0, 2, 3], Unit.TonneCO2, ValueStatus.Paper)));
        Assert.Throws<AxisException>(() => ensemble.Ranking(new("stated", RegionAxis.Of("East"), [1.0], Unit.Yuan, ValueStatus.Paper)));
        Assert.Throws<UncertaintyException>(() => ensemble.Ranking(level: 90));
        Assert.Throws<UncertaintyException>(() => ensemble.Ranking().Firm(95));
    }
}
