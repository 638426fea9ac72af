using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class EmbodiedCarbonTests
{
    private static Matrix<double> Expected(string numbers) => Matrix<double>.Build.DenseOfRowArrays(Leather.Rows(numbers));

    private static void Near(Matrix<double> expected, Matrix<double> actual, double tolerance) =>
        Assert.True((expected - actual).Enumerate().Max(Math.Abs) <= tolerance, $"expected {expected}, got {actual}");

    [Fact]
    public void Transfers_match_the_leather_case() => Near(Expected("""
        37.855005 8.599116 13.545879
        21.562181 79.496361 48.941459
        42.601728 62.203456 135.194816
        """), Leather.Model.Transfers().Amounts, 1e-6);

    [Fact]
    public void Bilateral_trade_matches_the_leather_case()
    {
        var traded = EmbodiedCarbon.BilateralTrade(Leather.Table, Leather.Intensity);
        Near(Expected("""
            0 7.845515 17.191356
            17.003544 0 63.961846
            44.143167 71.596909 0
            """), traded.Amounts, 1e-6);
        Assert.Equal(450, traded.Emissions.Total, 1e-9);
    }

    [Fact]
    public void Nothing_is_lost_between_emissions_and_transfers() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var transfers = sample.Model.Transfers();
        var traded = EmbodiedCarbon.BilateralTrade(sample.Table, sample.Intensity);
        Assert.Equal(1, (transfers.Amounts.RowSums().Sum() + transfers.Ends.Exported.Sum()) / sample.Emitted, 1e-10);
        Assert.Equal(1, traded.Emissions.Total / sample.Emitted, 1e-10);
        for (var r = 0; r < sample.Table.Regions.Count; r++)
        {
            var emitted = sample.Intensity.Emissions.SubVector(r * sample.Table.Sectors.Count, sample.Table.Sectors.Count).Sum();
            Assert.Equal(emitted, transfers.Emissions[r], 1e-10 * sample.Emitted);
            Assert.Equal(emitted, traded.Emissions[r], 1e-10 * sample.Emitted);
        }
        Assert.Equal(0, transfers.NetEmbodiedImports.Total, 1e-10 * sample.Emitted);
        Assert.Equal(0, (transfers.Bilateral.RowSums().Values - transfers.NetEmbodiedImports.Values).L2Norm(), 1e-9 * sample.Emitted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Transfers_agree_with_the_inverse_spelled_out() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var (table, s) = (sample.Table, sample.Table.Sectors.Count);
        var inverse = (Matrix<double>.Build.DenseIdentity(table.Axis.Count) - TechnicalCoefficients.Of(table)).Inverse();
        var full = Matrix<double>.Build.DenseOfDiagonalVector(sample.Intensity.Values) * inverse * table.FinalUse;
        var expected = Matrix<double>.Build.Dense(table.Regions.Count, table.Regions.Count, (r, c) => full.Column(c, r * s, s).Sum());
        Near(expected, new EmbodiedCarbonModel(table, sample.Intensity).Transfers().Amounts, 1e-9 * sample.Emitted);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Net_imports_are_positive_where_others_emit_for_the_region()
    {
        var transfers = Leather.Model.Transfers();
        Assert.Equal(transfers.Inflow["Argentina"] - transfers.Outflow["Argentina"], transfers.NetEmbodiedImports["Argentina"], 1e-9);
        Assert.True(transfers.NetEmbodiedImports["Argentina"] > 0);
        Assert.True(transfers.NetEmbodiedImports["Germany"] < 0);
    }

    [Fact]
    public void Flows_within_a_subset_keep_the_rest_as_ends()
    {
        var all = Leather.Model.Transfers();
        var two = all.Within(RegionAxis.Of("Germany", "Argentina"));
        Assert.Equal(all.Amounts[2, 0], two.Amounts[0, 1]);
        Assert.Equal(all.Amounts[2, 1], two.Ends.ForElsewhere[0]);
        Assert.Equal(all.Amounts[1, 0], two.FromElsewhere[1]);
        Assert.Equal(all.Emissions["Germany"], two.Emissions["Germany"], 1e-9);
        Assert.Equal(all.ConsumptionBased["Argentina"], two.ConsumptionBased["Argentina"], 1e-9);
        Assert.Contains("for elsewhere in the country", two.ByRegion().ToString());
        Assert.Contains("Spain", Assert.Throws<AxisException>(() => all.Within(RegionAxis.Of("Spain"))).Message);
    }

    [Fact]
    public void Several_stressors_share_one_set_of_solves()
    {
        var twice = Intensity.Of(new LabelledVector("emissions", Leather.Table.Axis, Leather.Intensity.Emissions * 2, Unit.TonneCO2,
            ValueStatus.Illustrative), Leather.Table);
        var both = EmbodiedCarbon.Transfers(Leather.Table, [Leather.Intensity, twice], Leather.Model.Leontief);
        Near(Leather.Model.Transfers().Amounts, both[0].Amounts, 1e-12);
        Near(both[0].Amounts * 2, both[1].Amounts, 1e-10);
    }

    [Fact]
    public void Households_stand_beside_the_transfers()
    {
        LabelledVector Direct(double first) => new("household emissions", Leather.Countries, [first, 5, 6], Unit.Parse("kt CO2"), ValueStatus.Illustrative);
        var transfers = Leather.Model.Transfers().WithHouseholds(Direct(4));
        Assert.Equal(450, transfers.Emissions.Total, 1e-9);
        Assert.Equal(4000, transfers.HouseholdDirect[0], 1e-9);
        Assert.Equal(6000, transfers.Within(RegionAxis.Of("Germany")).HouseholdDirect[0], 1e-9);
        Assert.Contains("households themselves", transfers.ByRegion().ToString());
        Assert.Contains("Argentina", Assert.Throws<InputOutputException>(() => transfers.WithHouseholds(Direct(-1))).Message);
    }

    [Fact]
    public void What_rounding_absorbs_is_shown_not_hidden()
    {
        var t = Leather.Table;
        var rounded = new MultiRegionalTable(t.Regions, t.Sectors, t.Intermediate, t.FinalUse, t.Exports, t.ImportedInputs, t.ValueAdded,
            t.Output + Vector<double>.Build.Dense(9, i => i == 4 ? 0.5 : 0), t.Status);
        var intensity = Intensity.Of(new LabelledVector("emissions", t.Axis, Leather.Intensity.Emissions, Unit.TonneCO2, t.Status), rounded);
        Assert.Contains("Turkey · Textile and leather", Assert.Throws<InputOutputException>(() => new EmbodiedCarbonModel(rounded, intensity).Transfers())
            .Message);
        var transfers = new EmbodiedCarbonModel(rounded, intensity).Transfers(tolerance: 0.01);
        Assert.True(transfers.Ends.Unallocated.Sum() > 0);
        Assert.Equal(450, transfers.Emissions.Total, 1e-9);
        var corrected = new EmbodiedCarbonModel(rounded.WithResidualsAsError(), intensity).Transfers();
        Assert.Equal(transfers.Ends.Unallocated.Sum(), corrected.Ends.Unallocated.Sum(), 1e-9);
    }
}
