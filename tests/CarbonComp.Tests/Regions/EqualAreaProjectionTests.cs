using FsCheck;
using FsCheck.Fluent;
using NetTopologySuite.Geometries;

namespace CarbonComp.Tests;

public class EqualAreaProjectionTests
{
    // WGS 84.
    private const double A = 6378.137, F = 1 / 298.257223563;
    private static readonly double E2 = F * (2 - F), E = Math.Sqrt(E2);

    private static readonly EqualAreaProjection China = new(105, 25, 47);

    [Theory]
    [InlineData(116.417, 40.1859)]
    [InlineData(105, 0.001)]
    [InlineData(80, 53)]
    [InlineData(130, 18)]
    public void Coordinates_follow_Snyders_formulas(double longitude, double latitude)
    {
        var (east, north) = China.Project(new GeoPoint(longitude, latitude));
        var (x, y) = Snyder(longitude, latitude);
        Assert.Equal(x, east, 1e-5);
        Assert.Equal(y, north, 1e-5);
    }

    [Fact]
    public void There_and_back_is_the_same_place() =>
        Prop.ForAll(Place().ToArbitrary(), place =>
        {
            var (east, north) = China.Project(place);
            var back = China.Unproject(east, north);
            return Math.Abs(back.Longitude - place.Longitude) < 1e-8 && Math.Abs(back.Latitude - place.Latitude) < 1e-8;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(73, 18, 5)]
    [InlineData(116, 39, 1)]
    [InlineData(130, 52, 2)]
    public void A_cell_of_the_graticule_has_its_area_on_the_ellipsoid(double west, double south, double size)
    {
        var cell = GeometryFactory.Default.ToGeometry(new Envelope(west, west + size, south, south + size));
        // Zone between two parallels: a²(1−e²)/2·Δλ·[q/(1−e²)] with Snyder's q.
        var expected = A * A / 2 * Radians(size) * (Q(south + size) - Q(south));
        Assert.Equal(1, China.Project(cell).Area / expected, 1e-6);
    }

    [Theory]
    [InlineData(10, 47)]
    [InlineData(-70, -3)]
    [InlineData(30, 0)]
    public void A_projection_around_a_map_keeps_its_area_and_puts_its_middle_in_the_middle(double longitude, double latitude)
    {
        var cell = GeometryFactory.Default.ToGeometry(new Envelope(longitude - 3, longitude + 3, latitude - 2, latitude + 2));
        var projection = EqualAreaProjection.Around([cell]);
        var expected = A * A / 2 * Radians(6) * (Q(latitude + 2) - Q(latitude - 2));
        Assert.Equal(1, projection.Project(cell).Area / expected, 1e-6);
        Assert.Equal(0, projection.Project(new GeoPoint(longitude, latitude)).East, 1e-9);
    }

    [Fact]
    public void Degrees_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EqualAreaProjection(105, 25, -25));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EqualAreaProjection(205, 25, 47));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EqualAreaProjection(105, double.NaN, 47));
    }

    private static Gen<GeoPoint> Place() =>
        from longitude in Gen.Choose(73_000, 135_000)
        from latitude in Gen.Choose(3_000, 54_000)
        select new GeoPoint(longitude / 1e3, latitude / 1e3);

    // Snyder, Map Projections: A Working Manual, eq. 14-1 to 14-21, origin at latitude 0.
    private static (double X, double Y) Snyder(double longitude, double latitude)
    {
        double M(double phi) => Math.Cos(Radians(phi)) / Math.Sqrt(1 - E2 * Math.Pow(Math.Sin(Radians(phi)), 2));
        var n = (M(25) * M(25) - M(47) * M(47)) / (Q(47) - Q(25));
        var c = M(25) * M(25) + n * Q(25);
        double Rho(double q) => A * Math.Sqrt(c - n * q) / n;
        var theta = n * Radians(longitude - 105);
        return (Rho(Q(latitude)) * Math.Sin(theta), Rho(Q(0)) - Rho(Q(latitude)) * Math.Cos(theta));
    }

    private static double Q(double phi)
    {
        var s = Math.Sin(Radians(phi));
        return (1 - E2) * (s / (1 - E2 * s * s) - Math.Log((1 - E * s) / (1 + E * s)) / (2 * E));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
