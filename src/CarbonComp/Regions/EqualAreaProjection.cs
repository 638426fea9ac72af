using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace CarbonComp.Regions;

/// <summary>An equal-area projection of the WGS 84 ellipsoid: every area on the plane is the area on the Earth.</summary>
/// <remarks>Albers' conic with the parallels that are given, or Lambert's azimuthal about a centre, which fits a map on any continent. WGS 84 and CGCS2000
/// differ by less than a millimetre at the scale of a city, so one serves for both. Plane coordinates are km.</remarks>
public sealed class EqualAreaProjection
{
    // A straight edge between two coordinates is a curve on the plane: edges longer than this are divided first.
    private const double LongestEdge = 0.1;

    private const double WidePart = 60;

    private readonly Func<double, double, (double East, double North)> toPlane;
    private readonly Func<double, double, (double Longitude, double Latitude)> toEarth;

    private EqualAreaProjection(AzimuthalEqualArea about, GeoPoint centre) => (toPlane, toEarth, Centre) = (about.Project, about.Unproject, centre);

    /// <summary>Creates Albers' projection from its central meridian (degrees east) and its standard parallels (degrees north).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A degree outside its range, or parallels that are each other's negative.</exception>
    public EqualAreaProjection(double centralMeridian, double firstParallel, double secondParallel)
    {
        void Require(bool holds, double degrees, string name, string message)
        {
            if (!holds) throw new ArgumentOutOfRangeException(name, degrees, message);
        }
        const string between = "A standard parallel is between −90 and 90 degrees.";
        Require(Math.Abs(centralMeridian) <= 180, centralMeridian, nameof(centralMeridian), "A central meridian is between −180 and 180 degrees.");
        Require(Math.Abs(firstParallel) < 90, firstParallel, nameof(firstParallel), between);
        Require(Math.Abs(secondParallel) < 90, secondParallel, nameof(secondParallel), between);
        Require(Math.Abs(firstParallel + secondParallel) >= 1e-9, secondParallel, nameof(secondParallel), "The parallels must not be each other's negative.");
        var conic = new ConicEqualArea(centralMeridian, firstParallel, secondParallel);
        (toPlane, toEarth, Centre, Parallels) = (conic.Project, conic.Unproject, new(centralMeridian, 0), (firstParallel, secondParallel));
    }

    /// <summary>The centre of an azimuthal projection, or the central meridian at the equator of a conic one.</summary>
    public GeoPoint Centre { get; }

    /// <summary>The standard parallels of a conic projection, degrees; null where it is azimuthal.</summary>
    public (double First, double Second)? Parallels { get; }

    /// <summary>Lambert's azimuthal equal-area projection about a centre.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A centre that is not on the Earth.</exception>
    public static EqualAreaProjection About(GeoPoint centre) => Math.Abs(centre.Longitude) <= 180 && Math.Abs(centre.Latitude) <= 90
        ? new(new AzimuthalEqualArea(centre.Longitude, centre.Latitude), centre)
        : throw new ArgumentOutOfRangeException(nameof(centre), centre, "A centre is longitude −180 to 180 and latitude −90 to 90 degrees.");

