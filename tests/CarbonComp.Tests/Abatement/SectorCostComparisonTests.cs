using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests.Abatement;

public class SectorCostComparisonTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L");
    private static readonly SectorAxis Sectors = SectorAxis.Of("S1", "S2", "S3", "S4");

    private static LabelledMatrix Drawn(string name, string unit, Func<int, int, double> value) => new(name, Regions, Sectors,
        Matrix<double>.Build.Dense(12, 4, value), Unit.Parse(unit), ValueStatus.Constructed);

    [Fact]
    public void Costs_and_medians_are_those_of_the_estimators_alone()
    {
        var random = new Random(11);
        var energy = Drawn("energy", "Mtce", (_, _) => 1 + 4 * random.NextDouble());
        var emissions = Drawn("emissions", "Mt CO2", (i, j) => energy.Values[i, j] * (1.5 + random.NextDouble()));
        var labour = Drawn("labour", "persons", (_, _) => 1 + 4 * random.NextDouble());
        // Value added rises with labour and emissions, so that every estimator finds a price.
        var added = Drawn("value added", "billion yuan",
            (i, j) => Math.Sqrt(labour.Values[i, j] * emissions.Values[i, j]) * (0.8 + 0.4 * random.NextDouble()));
        var comparison = SectorCostComparison.Estimate(added, emissions, labour, energy);
        var alone = SectorReductionCosts.Estimate(added, emissions, [labour], u => SlacksBasedMeasure.Estimate(u)).ShadowPrices
            .ByRegionAndSector(ShadowPriceEnd.Upper);
        Assert.Equal(alone.Values, comparison["slacks-based"].Values);
        var row = comparison.Costs.Select(c => c.Name).ToList().IndexOf("slacks-based");
        foreach (var sector in Sectors.Labels)
        {
            var column = comparison.ToColumns().All.Single(c => c.Name == sector);
            Assert.Equal(alone.Column(sector).Values.Order().ElementAt(6), column.Values.GetValue(row));
        }
        var productivity = CarbonProductivity.Compute(added, emissions).Named("productivity");
        Assert.Equal(comparison.Costs.Count + 1, comparison.With(productivity).Ranks.All.Count);
    }
}
