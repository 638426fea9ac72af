using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class SectorTransfersTests
{
    [Fact]
    public void Sectors_add_up_to_the_transfers_and_to_the_emissions() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var bySector = EmbodiedCarbon.TransfersBySector(sample.Table, sample.Intensity);
        var transfers = EmbodiedCarbon.Transfers(sample.Table, sample.Intensity);
        var tolerance = 1e-9 * sample.Emitted;
        Assert.True((bySector.Transfers.Tonnes - transfers.Tonnes).Enumerate().All(d => Math.Abs(d) <= tolerance));
        Assert.True((bySector.Transfers.Emissions.Values - transfers.Emissions.Values).AbsoluteMaximum() <= tolerance);
        var summed = sample.Table.Sectors.Labels.Select(s => bySector.Of(s).Values).Aggregate((a, b) => a + b);
        Assert.True((summed - transfers.Tonnes).Enumerate().All(d => Math.Abs(d) <= tolerance));
        for (var i = 0; i < sample.Table.Axis.Count; i++)
            Assert.Equal(sample.Intensity.Emissions[i], bySector.Emissions.Values[i / sample.Table.Sectors.Count, i % sample.Table.Sectors.Count], tolerance);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Some_regions_of_all_sectors_are_all_sectors_of_some_regions()
    {
        var bySector = EmbodiedCarbon.TransfersBySector(Leather.Table, Leather.Intensity);
        var subset = RegionAxis.Of("Germany", "Argentina");
        var (one, other) = (bySector.Within(subset).Transfers, bySector.Transfers.Within(subset));
        Assert.Equal(other.Tonnes.Enumerate(), one.Tonnes.Enumerate(), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(other.ForElsewhere, one.ForElsewhere, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(other.FromElsewhere, one.FromElsewhere, (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([240, 60], bySector.Within(subset).Emissions.RowSums().Values.ToArray(), (a, b) => Math.Abs(a - b) < 1e-9);
    }
}
