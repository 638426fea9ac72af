namespace CarbonComp.Tests.Abatement;

public class ReductionCostComparisonTests
{
    private static readonly ChinaLike Data = ChinaLike.Make();

    [Fact]
    public void Each_cost_is_what_its_estimator_gives_alone()
    {
        var comparison = ReductionCostComparison.Estimate(Data.Labour, Data.WithEnergy, "energy");
        Assert.Equal(7, comparison.Estimators.Count);
        void Same(IReductionCostEstimate alone, string name) =>
            Assert.Equal(alone.ShadowPrices.At(ShadowPriceEnd.Upper).Values, comparison.Cost(name).Values);
        Same(QuadraticDistance.Estimate(Data.Labour), "quadratic");
        Same(SlacksBasedMeasure.Estimate(Data.Labour), "slacks-based");
        Same(ByProduction.Estimate(Data.WithEnergy, "energy"), "by-production");
        Same(DirectionalDistance.Estimate(Data.Labour, new() { Returns = ReturnsToScale.Variable, Emissions = EmissionConstraint.Inequality }),
            "DEA, variable, inequality");
    }

    [Fact]
    public void A_row_holds_the_order_of_an_estimators_prices()
    {
        var comparison = ReductionCostComparison.Estimate(Data.Labour, Data.WithEnergy, "energy");
        var columns = comparison.ToColumns().All.ToDictionary(c => c.Name, c => c.Values);
        for (var k = 0; k < comparison.Estimators.Count; k++)
        {
            var sorted = comparison.Costs[k].Values.Order().ToArray();
            Assert.Equal(sorted[0], columns["lowest"].GetValue(k));
            Assert.Equal(sorted[sorted.Length / 2], columns["median"].GetValue(k));
            Assert.Equal(sorted[^1], columns["highest"].GetValue(k));
        }
    }

    [Fact]
    public void An_estimator_that_is_not_there_is_named_with_those_that_are() =>
        Assert.Contains("no estimator \"cubic\". There are: DEA, constant, equation; ", Assert.Throws<AbatementException>(
            () => ReductionCostComparison.Estimate(Data.Labour, Data.WithEnergy, "energy")["cubic"]).Message, StringComparison.Ordinal);

    [Fact]
    public void Clear_correlations_are_counted_by_direction()
    {
        var axis = new CategoryAxis("unit", Enumerable.Range(1, 12).Select(i => $"U{i}"));
        LabelledVector Of(string name, Func<int, double> value) => new(name, axis, Enumerable.Range(0, 12).Select(value), Unit.One, ValueStatus.Constructed);
        var ranks = RankCorrelations.Of("ranks", Of("size", i => i), Of("rises", i => i * i), Of("falls", i => -i), Of("falls too", i => 1.0 / (1 + i)),
            Of("neither", i => i % 2 == 0 ? i : 12 - i));
        Assert.Equal((2, 1), (ranks.ClearlyFalling(), ranks.ClearlyRising()));
        Assert.Equal(RankCorrelation.Of(Of("rises", i => i * i), Of("size", i => i)).Coefficient, ranks.All[0].Coefficient);
    }

    /// <summary>Twelve units with labour, and the same with energy beside it.</summary>
    private sealed record ChinaLike(ProductionUnits Labour, ProductionUnits WithEnergy)
    {
        public static ChinaLike Make()
        {
            var random = new Random(7);
            string[] names = [.. Enumerable.Range(1, 12).Select(i => $"U{i}")];
            double[] Draw(double from) => [.. names.Select(_ => from + random.NextDouble() * 4)];
            var (labour, energy, added) = (Draw(1), Draw(1), Draw(2));
            double[] emissions = [.. energy.Select(e => e * (1.5 + random.NextDouble()))];
            return new(SampleUnits.Of(names, added, emissions, ("labour", labour)),
                SampleUnits.Of(names, added, emissions, ("labour", labour), ("energy", energy)));
        }
    }
}
