using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class CompensationBalanceTests
{
    [Fact]
    public void Nine_signs_give_the_cases_of_table_2_and_their_edges()
    {
        var balance = Balance([5, -5, 5, -5, 5, -5, 0, 0, 0], [3, -3, -3, 3, 0, 0, 3, -3, 0]);
        Assert.Equal([BalanceCase.DoubleHigh, BalanceCase.DoubleLow, BalanceCase.SourceDeficitSinkSurplus, BalanceCase.SourceSurplusSinkDeficit,
            BalanceCase.EmbodiedImportOnly, BalanceCase.EmbodiedExportOnly, BalanceCase.ServiceImportOnly, BalanceCase.ServiceExportOnly, BalanceCase.Neutral],
                balance.Cases);
        Assert.Equal([8, -8, 2, -2, 5, -5, 3, -3, 0], balance.Owed.Values.ToArray());
        Assert.Equal("PRPRPRPRN", string.Concat(balance.Roles.Select(r => r.ToString()[0])));
    }

    // BTH Table 2 writes magnitudes: NF + V, NF − V, V − NF, with payer and recipient per case.
    [Fact]
    public void Signed_sum_is_the_benchmark_that_table_2_prints_with_magnitudes() =>
        Prop.ForAll(Flow().ToArbitrary(), Flow().ToArbitrary(), (n, w) =>
        {
            var balance = Balance([n], [w]);
            var (magnitudeN, magnitudeW) = (Math.Abs(n), Math.Abs(w));
            var (benchmark, pays) = balance.Cases[0] switch
            {
                BalanceCase.DoubleHigh => (magnitudeN + magnitudeW, true),
                BalanceCase.DoubleLow => (magnitudeN + magnitudeW, false),
                BalanceCase.SourceDeficitSinkSurplus => (magnitudeN - magnitudeW, magnitudeN > magnitudeW),
                BalanceCase.SourceSurplusSinkDeficit => (magnitudeW - magnitudeN, magnitudeW > magnitudeN),
                _ => (magnitudeN + magnitudeW, n + w > 0),
            };
            return Math.Abs(balance.Owed[0]) == Math.Abs(benchmark)
                && (balance.Roles[0] == CompensationRole.Payer) == (pays && benchmark != 0)
                && (balance.Roles[0] == CompensationRole.Neutral) == (benchmark == 0);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Balances_sum_to_zero_when_both_flows_do()
    {
        var balance = Balance([4, -1, -3], [-2, 2, 0]);
        Assert.Equal(0, balance.Owed.Total);
    }

    [Fact]
    public void Flows_inside_the_neutral_band_count_as_none()
    {
        var regions = RegionAxis.Of("A", "B");
        var balance = CompensationBalance.Of(Mt("N", regions, 1, 5), Mt("W", regions, -0.5, -0.5), neutralBand: 1e6);
        Assert.Equal([BalanceCase.Neutral, BalanceCase.EmbodiedImportOnly], balance.Cases);
        Assert.Equal([CompensationRole.Neutral, CompensationRole.Payer], balance.Roles);
    }

    // Signs of the printed amounts (BTH 4.1.2, 4.2.3): Tianjin receives for ECT in 4.3.1 and pays for CSSF.
    [Theory]
    [InlineData("Beijing", BalanceCase.SourceDeficitSinkSurplus, CompensationRole.Payer)]
    [InlineData("Shijiazhuang", BalanceCase.EmbodiedImportOnly, CompensationRole.Payer)]
    [InlineData("Tangshan", BalanceCase.SourceSurplusSinkDeficit, CompensationRole.Recipient)]
    [InlineData("Chengde", BalanceCase.DoubleLow, CompensationRole.Recipient)]
    [InlineData("Langfang", BalanceCase.SourceDeficitSinkSurplus, CompensationRole.Payer)]
    public void Printed_net_flows_of_the_paper_fall_in_these_cases(string city, BalanceCase expected, CompensationRole role)
    {
        // ECT 4.1.2 in Mt, Chengde's sign only; CSSF from Table 3.
        var regions = RegionAxis.Of("Beijing", "Shijiazhuang", "Tangshan", "Chengde", "Langfang");
        var balance = CompensationBalance.Of(Mt("N", regions, 51.1045, 98.0608, -141.70, -1, 22.2755),
            Mt("W", regions, -27.0654, 0, 59.5909, -54.3781, -15.743));
        Assert.Equal((expected, role), (balance.Cases[regions.IndexOf(city)], balance.Roles[regions.IndexOf(city)]));
    }

    [Fact]
    public void Wrong_arguments_are_refused_by_name()
    {
        var regions = RegionAxis.Of("A", "B");
        Assert.Throws<AxisException>(() => CompensationBalance.Of(Mt("N", regions, 1, 2), Mt("W", RegionAxis.Of("A", "C"), 1, 2)));
        Assert.Throws<UnitException>(() => CompensationBalance.Of(Mt("N", regions, 1, 2),
            new LabelledVector("W", regions, [1, 2], Unit.Parse("Mt C"), ValueStatus.Paper)));
        Assert.Contains("B", Assert.Throws<CarbonCompException>(() => Mt("N", regions, 1, double.NaN)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => CompensationBalance.Of(Mt("N", regions, 1, 2), Mt("W", regions, 1, 2), -1));
        Assert.Throws<AxisException>(() => CompensationBalance.Of(Mt("N", SectorAxis.Of("A", "B"), 1, 2), Mt("W", SectorAxis.Of("A", "B"), 1, 2)));
    }

    private static LabelledVector Mt(string name, Axis axis, params double[] values) => new(name, axis, values, Unit.MegatonneCO2, ValueStatus.Paper);

    private static CompensationBalance Balance(double[] n, double[] w)
    {
        var regions = RegionAxis.Of(n.Select((_, i) => $"R{i}"));
        return CompensationBalance.Of(new("N", regions, n, Unit.TonneCO2, ValueStatus.Paper), new("W", regions, w, Unit.TonneCO2, ValueStatus.Paper));
    }

    private static Gen<double> Flow() => Gen.Choose(-50, 50).Select(i => (double)i);
}
