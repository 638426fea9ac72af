namespace CarbonComp.Regions;

/// <summary>A place on the Earth.</summary>
/// <param name="Longitude">Degrees east, −180 to 180.</param>
/// <param name="Latitude">Degrees north, −90 to 90.</param>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    // Km: the mean radius of the Earth (IUGG R1), and the equatorial radius of WGS 84, which Web Mercator takes.
    internal const double EarthRadius = 6371.0088;

    private const double WebMercatorRadius = 6378.137;

    /// <summary>Great-circle distance on the mean sphere, km (haversine; within 0.6 % of the ellipsoid's).</summary>
    public double GreatCircleTo(GeoPoint other)
    {
        var (phi1, phi2) = (Radians(Latitude), Radians(other.Latitude));
        var a = Square(Math.Sin((phi2 - phi1) / 2))
            + Math.Cos(phi1) * Math.Cos(phi2) * Square(Math.Sin(Radians(other.Longitude - Longitude) / 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }

    /// <summary>Straight distance in the plane of Web Mercator, km: true distance stretched by 1/cos(latitude), the short way round; for comparison
    /// only.</summary>
    public double WebMercatorTo(GeoPoint other) => Math.Sqrt(
        Square(WebMercatorRadius * Radians(Math.IEEERemainder(other.Longitude - Longitude, 360)))
        + Square(WebMercatorRadius * (Isometric(other.Latitude) - Isometric(Latitude))));

    /// <summary>The place a distance (km) away along the great circle, at a bearing in degrees clockwise from north.</summary>
    public GeoPoint Towards(double distance, double bearing)
    {
        var (phi, lambda, delta, theta) = (Radians(Latitude), Radians(Longitude), distance / EarthRadius, Radians(bearing));
        var phi2 = Math.Asin(Math.Clamp(Math.Sin(phi) * Math.Cos(delta) + Math.Cos(phi) * Math.Sin(delta) * Math.Cos(theta), -1, 1));
        var lambda2 = lambda + Math.Atan2(Math.Sin(theta) * Math.Sin(delta) * Math.Cos(phi), Math.Cos(delta) - Math.Sin(phi) * Math.Sin(phi2));
        return new(Math.IEEERemainder(lambda2 * 180 / Math.PI, 360), phi2 * 180 / Math.PI);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double x) => x * x;

    private static double Isometric(double latitude) => Math.Log(Math.Tan(Math.PI / 4 + Radians(latitude) / 2));
}
