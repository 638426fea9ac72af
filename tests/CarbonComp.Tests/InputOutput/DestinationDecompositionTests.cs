using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class DestinationDecompositionTests
{
    [Fact]
    public void Parts_match_the_leather_case()
    {
        double[][] expected = Leather.Rows("""
            34.96313 8.886388 7.99091 0.590646 3.464838 1.212213 2.891875
            69.034611 40.933282 20.324783 1.091512 6.091618 2.062445 10.46175
            124.259924 81.699601 15.52468 2.061942 2.798927 2.720035 10.934892
            """);
        var d = Leather.Model.EmissionsByDestination();
        LabelledVector[] parts = [d.OwnFinalUse, d.FinalProductsToOthers, d.AbsorbedByImporter, d.ReturnedToImporter, d.PassedOnAsFinal,
            d.PassedOnAsIntermediate, d.ReturnedHome];
        for (var r = 0; r < 3; r++)
            for (var k = 0; k < 7; k++) Assert.Equal(expected[r][k], parts[k][r], 1e-5);
        Assert.Equal(450, d.Total.Total, 1e-9);
    }

    [Fact]
    public void Parts_add_up_to_emissions_by_region_and_by_sector() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var (byRegion, bySector) = (sample.Model.EmissionsByDestination(), sample.Model.EmissionsByDestination(bySector: true));
        var transfers = sample.Model.Transfers();
        for (var i = 0; i < sample.Table.Axis.Count; i++) Assert.Equal(sample.Intensity.Emissions[i], bySector.Total[i], 1e-10 * sample.Emitted);
        for (var r = 0; r < sample.Table.Regions.Count; r++)
        {
            Assert.Equal(transfers.Emissions[r], byRegion.Total[r], 1e-10 * sample.Emitted);
            Assert.Equal(transfers.Amounts[r, r], byRegion.OwnDemand[r], 1e-10 * sample.Emitted);
            Assert.Equal(transfers.Outflow[r], byRegion.OtherRegionsDemand[r], 1e-10 * sample.Emitted);
            Assert.Equal(transfers.Ends.Exported[r], byRegion.Exports[r], 1e-10 * sample.Emitted);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_added_adds_up_too()
    {
        var d = Leather.Model.ValueAddedByDestination(bySector: true);
        Assert.Equal(Leather.Table.ValueAdded.Sum(), d.Total.Total, 1e-9);
        Assert.Equal(Unit.Yuan, d.Unit);
        Assert.Contains("D3f", d.ToString());
    }
}
