namespace CarbonComp.Regions;

// Albers' equal-area conic projection of the WGS 84 ellipsoid, origin at latitude 0 (Snyder 1987, pp. 98–103). Plane coordinates are km, places degrees.
// Opposite
// the central meridian the cone is cut; every place lies on the side that is nearer.
internal sealed class ConicEqualArea
{
    private readonly double centralMeridian, n, c, origin;

    public ConicEqualArea(double centralMeridian, double firstParallel, double secondParallel)
    {
        var (s1, s2) = (Math.Sin(firstParallel * Math.PI / 180), Math.Sin(secondParallel * Math.PI / 180));
        static double Squared(double sine) => (1 - sine * sine) / (1 - AuthalicLatitude.E2 * sine * sine);
        var (q1, q2) = (AuthalicLatitude.Q(s1), AuthalicLatitude.Q(s2));
        this.centralMeridian = centralMeridian;
        n = Math.Abs(q2 - q1) < 1e-12 ? s1 : (Squared(s1) - Squared(s2)) / (q2 - q1);
        c = Squared(s1) + n * q1;
        origin = Rho(0);
    }

    public (double East, double North) Project(double longitude, double latitude)
    {
        var rho = Rho(AuthalicLatitude.Q(Math.Sin(latitude * Math.PI / 180)));
        var (s, k) = Math.SinCos(n * Math.IEEERemainder(longitude - centralMeridian, 360) * Math.PI / 180);
        return (rho * s, origin - rho * k);
    }

    public (double Longitude, double Latitude) Unproject(double x, double y)
    {
        var (sign, down) = (Math.Sign(n), origin - y);
        var rho = Math.Sqrt(x * x + down * down) * n / AuthalicLatitude.EquatorialRadius;
        return (centralMeridian + Math.Atan2(sign * x, sign * down) / n * 180 / Math.PI,
            AuthalicLatitude.Degrees((c - rho * rho) / n / AuthalicLatitude.PolarQ));
    }

    private double Rho(double q) => AuthalicLatitude.EquatorialRadius * Math.Sqrt(Math.Max(0, c - n * q)) / n;
}
