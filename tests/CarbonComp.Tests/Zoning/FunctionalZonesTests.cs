namespace CarbonComp.Tests;

public class FunctionalZonesTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("Forest", "Small", "Capital", "Steel", "Middle");

    [Fact]
    public void Zones_follow_the_rules_in_their_order()
    {
        // Mean emission 10: Small 2 is little, Capital 20 much, Middle 8 neither.
        var zones = Zones();
        Assert.Equal([FunctionalZone.CarbonSink, FunctionalZone.LowCarbonOptimization, FunctionalZone.TotalControl, FunctionalZone.IntensityControl,
            FunctionalZone.IntensityControl], zones.Zones);
        Assert.Equal(FunctionalZone.TotalControl, zones["Capital"]);
    }

    [Fact]
    public void Thresholds_are_arguments()
    {
        Assert.Equal(FunctionalZone.LowCarbonOptimization, Zones(new() { LowEmission = 0.9 })["Middle"]);
        Assert.Equal(FunctionalZone.TotalControl, Zones(new() { HighEmission = 0.7 })["Middle"]);
        Assert.Equal(FunctionalZone.IntensityControl, Zones(new() { Contribution = 1.5 })["Small"]);
        Assert.NotEqual(FunctionalZone.CarbonSink, Zones(new() { SinkSupport = 3 })["Forest"]);
        Assert.Contains("threshold of high emission must be zero or positive; it is NaN",
            Assert.Throws<CarbonCompException>(() => Zones(new() { HighEmission = double.NaN })).Message);
        Assert.Contains("ecological support must be zero or positive; it is -1",
            Assert.Throws<CarbonCompException>(() => Zones().Under(new() { SinkSupport = -1 })).Message);
    }

    [Fact]
    public void Low_emissions_end_before_high_ones_begin()
    {
        Assert.Equal("Low emissions end at 1.5 and high emissions begin at 1 times the regions' mean. Choose a low threshold that is not above the high one.",
            Assert.Throws<CarbonCompException>(() => Zones(new() { LowEmission = 1.5 })).Message);
        Assert.Equal(FunctionalZone.LowCarbonOptimization, Zones(new() { LowEmission = 1 })["Middle"]);
        // Moved only to see what changes, they may pass each other.
        Assert.Equal(5, ZoneStability.Of(Zones(new() { LowEmission = 0.95 })).Changes.Count);
    }

    [Fact]
    public void Stability_is_the_share_of_thresholds_that_keep_the_zone()
    {
        var stability = Zones().Stability(new FunctionalZoneThresholds { LowEmission = 0.9 }, new FunctionalZoneThresholds { SinkSupport = 3 },
            new FunctionalZoneThresholds(), new FunctionalZoneThresholds { Contribution = 1.5 });
        Assert.Equal([0.75, 0.75, 0.75, 1, 0.75], stability.Values.ToArray());
        Assert.Throws<CarbonCompException>(() => Zones().Stability());
    }

    [Fact]
    public void A_region_changes_first_where_the_nearest_threshold_passes_its_own_number()
    {
        var stability = ZoneStability.Of(Zones());
        // Support 2 against 1.8 (+11 %); of Small contribution 1.2 (+20 %) is nearer than emission 0.2 of the mean (−60 %).
        Assert.Equal(("ecological support", 2.0, FunctionalZone.IntensityControl),
            (stability.Changes[0]!.Threshold, stability.Changes[0]!.To, stability.Changes[0]!.Zone));
        Assert.Equal("economic contribution", stability.Changes[1]!.Threshold);
        Assert.Equal(0.2, stability.Changes[1]!.Move, 12);
        // Middle has 0.8 of the mean: much emission from there on, at −20 %.
        Assert.Equal(("high emission", FunctionalZone.TotalControl), (stability.Changes[4]!.Threshold, stability.Changes[4]!.Zone));
    }

    [Fact]
    public void A_region_keeps_its_zone_within_the_move_that_changes_it_first_and_not_beyond()
    {
        var zones = Zones();
        var first = ZoneStability.Of(zones).Changes;
        for (var i = 0; i < first.Count; i++)
        {
            FunctionalZoneThresholds Moved(double share) => first[i]!.Threshold switch
            {
                "ecological support" => new() { SinkSupport = 1.8 * share }, "economic contribution" => new() { Contribution = share },
                "low emission" => new() { LowEmission = 0.5 * share }, _ => new() { HighEmission = share },
            };
            Assert.Equal(zones.Zones[i], zones.Under(Moved(1 + 0.99 * first[i]!.Move)).Zones[i]);
            Assert.Equal(first[i]!.Zone, zones.Under(Moved(1 + 1.01 * first[i]!.Move)).Zones[i]);
        }
    }

    [Fact]
    public void The_share_of_a_grid_falls_as_the_grid_reaches_farther()
    {
        var (near, far) = (ZoneStability.Of(Zones(), 0.05), ZoneStability.Of(Zones(), 0.5));
        Assert.All(Enumerable.Range(0, 5), i => Assert.True(far.Share[i] <= near.Share[i]));
        Assert.All(near.Share.Values, s => Assert.Equal(1, s));
        // Steel: below every contribution of the grid but the lowest, 0.5 to 0.7, with 1.2 of the mean: total control there.
        Assert.InRange(far.Share[3], 0.5, 0.99);
        Assert.Throws<ArgumentOutOfRangeException>(() => ZoneStability.Of(Zones(), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ZoneStability.Of(Zones(), 0.2, 1));
    }

    [Fact]
    public void Other_regions_and_units_are_refused()
    {
        Assert.Throws<AxisException>(() => FunctionalZones.Classify(Pure("ECC", 1, 1, 1, 1, 1),
            new("ESC", RegionAxis.Of("A"), [1.0], Unit.One, ValueStatus.Illustrative), Emissions));
        Assert.Throws<UnitException>(() => FunctionalZones.Classify(Pure("ECC", 1, 1, 1, 1, 1), Pure("ESC", 1, 1, 1, 1, 1), Pure("emissions", 1, 1, 1, 1, 1)));
    }

    private static LabelledVector Emissions => new("emissions", Regions, [8, 2, 20, 12, 8], Unit.MegatonneCO2, ValueStatus.Illustrative);

    private static FunctionalZones Zones(FunctionalZoneThresholds? thresholds = null) =>
        FunctionalZones.Classify(Pure("ECC", 0.8, 1.2, 1.2, 0.7, 1.1), Pure("ESC", 2, 1, 0.4, 0.5, 1), Emissions, thresholds);

    private static LabelledVector Pure(string name, params double[] values) => new(name, Regions, values, Unit.One, ValueStatus.Illustrative);
}
