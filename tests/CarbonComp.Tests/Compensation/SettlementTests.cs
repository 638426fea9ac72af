using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class SettlementTests
{
    [Fact]
    public void Payments_of_the_paper_for_services_are_printed_amounts_at_the_payers_standard()
    {
        // BTH Table 3 (10^4 t); standards implied by 4.3.2: Tianjin 44.34, Tangshan 45.73, Handan 12.9 yuan/t.
        var regions = ThirteenCities.Regions;
        var flows = Matrix<double>.Build.Dense(13, 13);
        foreach (var row in ServiceFlowsTests.Table3) flows[regions.IndexOf(row.Data.Item2), regions.IndexOf(row.Data.Item1)] = row.Data.Item5 * 1e4;
        var standards = Vector<double>.Build.Dense(13, 1);
        (standards[regions.IndexOf("Tianjin")], standards[regions.IndexOf("Tangshan")], standards[regions.IndexOf("Handan")]) = (44.34, 45.73, 12.9);
        var settlement = Settlement.Bilateral("CSSF", new("flows", regions, regions, flows, Unit.TonneCO2, ValueStatus.Paper),
            new CompensationStandard(new("standard", regions, standards, Unit.YuanPerTonneCO2, ValueStatus.Paper)));

        // Printed in 4.3.2, million yuan.
        Assert.Equal([2836, 2725, 23], new[] { "Tianjin", "Tangshan", "Handan" }.Select(c => Math.Round(settlement.Paid[c] / 1e6)));
        Assert.Equal(2458, settlement.Received["Chengde"] / 1e6, 1.0);
        Assert.Equal([1211, 698, 22], new[] { "Beijing", "Langfang", "Baoding" }.Select(c => Math.Round(settlement.Received[c] / 1e6)));
        Assert.Equal([1678, 863, 1, 3], new[] { ("Tangshan", "Chengde"), ("Tianjin", "Beijing"), ("Handan", "Chengde"), ("Tianjin", "Qinhuangdao") }
            .Select(p => Math.Round(settlement.Payments[p.Item1, p.Item2] / 1e6)));
        Assert.Equal(0, settlement.FundBalance);
    }

    [Fact]
    public void Bidirectional_amounts_are_the_two_settlements_added()
    {
        // BTH, million yuan: Tianjin pays 2836 and receives 106, Tangshan pays 2725 and receives 4426, Langfang pays 651 and receives 698.
        var regions = RegionAxis.Of("Tianjin", "Tangshan", "Langfang");
        var unit = CompensationStandard.Uniform(regions, new(1, Unit.YuanPerTonneCO2, "amounts are printed in yuan", ValueStatus.Paper));
        LabelledVector Amounts(params double[] values) => new("amount", regions, values, Unit.MegatonneCO2, ValueStatus.Paper);
        var both = Settlement.ByRegion("ECT", Amounts(-106, -4426, 651), unit) + Settlement.ByRegion("CSSF", Amounts(2836, 2725, -698), unit);
        Assert.Equal([2730, -1701, -47], both.Net.Values.Select(v => Math.Round(v / 1e6)));
        Assert.Equal(2836e6, both.Paid["Tianjin"], 1e-3);
        Assert.Equal(2730e6, both.Netted().Paid["Tianjin"], 1e-3);
    }

    [Theory]
    [InlineData(PriceRule.Payer, "B", "A", 60)] // A provides 10, B 4: B owes for 6 at its 10
    [InlineData(PriceRule.Recipient, "B", "A", 18)] // at A's 3
    [InlineData(PriceRule.Producer, "A", "B", 10)] // 10·3 against 4·10
    public void Whose_standard_decides_the_amount_and_even_the_direction(PriceRule whose, string payer, string recipient, double yuan)
    {
        var settlement = Settlement.Bilateral("x", Flows(new[,] { { 7.0, 10 }, { 4, 9 } }), Standards(3, 10), whose);
        Assert.Equal(yuan, settlement.Payments[payer, recipient], 12);
        Assert.Equal(yuan, settlement.Paid.Total, 12);
        Assert.Equal(0, settlement.Payments[recipient, payer]);
    }

    [Fact]
    public void Uniform_asks_for_equal_standards()
    {
        Assert.Equal(30, Settlement.Bilateral("x", Flows(new[,] { { 0.0, 10 }, { 4, 0 } }), Standards(5, 5), PriceRule.Uniform).Paid["B"], 12);
        var error = Assert.Throws<CarbonCompException>(() => Settlement.Bilateral("x", Flows(new[,] { { 0.0, 10 }, { 4, 0 } }), Standards(3, 10),
            PriceRule.Uniform));
        Assert.Contains("A (3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bilateral_payments_net_to_zero_whoever_sets_the_standard() =>
        Prop.ForAll(Case().ToArbitrary(), Gen.Elements(PriceRule.Payer, PriceRule.Recipient, PriceRule.Producer).ToArbitrary(), (c, whose) =>
        {
            var settlement = Settlement.Bilateral("x", Flows(c.Flows), Standards(c.Standards), whose);
            var oneWay = settlement.Payments.Values.EnumerateIndexed().All(p => p.Item3 == 0 || settlement.Payments.Values[p.Item2, p.Item1] == 0);
            return Math.Abs(settlement.Net.Total) < 1e-9 && settlement.FundBalance == 0 && oneWay && settlement.Payments.Values.Enumerate().All(p => p >= 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void With_one_standard_net_payment_is_net_import_times_price() =>
        Prop.ForAll(Case().ToArbitrary(), c =>
        {
            var flows = Flows(c.Flows);
            var imports = flows.Values.ColumnSums() - flows.Values.RowSums();
            var price = c.Standards[0];
            var settlement = Settlement.Bilateral("x", flows, Standards(price, price, price), PriceRule.Uniform);
            return (settlement.Net.Values - imports * price).AbsoluteMaximum() < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void By_region_paid_less_received_is_what_the_fund_keeps() =>
        Prop.ForAll(Case().ToArbitrary(), c =>
        {
            var flows = Flows(c.Flows);
            var owed = new LabelledVector("L", flows.Rows, flows.Values.ColumnSums() - flows.Values.RowSums(), Unit.TonneCO2, ValueStatus.Illustrative);
            var settlement = Settlement.ByRegion("x", owed, Standards(c.Standards));
            var asPrinted = owed.Values.PointwiseMultiply(Vector<double>.Build.DenseOfArray(c.Standards)); // TC_i = L_i · price · γ_i
            return Math.Abs(settlement.Paid.Total - settlement.Received.Total - settlement.FundBalance) < 1e-9
                && Math.Abs(settlement.Net.Total - settlement.FundBalance) < 1e-9
                && (settlement.Net.Values - asPrinted).AbsoluteMaximum() < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Setting_off_keeps_every_net_and_the_fund() =>
        Prop.ForAll(Case().ToArbitrary(), Case().ToArbitrary(), (a, b) =>
        {
            var sum = Settlement.Bilateral("a", Flows(a.Flows), Standards(a.Standards)) + Settlement.Bilateral("b", Flows(b.Flows), Standards(b.Standards),
                PriceRule.Producer);
            var off = sum.Netted();
            return (sum.Net.Values - off.Net.Values).AbsoluteMaximum() < 1e-9 && off.Paid.Total <= sum.Paid.Total + 1e-9
                && Math.Abs(sum.FundBalance - off.FundBalance) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        Assert.Contains("from B to A", Assert.Throws<CarbonCompException>(() =>
            Settlement.Bilateral("x", Flows(new[,] { { 0.0, 10 }, { -4, 0 } }), Standards(3, 10))).Message, StringComparison.Ordinal);
        Assert.Throws<AxisException>(() => Settlement.Bilateral("x", Flows(new[,] { { 0.0, 10 }, { 4, 0 } }), Standards(3, 10, 5)));
        var regions = RegionAxis.Of("A", "B");
        Assert.Throws<UnitException>(() => Settlement.ByRegion("x", new("L", regions, [1, 2], Unit.Yuan, ValueStatus.Paper), Standards(3, 10)));
        Assert.Throws<AxisException>(() => Settlement.Bilateral("x", new("flows", regions, RegionAxis.Of("A", "C"), Matrix<double>.Build.Dense(2, 2),
            Unit.TonneCO2, ValueStatus.Paper), Standards(3, 10)));
    }

    private static LabelledMatrix Flows(double[,] values)
    {
        var regions = Axis(values.GetLength(0));
        return new("flows", regions, regions, Matrix<double>.Build.DenseOfArray(values), Unit.TonneCO2, ValueStatus.Illustrative);
    }

    private static CompensationStandard Standards(params double[] values) =>
        new CompensationStandard(new("standard", Axis(values.Length), values, Unit.YuanPerTonneCO2, ValueStatus.Illustrative));

    private static RegionAxis Axis(int count) => RegionAxis.Of("ABCDEFGH".Take(count).Select(c => c.ToString()));

    private static Gen<(double[,] Flows, double[] Standards)> Case() =>
        from flows in Gen.Choose(0, 40).Select(i => i / 4.0).ArrayOf(9)
        from standards in Gen.Choose(0, 40).Select(i => i / 4.0).ArrayOf(3)
        select (Square(flows), standards);

    private static double[,] Square(double[] values)
    {
        var square = new double[3, 3];
        for (var i = 0; i < 9; i++) square[i / 3, i % 3] = values[i];
        return square;
    }

    [Fact]
    public void The_books_of_a_fund_close_by_what_is_left_in_it()
    {
        var regions = RegionAxis.Of("A", "B", "C");
        var owed = new LabelledVector("owed", regions, [10, -4, 1], Unit.TonneCO2, ValueStatus.Constructed);
        var standard = new CompensationStandard(new("standard", regions, [2, 3, 5], Unit.YuanPerTonneCO2, ValueStatus.Constructed));
        var books = Settlement.ByRegion("fund", owed, standard).Books();
        // 10 · 2 + 1 · 5 paid in, 4 · 3 paid out.
        Assert.Equal([25, 12, 13], books.Values);
        Assert.Equal(Unit.Yuan, books.Unit);
    }
}
