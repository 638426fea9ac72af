using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class CarbonGainsAndLossesTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("Shandong", "Yunnan", "Shanghai");

    // Shandong emits 30 for others and they 10 for it; Yunnan 20 and 21; Shanghai 10 and 29.
    private static readonly TransferMatrix Transfers = new(Regions,
        Matrix<double>.Build.DenseOfArray(new double[,] { { 100, 11, 19 }, { 10, 40, 10 }, { 0, 10, 60 } }),
        new(Vector<double>.Build.DenseOfArray([20, 0, 10])), ValueStatus.Illustrative);

    private static LabelledVector Sinks(params double[] tonnes) => new("sinks", Regions, tonnes, Unit.TonneCO2, ValueStatus.Illustrative);

    [Fact]
    public void Both_balances_by_hand()
    {
        var balance = CarbonGainsAndLosses.Of(Transfers.WithHouseholds(Sinks(5, 2, 3)), Sinks(30, 80, 1));
        Assert.Equal([20, -1, -19], balance.InterRegional.Values.ToArray());
        Assert.Equal([30 - 105, 80 - 42, 1 - 63], balance.IntraRegional.Values.ToArray());
        Assert.Equal([CarbonBalanceType.Surplus, CarbonBalanceType.Neutral, CarbonBalanceType.Deficit], balance.InterRegionalTypes);
        Assert.Equal([CarbonBalanceType.Deficit, CarbonBalanceType.Surplus, CarbonBalanceType.Deficit], balance.IntraRegionalTypes);
        Assert.Equal(["Yunnan"], balance.Between(CarbonBalanceType.Neutral).Select(r => r.Name));
        Assert.Contains("1 surplus, 1 neutral, 1 deficit", balance.Caption, StringComparison.Ordinal);
    }

    [Fact]
    public void Final_use_in_the_country_causes_what_neither_exports_nor_residuals_do()
    {
        // Rows add up to 130, 60 and 70 t for use in the country, households emit 10 t, exports cause 30 t; the residuals belong to neither.
        var ends = new TransferEnds(Transfers.Ends.Exported) { Unallocated = Vector<double>.Build.DenseOfArray([3, 4, 5]) };
        var balance = CarbonGainsAndLosses.Of((Transfers with { Ends = ends }).WithHouseholds(Sinks(5, 2, 3)), Sinks(30, 80, 1));
        Assert.Equal([135, 62, 73], balance.ForDomesticDemand.Values.ToArray());
        Assert.Equal(270.0 / 300, balance.DomesticShare.Value, 1e-15);
    }

    [Fact]
    public void Turned_around_every_surplus_between_regions_is_a_deficit()
    {
        var balance = CarbonGainsAndLosses.Of(Transfers, Sinks(1, 1, 1));
        var turned = new TransferMatrix(Regions, Transfers.Amounts.Transpose(), Transfers.Ends, ValueStatus.Illustrative);
        Assert.Equal((-balance.InterRegional).Values, CarbonGainsAndLosses.Of(turned, Sinks(1, 1, 1)).InterRegional.Values);
    }

    [Theory]
    [InlineData(1.0 / 41, CarbonBalanceType.Neutral)] // 21 against 20: exactly on the tolerance
    [InlineData(0.999 / 41, CarbonBalanceType.Deficit)]
    [InlineData(0, CarbonBalanceType.Deficit)]
    public void On_the_tolerance_a_region_is_neutral_above_it_is_not(double share, CarbonBalanceType type) =>
        Assert.Equal(type, CarbonGainsAndLosses.Of(Transfers, Sinks(1, 1, 1), NeutralTolerance.OfExchange(share)).InterRegionalTypes[1]);

    [Fact]
    public void Tolerances_are_measured_as_they_say()
    {
        // Yunnan: balance −1, emissions 60.
        CarbonBalanceType Yunnan(NeutralTolerance t) => CarbonGainsAndLosses.Of(Transfers, Sinks(1, 1, 1), t).InterRegionalTypes[1];
        Assert.Equal(CarbonBalanceType.Neutral, Yunnan(NeutralTolerance.OfEmissions(1.0 / 60)));
        Assert.Equal(CarbonBalanceType.Deficit, Yunnan(NeutralTolerance.OfEmissions(0.99 / 60)));
        Assert.Equal(CarbonBalanceType.Neutral, Yunnan(NeutralTolerance.OfTonnes(1)));
        Assert.Equal(CarbonBalanceType.Deficit, Yunnan(NeutralTolerance.OfTonnes(0.99)));
        // Without any exchange a region is neutral even at tolerance 0.
        Assert.Equal(CarbonBalanceType.Neutral, NeutralTolerance.OfExchange(0).TypeOf(0, 0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeutralTolerance.OfExchange(-0.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NeutralTolerance.OfTonnes(double.NaN));
    }

    [Fact]
    public void A_region_without_inventory_is_refused_by_name_and_can_be_left_out()
    {
        var tonnes = Transfers.Amounts.Clone();
        tonnes.ClearRow(1);
        var without = Transfers with { Amounts = tonnes };
        var message = Assert.Throws<CarbonCompException>(() => CarbonGainsAndLosses.Of(without, Sinks(1, 1, 1))).Message;
        Assert.Contains("Yunnan has no emissions", message, StringComparison.Ordinal);
        var rest = RegionAxis.Of("Shandong", "Shanghai");
        var balance = CarbonGainsAndLosses.Of(without.Within(rest), Sinks(1, 1, 1).For(rest));
        Assert.Equal([19, -19], balance.InterRegional.Values.ToArray());
    }

    [Fact]
    public void Sinks_that_are_none_are_refused()
    {
        Assert.Contains("sinks of Yunnan is -1", Assert.Throws<CarbonCompException>(() => CarbonGainsAndLosses.Of(Transfers, Sinks(1, -1, 1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<UnitException>(() => CarbonGainsAndLosses.Of(Transfers, new("sinks", Regions, [1.0, 1, 1], Unit.TonneCarbon, ValueStatus.Illustrative)));
        Assert.Throws<AxisException>(() => CarbonGainsAndLosses.Of(Transfers,
            new("sinks", RegionAxis.Of("Shandong"), [1.0], Unit.TonneCO2, ValueStatus.Illustrative)));
    }

    [Fact]
    public void Types_partition_the_regions_balances_add_up_and_scale_does_not_matter() => Prop.ForAll(SampleCompensation.Any, sample =>
    {
        var transfers = sample.Transfers.Transfers;
        var balance = CarbonGainsAndLosses.Of(transfers, sample.Sinks);
        Assert.Equal(0, balance.InterRegional.Total, 1e-9 * transfers.Emissions.Total);
        var types = Enum.GetValues<CarbonBalanceType>();
        Assert.Equal(sample.Regions.Count, types.Sum(t => balance.Between(t).Count));
        Assert.Equal(sample.Regions.Count, types.Sum(t => balance.Within(t).Count));
        Assert.Equal(balance.IntraRegional.Total, sample.Sinks.Total - transfers.Amounts.Diagonal().Sum(), 1e-6);
        var tenfold = CarbonGainsAndLosses.Of(transfers with { Amounts = transfers.Amounts * 8,
            Ends = new(transfers.Ends.Exported * 8) { Unallocated = transfers.Ends.Unallocated * 8 } },
            new("sinks", sample.Regions, sample.Sinks.Values * 8, Unit.TonneCO2, ValueStatus.Illustrative));
        Assert.Equal(balance.InterRegionalTypes, tenfold.InterRegionalTypes);
        Assert.Equal(balance.IntraRegionalTypes, tenfold.IntraRegionalTypes);
    }).QuickCheckThrowOnFailure();
}
