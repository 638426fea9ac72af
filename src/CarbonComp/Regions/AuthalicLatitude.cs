namespace CarbonComp.Regions;

// The latitude on the sphere that has the areas of the WGS 84 ellipsoid (Snyder 1987, pp. 16–17): what equal-area projections share.
internal static class AuthalicLatitude
{
    // Km, and the square of the eccentricity.
    public const double EquatorialRadius = 6378.137, E2 = Flattening * (2 - Flattening);

    private const double Flattening = 1 / 298.257223563;
    private static readonly double E = Math.Sqrt(E2);

    public static readonly double PolarQ = Q(1);

    // Snyder's q over the sine of the latitude (3-12).
    public static double Q(double sine) => (1 - E2) * (sine / (1 - E2 * sine * sine) - Math.Log((1 - E * sine) / (1 + E * sine)) / (2 * E));

    // Sine and cosine of the authalic latitude.
    public static (double Sine, double Cosine) Of(double sine)
    {
        var q = Q(sine);
        return (q / PolarQ, Math.Sqrt(Math.Max(0, (PolarQ - q) * (PolarQ + q))) / PolarQ);
    }

    // The latitude in degrees of the sine of an authalic one, by Newton's steps (3-16).
    public static double Degrees(double authalic)
    {
        var (q, phi) = (PolarQ * Math.Clamp(authalic, -1, 1), Math.Asin(Math.Clamp(authalic, -1, 1)));
        for (var step = 0; step < 6 && Math.Cos(phi) > 1e-9; step++)
        {
            var s = Math.Sin(phi);
            var w = 1 - E2 * s * s;
            phi = Math.Clamp(phi + w * w / (2 * Math.Cos(phi)) * (q - Q(s)) / (1 - E2), -Math.PI / 2, Math.PI / 2);
        }
        return phi * 180 / Math.PI;
    }
}