    /// <summary>The azimuthal projection about the centre of outlines: of the middles of their parts, weighted by area, on the sphere.</summary>
    /// <remarks>It has no seam at the antimeridian, and none at the poles.</remarks>
    public static EqualAreaProjection Around(IEnumerable<Geometry> outlines)
    {
        Geometry[] parts = [.. outlines.SelectMany(o => Enumerable.Range(0, o.NumGeometries).Select(o.GetGeometryN)).Where(p => !p.IsEmpty)];
        var hasArea = parts.Any(p => p.Area > 0);
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var part in parts)
        {
            var middle = part.Centroid;
            var ((sinLon, cosLon), (sinLat, cosLat)) = (Math.SinCos(middle.X * Math.PI / 180), Math.SinCos(middle.Y * Math.PI / 180));
            var weight = hasArea ? part.Area * cosLat : 1;
            (x, y, z) = (x + weight * cosLat * cosLon, y + weight * cosLat * sinLon, z + weight * sinLat);
        }
        var length = Math.Sqrt(x * x + y * y + z * z);
        var about = About(length > 0 ? new(Math.Atan2(y, x) * 180 / Math.PI, Math.Asin(Math.Clamp(z / length, -1, 1)) * 180 / Math.PI) : new(0, 0));
        // The middle of longitudes and latitudes is not that of a part which is very wide: a cap about a pole.
        return parts.Any(p => p.EnvelopeInternal.Width > WidePart) && about.Project(parts[0].Factory.BuildGeometry(parts)).Centroid is { IsEmpty: false } found
            ? About(about.Unproject(found.X, found.Y)) : about;
    }

    /// <summary>The place on the plane, km east and north.</summary>
    public (double East, double North) Project(GeoPoint place) => toPlane(place.Longitude, place.Latitude);

    /// <summary>The place on the Earth of a point on the plane, km.</summary>
    public GeoPoint Unproject(double east, double north)
    {
        var (longitude, latitude) = toEarth(east, north);
        return new(Math.IEEERemainder(longitude, 360), latitude);
    }

    /// <summary>A shape in degrees on the plane, km; edges are divided so that they follow the straight line between longitudes and latitudes.</summary>
    /// <remarks>Parts that a file has cut at the antimeridian grow together.</remarks>
    /// <exception cref="CarbonCompException">A shape that reaches over the edge of the projection.</exception>
    public Geometry Project(Geometry shape)
    {
        var plane = Map(Densifier.Densify(shape, LongestEdge), p => toPlane(p.X, p.Y));
        var box = shape.EnvelopeInternal;
        if (box.MinX <= -180 + 1e-9 && box.MaxX >= 180 - 1e-9 || Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY)) >= 90 - 1e-9)
            plane = GeometryFixer.Fix(plane).Buffer(0);
        if (shape.Area > 0 && !(Math.Abs(plane.Area - Area(shape)) <= 0.02 * Area(shape)))
            throw new CarbonCompException("An outline reaches over the edge of the map's projection. Choose a projection about the map's own centre "
                + "(EqualAreaProjection.Around), or cut the outline at the antimeridian.");
        return plane;
    }

    /// <summary>A shape on the plane, km, in longitude and latitude. Across the antimeridian longitudes go on beyond 180.</summary>
    public Geometry Unproject(Geometry shape) => Map(shape, p => toEarth(p.X, p.Y));

    /// <summary>The projection in words.</summary>
    public override string ToString() => (Parallels is var (first, second)
        ? Invariant($"Albers' equal-area projection, {Centre.Longitude}°, {first}°, {second}°")
        : Invariant($"Lambert's azimuthal equal-area projection, {Centre.Longitude}°, {Centre.Latitude}°")).ToString();

    // The area on the ellipsoid, km2, from the coordinates alone.
    private static double Area(Geometry shape)
    {
        var total = 0.0;
        for (var n = 0; n < shape.NumGeometries; n++)
            if (shape.GetGeometryN(n) is Polygon polygon)
                total += Ring(polygon.ExteriorRing) - polygon.InteriorRings.Sum(Ring);
        return total;

        static double Ring(LineString ring)
        {
            var points = Densifier.Densify(ring, 1).Coordinates;
            return Math.Abs(points.Zip(points.Skip(1)).Sum(e => AzimuthalEqualArea.Under(e.First.X, e.First.Y, e.Second.X, e.Second.Y)));
        }
    }

    private static Geometry Map(Geometry shape, Func<Coordinate, (double X, double Y)> each)
    {
        var mapped = shape.Copy();
        mapped.Apply(new EachCoordinate(each));
        mapped.GeometryChanged();
        return mapped;
    }

    private sealed class EachCoordinate(Func<Coordinate, (double X, double Y)> each) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = each(seq.GetCoordinate(i));
            seq.SetX(i, x);
            seq.SetY(i, y);
        }
    }
}
