using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class ResponsibilityCompensationTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("Guangdong", "Inner Mongolia", "Henan");

    private static readonly ResponsibilityFlows Flows = new("consumer", Regions,
        Matrix<double>.Build.DenseOfArray(new double[,] { { 50, 10, 20 }, { 80, 40, 10 }, { 20, 10, 70 } }), Vector<double>.Build.Dense(3, 5),
            Vector<double>.Build.Dense(3), ValueStatus.Illustrative);

    private static LabelledVector Costs(string name, params double[] yuan) => new(name, Regions, yuan, Unit.YuanPerTonneCO2, ValueStatus.Illustrative);

    [Fact]
    public void Who_answers_for_others_emissions_pays_what_a_tonne_costs_where_it_is_emitted()
    {
        var result = ResponsibilityCompensation.Of(Flows, [Costs("productivity", 300, 100, 200)]);
        // Guangdong answers for 80 t at 100 and 20 t at 200, others for its 30 t at 300.
        Assert.Equal(8000 + 4000 - 9000, result.Net["Guangdong", "productivity"], 1e-9);
        Assert.Equal([70, -70, 0], result.Flows.Taken.Values.ToArray());
        Assert.Contains("place of production", result.Caption, StringComparison.Ordinal);
        Assert.Contains("taken over", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_pays_by_one_estimator_and_receives_by_another_is_named()
    {
        var result = ResponsibilityCompensation.Of(Flows, [Costs("one", 300, 100, 200), Costs("other", 900, 100, 200)]);
        Assert.Contains("Guangdong", result.Undecided.Select(r => r.Name));
        Assert.DoesNotContain("Inner Mongolia", ResponsibilityCompensation.Of(Flows, [Costs("one", 300, 100, 200), Costs("uniform", 100, 100, 100)])
            .Undecided.Select(r => r.Name));
        Assert.Same(result.Settlements[1], result["Other"]);
    }

    [Fact]
    public void Every_settlement_nets_to_zero_and_scales_with_the_costs() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var regions = sample.Table.Regions;
        var flows = ResponsibilityFlows.Shared(sample.Table, sample.Intensity);
        LabelledVector Cost(string name, double times) => new(name, regions, regions.Select((_, r) => times * (50 + 37.0 * r % 90)), Unit.YuanPerTonneCO2,
            ValueStatus.Illustrative);
        foreach (var whose in new[] { PriceRule.Producer, PriceRule.Payer, PriceRule.Recipient })
        {
            var result = ResponsibilityCompensation.Of(flows, [Cost("a", 1), Cost("b", 3)], whose);
            var size = 1e-9 * (1 + sample.Emitted * 400);
            Assert.All(result.Settlements, s => Assert.Equal(0, s.Net.Total, size));
            Assert.All(result.Settlements, s => Assert.Equal(0, s.FundBalance));
            Assert.True((3 * result.Net.Values.Column(0) - result.Net.Values.Column(1)).AbsoluteMaximum() <= size);
            Assert.Empty(result.Undecided);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Costs_that_cannot_be_settled_at_are_named()
    {
        Assert.Contains("DEA of Henan is -5", Assert.Throws<CarbonCompException>(() => ResponsibilityCompensation.Of(Flows, [Costs("DEA", 1, 2, -5)])).Message,
            StringComparison.Ordinal);
        Assert.Contains("no reduction cost", Assert.Throws<CarbonCompException>(() => ResponsibilityCompensation.Of(Flows, [])).Message,
            StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => ResponsibilityCompensation.Of(Flows, [Costs("DEA", 1, 2, 3), Costs("DEA", 3, 2, 1)]));
        var error = Assert.Throws<AxisException>(() => ResponsibilityCompensation.Of(Flows,
            [new("DEA", RegionAxis.Of("Guangdong", "Henan"), [1.0, 2], Unit.YuanPerTonneCO2, ValueStatus.Illustrative)]));
        Assert.Contains("Inner Mongolia", error.Message, StringComparison.Ordinal);
    }
}
