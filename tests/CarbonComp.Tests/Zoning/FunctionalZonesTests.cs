namespace CarbonComp.Tests;

public class FunctionalZonesTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("Forest", "Small", "Capital", "Steel", "Middle");

    [Fact]
    public void Zones_follow_the_rules_in_their_order()
    {
        // Mean emission 10: Small 2 is little, Capital 20 much, Middle 8 neither.
        var zones = Zones();
        Assert.Equal([FunctionalZone.CarbonSink, FunctionalZone.LowCarbonOptimization, FunctionalZone.TotalControl, FunctionalZone.IntensityControl, FunctionalZone.IntensityControl], zones.Zones);
        Assert.Equal(FunctionalZone.TotalControl, zones["Capital"]);
    }

    [Fact]
    public void Thresholds_are_arguments()
    {
        Assert.Equal(FunctionalZone.LowCarbonOptimization, Zones(new() { LowEmission = 0.9 })["Middle"]);
        Assert.Equal(FunctionalZone.TotalControl, Zones(new() { HighEmission = 0.7 })["Middle"]);
        Assert.Equal(FunctionalZone.IntensityControl, Zones(new() { Contribution = 1.5 })["Small"]);
        Assert.NotEqual(FunctionalZone.CarbonSink, Zones(new() { SinkSupport = 3 })["Forest"]);
    }

    [Fact]
    public void Stability_is_the_share_of_thresholds_that_keep_the_zone()
    {
        var stability = Zones().Stability(new FunctionalZoneThresholds { LowEmission = 0.9 }, new FunctionalZoneThresholds { SinkSupport = 3 }, new FunctionalZoneThresholds(), new FunctionalZoneThresholds { Contribution = 1.5 });
        Assert.Equal([0.75, 0.75, 0.75, 1, 0.75], stability.Values.ToArray());
        Assert.Throws<CarbonCompException>(() => Zones().Stability());
    }

    [Fact]
    public void Other_regions_and_units_are_refused()
    {
        Assert.Throws<AxisException>(() => FunctionalZones.Of(Pure("ECC", 1, 1, 1, 1, 1), new("ESC", RegionAxis.Of("A"), [1.0], Unit.One, ValueStatus.Illustrative), Emissions));
        Assert.Throws<UnitException>(() => FunctionalZones.Of(Pure("ECC", 1, 1, 1, 1, 1), Pure("ESC", 1, 1, 1, 1, 1), Pure("emissions", 1, 1, 1, 1, 1)));
    }

    private static LabelledVector Emissions => new("emissions", Regions, [8, 2, 20, 12, 8], Unit.MegatonneCO2, ValueStatus.Illustrative);

    private static FunctionalZones Zones(FunctionalZoneThresholds? thresholds = null) =>
        FunctionalZones.Of(Pure("ECC", 0.8, 1.2, 1.2, 0.7, 1.1), Pure("ESC", 2, 1, 0.4, 0.5, 1), Emissions, thresholds);

    private static LabelledVector Pure(string name, params double[] values) => new(name, Regions, values, Unit.One, ValueStatus.Illustrative);
}
