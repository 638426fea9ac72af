namespace CarbonComp.Uncertainty.Tests;

public class EnsembleTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("North", "South", "West");

    private static LabelledVector Payment(Draw draw) =>
        new("payment", Regions, [draw["x1"], draw["x2"] - 0.25, 0.5], Unit.Yuan, ValueStatus.Statistic);

    private static Ensemble Sampled(int runs = 1024, int? workers = null) => Ensemble.Of(InputSample.Draw(TestInputs.Uniform(2), runs), Payment, workers);

    [Fact]
    public void Mean_interval_and_probability_are_those_of_the_distribution()
    {
        var intervals = Sampled().Intervals(0.8);
        Assert.Equal(0.5, intervals.Mean["North"], 0.001);
        Assert.Equal(0.25, intervals.Median["South"], 0.002);
        Assert.Equal(0.1, intervals.Lower["North"], 0.002);
        Assert.Equal(0.9, intervals.Upper["North"], 0.002);
        Assert.Equal([1, 0.75, 1], intervals.ProbabilityAboveZero.Values);
        Assert.Equal(["North", "West"], intervals.Firm());
        Assert.Equal(0.5, intervals.Lower["West"]);
        Assert.Equal(Unit.Yuan, intervals.Upper.Unit);
    }

    [Fact]
    public void A_result_is_as_illustrative_as_its_weakest_input() => Assert.Equal(ValueStatus.Illustrative, Sampled(8).Intervals().Status);

    [Fact]
    public void Rank_shares_add_up_to_one_by_label_and_by_rank_and_ties_share()
    {
        var ranks = Sampled().RankAcceptability();
        Assert.All(ranks.Shares.RowSums().Values.Concat(ranks.Shares.ColumnSums().Values), sum => Assert.Equal(1, sum, 12));
        // West, 0.5, is first where x1 < 0.5 and x2 < 0.75.
        Assert.Equal(0.5 * 0.75, ranks.Shares["West", "1"], 0.01);
        var tied = Ensemble.Of(InputSample.Draw(TestInputs.Uniform(1), 8), _ => new LabelledVector("v", Regions, [1.0, 1, 0], Unit.Yuan, ValueStatus.Paper));
        Assert.Equal([0.5, 0.5, 0], tied.RankAcceptability().Shares.Values.Row(1));
        Assert.Equal([1.5, 1.5, 3], tied.RankAcceptability().MeanRank().Values);
    }

    [Fact]
    public void Results_are_the_same_with_any_number_of_workers()
    {
        var (one, four) = (Sampled(200, 1), Sampled(200, 4));
        for (var run = 0; run < 200; run++) Assert.Equal(one[run].Values, four[run].Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_first_run_that_fails_is_named_with_its_values(int workers)
    {
        var sample = InputSample.Draw(TestInputs.Uniform(2), 200, SamplingMethod.MonteCarlo);
        var first = Enumerable.Range(0, 200).First(i => sample[i]["x1"] > 0.8);
        var error = Assert.Throws<UncertaintyException>(() => Ensemble.Of(sample,
            draw => draw["x1"] > 0.8 ? throw new CarbonCompException("The price is too high.") : Payment(draw), workers));
        Assert.StartsWith(FormattableString.Invariant($"Run {first} (x1 = {sample[first]["x1"]:G6}, x2 = {sample[first]["x2"]:G6}) cannot be computed"),
            error.Message);
        Assert.EndsWith("The price is too high.", error.Message);
    }

    [Fact]
    public void A_run_that_measures_something_else_is_refused() => Assert.Throws<UnitException>(() => Ensemble.Of(
        InputSample.Draw(TestInputs.Uniform(1), 8), draw => new("v", Regions, [1.0, 1, 0], draw.Index < 5 ? Unit.Yuan : Unit.TonneCO2, ValueStatus.Paper)));

    [Fact]
    public void Work_tells_its_progress_and_can_be_stopped()
    {
        var told = new List<double>();
        Ensemble.Of(InputSample.Draw(TestInputs.Uniform(2), 500), Payment, progress: new Direct(told.Add));
        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => Ensemble.Of(InputSample.Draw(TestInputs.Uniform(2), 500), draw =>
        {
            if (draw.Index == 20) stop.Cancel();
            return Payment(draw);
        }, cancellation: stop.Token));
    }

    [Fact]
    public void Levels_in_per_cent_are_refused()
    {
        Assert.Contains("0.9 for 90 %", Assert.Throws<UncertaintyException>(() => Sampled(8).Intervals(90)).Message);
        Assert.Throws<UncertaintyException>(() => Sampled(8).Quantile(95));
        Assert.Throws<UncertaintyException>(() => Sampled(8).Intervals().Firm(95));
        Assert.Throws<UncertaintyException>(() => Sampled(8, workers: 0));
    }

    private sealed class Direct(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
