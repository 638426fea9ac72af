using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace CarbonComp.Tests;

/// <summary>Areas, cores, distances and circles are right wherever a map lies.</summary>
public class WorldMapTests
{
    private const double MeanRadius = 6371.0088;

    private static MapFeature Box(string name, double west, double south, double width, double height) =>
        new(name, "", GeometryFactory.Default.ToGeometry(new Envelope(west, west + width, south, south + height)), "boxes.json");

    // Two boxes side by side whose common border is at a longitude; a box over the antimeridian is cut into two parts of one name.
    private static RegionMap Map(double longitude, double latitude, double size = 4)
    {
        MapFeature[] Piece(string name, double west)
        {
            west = Math.IEEERemainder(west, 360);
            return west + size <= 180 ? [Box(name, west, latitude, size, size)]
                : [Box(name, west, latitude, 180 - west, size), Box(name, -180, latitude, west + size - 180, size)];
        }
        return RegionMap.Of(RegionAxis.Of("W", "E"), [.. Piece("W", longitude - size), .. Piece("E", longitude)]);
    }

    // The area of a box of the graticule on the ellipsoid.
    private static double Zone(double south, double size)
    {
        const double a = 6378.137, f = 1 / 298.257223563, e2 = f * (2 - f);
        var e = Math.Sqrt(e2);
        double Q(double phi)
        {
            var s = Math.Sin(phi * Math.PI / 180);
            return (1 - e2) * (s / (1 - e2 * s * s) - Math.Log((1 - e * s) / (1 + e * s)) / (2 * e));
        }
        return a * a / 2 * size * Math.PI / 180 * (Q(south + size) - Q(south));
    }

    [Theory]
    [InlineData(116, 38)]    // China
    [InlineData(-100, 40)]   // North America
    [InlineData(-60, -15)]   // South America
    [InlineData(25, -2)]     // on the equator
    [InlineData(134, -27)]   // Australia
    [InlineData(18, 66)]     // the far north
    [InlineData(10, 84)]     // near the pole
    [InlineData(-70, -88)]   // nearer
    [InlineData(180, -18)]   // Fiji
    [InlineData(178, 66)]    // Chukotka
    [InlineData(-179, 52)]   // the Aleutians
    public void Areas_cores_and_circles_are_right(double longitude, double latitude)
    {
        var map = Map(longitude, latitude);
        foreach (var region in map.Regions) Assert.Equal(1, map.Areas[region.Name] / Zone(latitude, 4), 1e-4);
        // Both boxes lie the same on either side of the border.
        Assert.Equal(0, Math.IEEERemainder(map.Cores[0].Longitude + map.Cores[1].Longitude - 2 * longitude, 360), 1e-6);
        Assert.Equal(map.Cores[0].Latitude, map.Cores[1].Latitude, 1e-6);
        Assert.InRange(map.Cores[0].Latitude, latitude, latitude + 4);
        Assert.InRange(Math.Abs(map.Cores[0].Longitude), 0, 180);
        // A circle inside a box has its area on the sphere; the parts of one across the border add up.
        const double radius = 40;
        var inside = map.AreaWithin(0, Math.Abs(latitude) > 80 ? 10 : radius, 0);
        var expected = Math.Abs(latitude) > 80 ? 10 : radius;
        Assert.Equal(1, inside / (2 * Math.PI * MeanRadius * MeanRadius * (1 - Math.Cos(expected / MeanRadius))), 0.01);
        var wide = map.Cores[0].GreatCircleTo(map.Cores[1]);
        Assert.True(map.AreaWithin(0, wide, 1) > 0);
        Assert.Equal(map.AreaWithin(0, wide, 1), map.AreaWithin(1, wide, 0), 1e-3 * map.AreaWithin(1, wide, 0));
        Assert.Equal([("W", "E")], map.Neighbours().Select(n => (n.First.Name, n.Second.Name)));
    }

