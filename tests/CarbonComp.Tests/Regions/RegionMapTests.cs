using NetTopologySuite.Geometries;

namespace CarbonComp.Tests;

public class RegionMapTests
{
    private static MapFeature Box(string name, string code, double west, double south, double size = 1, string source = "boxes.json") =>
        new(name, code, GeometryFactory.Default.ToGeometry(new Envelope(west, west + size, south, south + size)), source);

    [Fact]
    public void Features_are_found_by_code_name_local_name_and_name_without_its_ending()
    {
        var regions = new RegionAxis(new("11", "Alpha"), new("b", "Beta"), new("c", "Gamma", "丙市"), new("d", "Delta", "丁市"));
        var map = RegionMap.Of(regions, [Box("丁", "", 103, 30), Box("乙", "b", 101, 30), Box("other", "99", 120, 30), Box("first", "11", 100, 30), Box("丙市",
            "", 102, 30)]);
        Assert.Equal([100.5, 101.5, 102.5, 103.5], map.Cores.Select(c => Math.Round(c.Longitude, 6)));
    }

    [Fact]
    public void Whole_name_wins_over_the_name_without_its_ending()
    {
        var map = RegionMap.Of(new RegionAxis(new Region("220200", "Jilin City", "吉林市")), [Box("吉林", "220000", 120, 40, 5), Box("吉林市", "", 126, 43)]);
        Assert.Equal(126.5, map.Cores[0].Longitude, 6);
    }

    [Fact]
    public void Missing_and_double_outlines_are_named()
    {
        var regions = RegionAxis.Of("Alpha", "Beta");
        var missing = Assert.Throws<CarbonCompException>(() => RegionMap.Of(regions, [Box("Alpha", "", 1, 1)]));
        Assert.Contains("Beta", missing.Message, StringComparison.Ordinal);
        Assert.Contains("boxes.json", missing.Message, StringComparison.Ordinal);
        var twice = Assert.Throws<CarbonCompException>(() => RegionMap.Of(regions, [Box("Alpha", "", 1, 1), Box("Beta", "", 3, 3), Box("beta", "", 5, 5,
            source: "other.json")]));
        Assert.Contains("other.json", twice.Message, StringComparison.Ordinal);
        Assert.Contains("Beta", twice.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CoreDistance.GreatCircle, 592.909)]
    [InlineData(CoreDistance.EqualArea, 598.871)]
    [InlineData(CoreDistance.WebMercator, 763.793)]
    public void Handan_to_Chengde_is_as_far_as_the_reference_says(CoreDistance kind, double expected)
    {
        // Reference: distances between the equal-area centroids of other boundary polygons, rounded to 1e-4 degrees here.
        var map = RegionMap.Of(RegionAxis.Of("Handan", "Chengde"), [Box("Handan", "", 114, 36), Box("Chengde", "", 117, 41)], new EqualAreaProjection(105, 25,
            47));
        var (handan, chengde) = (ThirteenCities.ReferenceCentroid("Handan"), ThirteenCities.ReferenceCentroid("Chengde"));
        var placed = map.WithCores(
            new("longitude", map.Regions, [handan.Longitude, chengde.Longitude], Unit.Parse("deg"), ValueStatus.Statistic),
            new("latitude", map.Regions, [handan.Latitude, chengde.Latitude], Unit.Parse("deg"), ValueStatus.Statistic));
        var distances = placed.Distances(kind);
        Assert.Equal(expected, distances["Handan", "Chengde"], 0.03);
        Assert.Equal(distances["Handan", "Chengde"], distances["Chengde", "Handan"], 1e-9);
        Assert.Equal(0, distances["Handan", "Handan"]);
    }

    [Theory]
    [InlineData(109.744, 116.405285, 39.904989, 117.190182, 39.125596)] // Beijing, Tianjin
    [InlineData(578.607, 119.586579, 39.942531, 114.490686, 36.612273)] // Qinhuangdao, Handan
    public void Great_circle_between_city_seats_is_the_references(double expected, double lon1, double lat1, double lon2, double lat2) =>
        Assert.Equal(expected, new GeoPoint(lon1, lat1).GreatCircleTo(new GeoPoint(lon2, lat2)), 0.002);

    [Fact]
    public void Going_on_by_a_distance_arrives_at_that_distance()
    {
        var start = new GeoPoint(116.4, 40.2);
        foreach (var bearing in new[] { 0.0, 37, 90, 180, 271 })
            Assert.Equal(543.2, start.GreatCircleTo(start.Towards(543.2, bearing)), 1e-6);
    }

