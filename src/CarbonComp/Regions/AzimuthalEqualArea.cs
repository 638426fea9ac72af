namespace CarbonComp.Regions;

// Lambert's azimuthal equal-area projection of the WGS 84 ellipsoid about a centre (Snyder 1987, Map Projections: A Working Manual, pp. 187–190): areas are
// true
// everywhere, distances near the centre, and there is no cut but the one place opposite. Plane coordinates are km, places degrees.
internal sealed class AzimuthalEqualArea
{
    private const double A = AuthalicLatitude.EquatorialRadius, E2 = AuthalicLatitude.E2;
    private static readonly double Radius = A * Math.Sqrt(AuthalicLatitude.PolarQ / 2);

    private readonly double longitude, sine, cosine, stretch;

    public AzimuthalEqualArea(double longitude, double latitude)
    {
        // At the pole itself the formulas divide nothing by nothing; a tenth of a degree beside it they hold.
        var phi = Math.Clamp(latitude, -89.9, 89.9) * Math.PI / 180;
        this.longitude = longitude;
        (sine, cosine) = AuthalicLatitude.Of(Math.Sin(phi));
        stretch = A * Math.Cos(phi) / Math.Sqrt(1 - E2 * Math.Sin(phi) * Math.Sin(phi)) / (Radius * cosine);
    }

    // The area, km2, under an edge between two places down to the equator: what a ring's edges add up to is its area on the ellipsoid.
    public static double Under(double longitude1, double latitude1, double longitude2, double latitude2) => Radius * Radius
        * (longitude2 - longitude1) * Math.PI / 180 * (AuthalicLatitude.Of(Math.Sin(latitude1 * Math.PI / 180)).Sine
            + AuthalicLatitude.Of(Math.Sin(latitude2 * Math.PI / 180)).Sine) / 2;

    public (double East, double North) Project(double east, double north)
    {
        var (s, c) = AuthalicLatitude.Of(Math.Sin(north * Math.PI / 180));
        var (turn, along) = Math.SinCos((east - longitude) * Math.PI / 180);
        var facing = 1 + sine * s + cosine * c * along;
        if (facing < 1e-7)
            throw new CarbonCompException($"({east}, {north}) is opposite the centre of the map's projection and has no place on it. Split the map in two.");
        var b = Radius * Math.Sqrt(2 / facing);
        return (b * stretch * c * turn, b / stretch * (cosine * s - sine * c * along));
    }

    public (double Longitude, double Latitude) Unproject(double x, double y)
    {
        (x, y) = (x / stretch, y * stretch);
        var rho = Math.Sqrt(x * x + y * y);
        if (rho < 1e-12) return (longitude, AuthalicLatitude.Degrees(sine));
        var (s, c) = Math.SinCos(2 * Math.Asin(Math.Min(1, rho / (2 * Radius))));
        return (longitude + Math.Atan2(x * s, rho * cosine * c - y * sine * s) * 180 / Math.PI, AuthalicLatitude.Degrees(c * sine + y * s * cosine / rho));
    }
}
