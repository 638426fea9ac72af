using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class SectorTransfersTests
{
    [Fact]
    public void Sectors_add_up_to_the_transfers_and_to_the_emissions() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var bySector = sample.Model.TransfersBySector();
        var transfers = sample.Model.Transfers();
        var tolerance = 1e-9 * sample.Emitted;
        Assert.True((bySector.Transfers.Amounts - transfers.Amounts).Enumerate().All(d => Math.Abs(d) <= tolerance));
        Assert.True((bySector.Transfers.Emissions.Values - transfers.Emissions.Values).AbsoluteMaximum() <= tolerance);
        var summed = sample.Table.Sectors.Labels.Select(s => bySector.Of(s).Values).Aggregate((a, b) => a + b);
        Assert.True((summed - transfers.Amounts).Enumerate().All(d => Math.Abs(d) <= tolerance));
        for (var i = 0; i < sample.Table.Axis.Count; i++)
            Assert.Equal(sample.Intensity.Emissions[i], bySector.Emissions.Values[i / sample.Table.Sectors.Count, i % sample.Table.Sectors.Count], tolerance);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Adding_up_sectors_keeps_flows_ends_and_regions() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var (bySector, tolerance) = (sample.Model.TransfersBySector(), 1e-9 * sample.Emitted);
        var one = SectorAxis.Of("all");
        var added = bySector.Aggregate(Concordance.Of(bySector.Sectors, one, bySector.Sectors.Codes.Select(c => (c, "all"))));
        Assert.True((added.Transfers.Amounts - bySector.Transfers.Amounts).Enumerate().All(d => Math.Abs(d) <= tolerance));
        Assert.True((added.Ends.Total - bySector.Transfers.Ends.Total).AbsoluteMaximum() <= tolerance);
        Assert.Equal(bySector.Emissions.Total, added.Emissions.Total, tolerance);
        var wrong = Concordance.Identity(SectorAxis.Of("other"));
        Assert.Throws<AxisException>(() => bySector.Aggregate(wrong));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Ends_take_up_what_the_regions_do_not_use_and_what_is_left_out_joins_them()
    {
        static Vector<double> Of(params double[] values) => Vector<double>.Build.Dense(values);
        var tonnes = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 }, { 7, 8 } });
        var transfers = new SectorTransfers(new(RegionAxis.Of("A", "B"), SectorAxis.Of("i", "j")), tonnes,
            new(Of(10, 20, 30, 40)) { Unallocated = Of(0.1, 0.2, 0.3, 0.4), ForElsewhere = Of(0, 0, 0.01, 0) }, ValueStatus.Illustrative);
        Assert.Equal([10.1, 20.2, 30.31, 40.4], transfers.Ends.Total, (a, b) => Math.Abs(a - b) < 1e-12);
        var ends = transfers.Transfers.Ends;
        Assert.Equal([70, 0.7, 0.01], new[] { ends.Exported[1], ends.Unallocated[1], ends.ForElsewhere[1] }, (a, b) => Math.Abs(a - b) < 1e-12);
        var b = transfers.Within(RegionAxis.Of("B"));
        Assert.Equal([5.01, 7], b.Ends.ForElsewhere, (x, y) => Math.Abs(x - y) < 1e-12);
        Assert.Equal([6.0], b.FromElsewhere);
        Assert.Equal(transfers.Emissions["B", "j"], b.Emissions["B", "j"], 1e-12);
    }

    [Fact]
    public void Some_regions_of_all_sectors_are_all_sectors_of_some_regions()
    {
        var bySector = Leather.Model.TransfersBySector();
        var subset = RegionAxis.Of("Germany", "Argentina");
        var (one, other) = (bySector.Within(subset).Transfers, bySector.Transfers.Within(subset));
        Assert.Equal(other.Amounts.Enumerate(), one.Amounts.Enumerate(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(other.Ends.ForElsewhere, one.Ends.ForElsewhere, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(other.FromElsewhere, one.FromElsewhere, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([240, 60], bySector.Within(subset).Emissions.RowSums().Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Transfers_within_all_regions_are_the_transfers()
    {
        var (bySector, flows) = (Leather.Model.TransfersBySector(), Leather.Model.SharedResponsibilityFlows());
        Assert.Equal(bySector.Amounts, bySector.Within(bySector.Regions).Amounts);
        Assert.Equal(bySector.Transfers.Ends.Outside, bySector.Transfers.Within(bySector.Regions).Ends.Outside);
        Assert.Equal(bySector.Transfers.FromElsewhere, bySector.Transfers.Within(bySector.Regions).FromElsewhere);
        Assert.Equal(flows.Abroad, flows.Within(flows.Regions).Abroad);
    }
}