    [Fact]
    public void Distances_on_the_plane_are_near_those_on_the_ground_on_every_continent() =>
        Prop.ForAll(Gen.Choose(-180, 180).Zip(Gen.Choose(-80, 76)).ToArbitrary(), place =>
        {
            var map = Map(place.Item1, place.Item2);
            var (ground, plane) = (map.Distances()["W", "E"], map.Distances(CoreDistance.EqualArea)["W", "E"]);
            return Math.Abs(plane / ground - 1) < 0.01 && ground < 600 && Math.Abs(map.Areas.Values[0] / Zone(place.Item2, 4) - 1) < 1e-4;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void There_and_back_is_the_same_place_about_any_centre() =>
        Prop.ForAll(Gen.Choose(-180, 180).Zip(Gen.Choose(-90, 90)).Zip(Gen.Choose(-179, 179).Zip(Gen.Choose(-89, 89))).ToArbitrary(), drawn =>
        {
            var ((lon, lat), (east, north)) = drawn;
            var (centre, place) = (new GeoPoint(lon, lat), new GeoPoint(east + 0.5, north + 0.25));
            if (centre.GreatCircleTo(place) > 19_500) return true;
            var (x, y) = EqualAreaProjection.About(centre).Project(place);
            return EqualAreaProjection.About(centre).Unproject(x, y).GreatCircleTo(place) < 1e-5;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_projection_of_a_map_on_the_equator_is_about_its_centre() // Snyder 1987, p. 333: sphere's values differ by less than the flattening
    {
        var (x, y) = EqualAreaProjection.About(new(0, 0)).Project(new GeoPoint(90, 0));
        Assert.InRange(x, MeanRadius * Math.Sqrt(2) - 25, MeanRadius * Math.Sqrt(2) + 25);
        Assert.Equal(0, y, 1e-9);
    }

    [Fact]
    public void A_country_of_several_parts_around_the_antimeridian_has_one_core_among_them()
    {
        var map = RegionMap.Of(RegionAxis.Of("Fiji"), [Box("Fiji", 177, -18, 3, 1), Box("Fiji", -180, -18, 1, 1)]);
        Assert.Equal(179, Math.IEEERemainder(map.Cores[0].Longitude, 360), 1e-6);
        Assert.Equal(Zone(-18, 1) * 4, map.Areas[0], 1);
    }

    [Fact]
    public void The_cap_about_a_pole_has_its_area()
    {
        var map = RegionMap.Of(RegionAxis.Of("Cap"), [Box("Cap", -180, -90, 360, 20)]);
        Assert.Equal(1, map.Areas[0] / (Zone(-90, 20) * 18), 1e-4);
        Assert.Equal(-90, map.Cores[0].Latitude, 0.01);
    }

    [Fact]
    public void A_given_projection_that_cuts_an_outline_or_a_circle_is_refused()
    {
        var cut = Assert.Throws<CarbonCompException>(() => RegionMap.Of(RegionAxis.Of("A"), [Box("A", -80, 30, 10, 10)], new EqualAreaProjection(105, 25, 47)));
        Assert.Contains("EqualAreaProjection.Around", cut.Message);
        var map = RegionMap.Of(RegionAxis.Of("A"), [Box("A", -73, 30, 10, 10)], new EqualAreaProjection(105, 25, 47));
        Assert.Equal(1, map.Areas[0] / RegionMap.Of(RegionAxis.Of("A"), [Box("A", -73, 30, 10, 10)]).Areas[0], 1e-6);
        Assert.Contains("A circle of 900 km around A", Assert.Throws<CarbonCompException>(() => map.AreaWithin(0, 900, 0)).Message);
    }

    [Fact]
    public void Going_over_the_antimeridian_arrives_on_the_other_side_and_is_measured_the_short_way()
    {
        var (west, east) = (new GeoPoint(179.5, 0), new GeoPoint(-179.5, 0));
        var arrived = west.Towards(west.GreatCircleTo(east), 90);
        Assert.Equal(-179.5, arrived.Longitude, 1e-6);
        Assert.Equal(111.3, west.WebMercatorTo(east), 0.1);
        Assert.Equal(111.2, west.GreatCircleTo(east), 0.1);
    }
}
