using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class EcologicalCompensationTests
{
    private static readonly RegionSectorAxis Axis = new(RegionAxis.Of("Inner Mongolia", "Jiangsu"), SectorAxis.Of("Energy", "Services"));

    // Inner Mongolia: energy 60 for itself, 90 for Jiangsu; services 10 and 0. Jiangsu: energy 20 for Inner Mongolia, 100 for itself; services 5 and 40.
    private static readonly SectorTransfers Transfers = new(Axis, Matrix<double>.Build.DenseOfArray(new double[,] { { 60, 90 }, { 10, 0 }, { 20, 100 },
        { 5, 40 } }),
        new(Vector<double>.Build.DenseOfArray([50, 0, 30, 5])), ValueStatus.Illustrative);

    private static readonly LabelledMatrix Costs = new("reduction cost", Axis.Regions, Axis.Sectors,
        Matrix<double>.Build.DenseOfArray(new double[,] { { 100, 900 }, { 300, 2000 } }), Unit.YuanPerTonneCO2, ValueStatus.Illustrative);

    private static LabelledVector Tonnes(string name, params double[] values) => new(name, Axis.Regions, values, Unit.TonneCO2, ValueStatus.Illustrative);

    [Fact]
    public void Horizontal_and_vertical_by_hand()
    {
        var result = EcologicalCompensation.Of(Transfers, Tonnes("sinks", 170, 30), Costs, Tonnes("households", 10, 20));
        // Jiangsu pays 90 t at Inner Mongolia's energy cost, Inner Mongolia 20 t and 5 t at Jiangsu's.
        Assert.Equal(9000, result.Horizontal.Payments["Jiangsu", "Inner Mongolia"]);
        Assert.Equal(20 * 300 + 5 * 2000, result.Horizontal.Payments["Inner Mongolia", "Jiangsu"]);
        // p: (200·100 + 10·900) / 210 and (150·300 + 50·2000) / 200.
        Assert.Equal([29000.0 / 210, 725], result.Standard.Prices.Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
        // I: 170 − (70 + 10) = 90; 30 − (140 + 20) = −130.
        Assert.Equal([90, -130], result.Balance.IntraRegional.Values.ToArray());
        Assert.Equal(90 * 29000.0 / 210, result.Vertical.FromFund["Inner Mongolia"], 1e-9);
        Assert.Equal(130 * 725, result.Vertical.ToFund["Jiangsu"], 1e-9);
        Assert.Equal(7000 + 130 * 725 + 90 * 29000.0 / 210, result.Volume, 1e-9);
        Assert.Equal(7000 - 90 * 29000.0 / 210, result.Combined.Net["Inner Mongolia"], 1e-9);
    }

    [Fact]
    public void Horizontal_nets_to_zero_and_all_nets_together_are_the_funds_balance() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        foreach (var financing in Enum.GetValues<FundFinancing>())
        {
            var result = sample.Compensate(financing);
            var size = 1e-9 * (result.Horizontal.Paid.Total + result.Vertical.Paid.Total + result.Vertical.Received.Total + 1);
            Assert.Equal(0, result.Horizontal.Net.Total, size);
            Assert.Equal(result.Vertical.FundBalance, result.Combined.Net.Total, size);
            Assert.Equal(0, result.Horizontal.FundBalance);
            // Before financing changes it, V = p·I; and no region both pays the fund and is paid by it.
            if (financing == FundFinancing.Centre)
                Assert.True((result.Vertical.Net.Values + result.Standard.Prices.Values.PointwiseMultiply(result.Balance.IntraRegional.Values))
                    .AbsoluteMaximum() <= size);
            Assert.Equal(0, (result.Vertical.ToFund.Values.PointwiseMultiply(result.Vertical.FromFund.Values)).AbsoluteMaximum());
            if (financing == FundFinancing.Closed) Assert.Equal(0, result.Vertical.FundBalance, size);
            if (financing == FundFinancing.CentreAlone) Assert.True(result.Vertical.ToFund.Total == 0 && result.Vertical.FundBalance <= 0);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_cost_everywhere_settles_the_net_transfers() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var uniform = new LabelledMatrix("one cost", sample.Regions, sample.Transfers.Sectors,
            Matrix<double>.Build.Dense(sample.Regions.Count, sample.Transfers.Sectors.Count, 80), Unit.YuanPerTonneCO2, ValueStatus.Illustrative);
        var result = EcologicalCompensation.Of(sample.Transfers, sample.Sinks, uniform);
        var all = sample.Transfers.Transfers;
        var price = CompensationStandard.Uniform(sample.Regions, new(80, Unit.YuanPerTonneCO2, "made up", ValueStatus.Illustrative));
        var other = Settlement.Bilateral("net", all.ToMatrix(), price, PriceRule.Uniform);
        Assert.True((result.Horizontal.Netted().Payments.Values - other.Payments.Values).Enumerate().All(d => Math.Abs(d) <= 1e-6));
        Assert.All(result.Standard.Prices.Values, p => Assert.Equal(80, p, 1e-9));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_region_that_emits_for_others_on_balance_at_one_cost_receives_and_means_lie_between_costs() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var result = sample.Compensate();
        for (var r = 0; r < sample.Regions.Count; r++)
        {
            var costs = sample.Costs.Values.Row(r);
            Assert.InRange(result.Standard.Prices[r], costs.Minimum() - 1e-9, costs.Maximum() + 1e-9);
        }
        // Twice the costs, twice the money; the same types.
        var doubled = EcologicalCompensation.Of(sample.Transfers, sample.Sinks,
            new("reduction cost", sample.Regions, sample.Transfers.Sectors, sample.Costs.Values * 2, Unit.YuanPerTonneCO2, ValueStatus.Illustrative),
                sample.Households);
        Assert.Equal(2, doubled.Volume / result.Volume, 1e-9);
        Assert.Equal(result.Balance.InterRegionalTypes, doubled.Balance.InterRegionalTypes);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_cannot_be_settled_is_named()
    {
        var negative = new LabelledMatrix("shadow price", Axis.Regions, Axis.Sectors,
            Matrix<double>.Build.DenseOfArray(new double[,] { { -1, 900 }, { 300, 2000 } }), Unit.YuanPerTonneCO2, ValueStatus.Illustrative);
        Assert.Contains("shadow price of Inner Mongolia · Energy is -1 yuan/t CO2",
            Assert.Throws<CarbonCompException>(() => EcologicalCompensation.Of(Transfers, Tonnes("sinks", 1, 1), negative)).Message, StringComparison.Ordinal);
        var flows = Transfers.Amounts.Clone();
        flows[0, 1] = -3;
        Assert.Contains("Inner Mongolia · Energy emits -3 t CO2 for Jiangsu",
            Assert.Throws<CarbonCompException>(() => EcologicalCompensation.Of(Transfers with { Amounts = flows }, Tonnes("sinks", 1, 1), Costs)).Message,
                StringComparison.Ordinal);
        var none = Transfers with { Amounts = Matrix<double>.Build.DenseOfArray(new double[,] { { 60, 90 }, { 10, 0 }, { 0, 0 }, { 0, 0 } }),
            Ends = new(Vector<double>.Build.Dense(4)) };
        Assert.Contains("Jiangsu has no emissions", Assert.Throws<CarbonCompException>(() => EcologicalCompensation.Of(none, Tonnes("sinks", 1, 1), Costs))
            .Message, StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => EcologicalCompensation.Of(Transfers, Tonnes("sinks", 1, 1), Costs.Transpose()));
    }
}