    [Fact]
    public void A_circle_inside_a_region_covers_the_circles_area_and_one_that_holds_it_covers_the_region()
    {
        var map = RegionMap.Of(RegionAxis.Of("Alpha", "Beta"), [Box("Alpha", "", 115, 39, 4), Box("Beta", "", 119, 39, 4)]);
        // A circle on the sphere of mean radius, laid on the ellipsoid, is true within half a percent.
        Assert.Equal(1, map.AreaWithin(0, 50, 0) / (Math.PI * 2500), 0.005);
        Assert.Equal(1, map.AreaWithin(0, 50, 0, CircleShape.EqualAreaPlane) / (Math.PI * 2500), 2e-5);
        Assert.Equal(map.Areas["Beta"], map.AreaWithin(0, 3000, 1), 1e-6 * map.Areas["Beta"]);
        Assert.Equal(0, map.AreaWithin(0, 50, 1));
        Assert.Equal(0, map.AreaWithin(0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.AreaWithin(0, double.NaN, 1));
    }

    [Fact]
    public void The_parts_of_a_circle_in_neighbouring_regions_add_up_to_the_circle()
    {
        var map = RegionMap.Of(RegionAxis.Of("W", "E"), [Box("W", "", 115, 38, 4), Box("E", "", 119, 38, 4)]);
        var whole = RegionMap.Of(RegionAxis.Of("W", "WE"), [Box("W", "", 115, 38, 4),
            new MapFeature("WE", "", GeometryFactory.Default.ToGeometry(new Envelope(115, 123, 38, 42)), "boxes.json")]);
        Assert.Equal(whole.AreaWithin(0, 200, 1), map.AreaWithin(0, 200, 0) + map.AreaWithin(0, 200, 1), 10.0);
    }

    [Fact]
    public void A_circle_around_a_core_has_the_circles_area_and_every_corner_at_its_radius()
    {
        var map = RegionMap.Of(RegionAxis.Of("A", "B"), [Box("A", "", 115, 38), Box("B", "", 117, 38)]);
        var circle = map.CircleAround(0, 120);
        Assert.Equal(Math.PI * 120 * 120, circle.Area, 0.001 * Math.PI * 120 * 120);
        Assert.All(circle.Coordinates, c => Assert.Equal(120, map.Cores[0].GreatCircleTo(map.Projection.Unproject(c.X, c.Y)), 0.2));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.CircleAround(0, -1));
    }

    [Fact]
    public void Regions_are_united_by_group_and_gaps_between_them_close()
    {
        // B begins 3 km east of A's border, as outlines of different files do.
        var map = RegionMap.Of(RegionAxis.Of("A", "B", "C"), [Box("A", "", 115, 38), Box("B", "", 116.035, 38), Box("C", "", 118, 38)]);
        var groups = Concordance.Of(map.Regions, RegionAxis.Of("west", "east"), ("A", "west"), ("B", "west"), ("C", "east"));
        var grouped = map.Grouped(groups, gap: 5);
        Assert.Equal(["west", "east"], grouped.Regions.Labels);
        Assert.IsType<Polygon>(grouped.Outlines[0]);
        Assert.Equal(map.Areas["A"] + map.Areas["B"], grouped.Areas["west"], 0.05 * map.Areas["A"]);
        Assert.Equal(map.Areas["C"], grouped.Areas["east"], 0.001 * map.Areas["C"]);
        Assert.IsType<MultiPolygon>(map.Grouped(groups, gap: 0).Outlines[0]);
        Assert.Throws<AxisException>(() => map.Grouped(Concordance.Identity(SectorAxis.Of("A", "B", "C"))));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Grouped(groups, gap: -1));
    }

    [Fact]
    public void Cores_off_the_Earth_are_refused_by_name()
    {
        var map = RegionMap.Of(RegionAxis.Of("Alpha"), [Box("Alpha", "", 115, 39)]);
        var exchanged = Assert.Throws<CarbonCompException>(() => map.WithCores(
            new("longitude", map.Regions, [39.5], Unit.Parse("deg"), ValueStatus.Statistic), new("latitude", map.Regions, [115.5], Unit.Parse("deg"),
                ValueStatus.Statistic)));
        Assert.Contains("Alpha", exchanged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neighbours_are_those_whose_outlines_meet()
    {
        var map = RegionMap.Of(RegionAxis.Of("A", "B", "C"), [Box("A", "", 115, 39), Box("B", "", 116.005, 39), Box("C", "", 118, 39)]);
        Assert.Equal([("A", "B")], map.Neighbours().Select(n => (n.First.Name, n.Second.Name)));
        Assert.Empty(map.Neighbours(0.1));
    }

    [Fact]
    public void Areas_of_the_thirteen_cities_are_those_of_other_polygons_within_one_and_a_half_percent()
    {
        var map = ThirteenCities.Map();
        foreach (var city in map.Regions)
            Assert.Equal(1, map.Areas[city.Name] / ThirteenCities.ReferenceAreas[city.Name], 0.015);
    }

    [Fact]
    public void Centroids_of_the_thirteen_cities_are_those_of_other_polygons_within_a_kilometre()
    {
        var map = ThirteenCities.Map();
        for (var i = 0; i < map.Regions.Count; i++)
            Assert.InRange(map.Cores[i].GreatCircleTo(ThirteenCities.ReferenceCentroid(map.Regions[i].Name)), 0, 1);
    }

    [Fact]
    public void Simplified_outlines_have_fewer_points_and_nearly_the_same_area()
    {
        var map = ThirteenCities.Map();
        var light = map.Simplified(2);
        Assert.True(light.Outlines.Sum(o => o.NumPoints) < map.Outlines.Sum(o => o.NumPoints) / 3);
        for (var i = 0; i < map.Regions.Count; i++) Assert.Equal(1, light.Areas[i] / map.Areas[i], 0.02);
    }

    [Fact]
    public void Tianjin_lies_beside_Beijing_Tangshan_Langfang_Cangzhou_and_Chengde()
    {
        var beside = ThirteenCities.Map().Neighbours(2).Where(n => n.First.Name == "Tianjin" || n.Second.Name == "Tianjin")
            .Select(n => n.First.Name == "Tianjin" ? n.Second.Name : n.First.Name).Order();
        Assert.Equal(["Beijing", "Cangzhou", "Chengde", "Langfang", "Tangshan"], beside);
    }
}
