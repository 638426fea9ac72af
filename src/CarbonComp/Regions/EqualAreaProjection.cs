using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CarbonComp.Regions;

/// <summary>An Albers equal-area conic projection of the WGS 84 ellipsoid: every area on the plane is the area on the Earth.</summary>
/// <remarks>WGS 84 and CGCS2000 differ by less than a millimetre at the scale of a city, so one serves for both. Plane coordinates are km.</remarks>
public sealed class EqualAreaProjection
{
    // A straight edge between two coordinates is a curve on the plane: edges longer than this are divided first.
    private const double LongestEdge = 0.1;

    private readonly MathTransform toPlane;
    private readonly MathTransform toEarth;

    /// <summary>Creates the projection from its central meridian (degrees east) and its standard parallels (degrees north).</summary>
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
        var factory = new CoordinateSystemFactory();
        var projection = factory.CreateProjection("Albers", "Albers_Conic_Equal_Area",
        [
            new("central_meridian", centralMeridian), new("longitude_of_center", centralMeridian),
            new("latitude_of_origin", 0), new("latitude_of_center", 0),
            new("standard_parallel_1", firstParallel), new("standard_parallel_2", secondParallel),
            new("false_easting", 0), new("false_northing", 0),
        ]);
        var plane = factory.CreateProjectedCoordinateSystem("Albers", GeographicCoordinateSystem.WGS84, projection,
            LinearUnit.Metre, new AxisInfo("East", AxisOrientationEnum.East), new AxisInfo("North", AxisOrientationEnum.North));
        toPlane = new CoordinateTransformationFactory().CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, plane).MathTransform;
        toEarth = toPlane.Inverse();
    }

    /// <summary>The projection of outlines: the central meridian in their middle, the standard parallels a sixth of their height from the edges.</summary>
    public static EqualAreaProjection Around(IEnumerable<Geometry> outlines)
    {
        var all = new Envelope();
        foreach (var outline in outlines) all.ExpandToInclude(outline.EnvelopeInternal);
        if (all.IsNull) return new(0, 30, 60);
        var (south, north) = (all.MinY + all.Height / 6, all.MaxY - all.Height / 6);
        // Parallels at the same distance from the equator make no cone.
        return Math.Abs(south + north) < 1e-3 ? new(all.Centre.X, south, north + 1) : new(all.Centre.X, south, north);
    }

    /// <summary>The place on the plane, km east and north.</summary>
    public (double East, double North) Project(GeoPoint place)
    {
        var (x, y) = toPlane.Transform(place.Longitude, place.Latitude);
        return (x / 1000, y / 1000);
    }

    /// <summary>The place on the Earth of a point on the plane, km.</summary>
    public GeoPoint Unproject(double east, double north)
    {
        var (longitude, latitude) = toEarth.Transform(east * 1000, north * 1000);
        return new(longitude, latitude);
    }

    /// <summary>A shape in degrees on the plane, km; edges are divided so that they follow the straight line between longitudes and latitudes.</summary>
    public Geometry Project(Geometry shape) => Map(Densifier.Densify(shape, LongestEdge), p => Project(new GeoPoint(p.X, p.Y)));

    /// <summary>A shape on the plane, km, in longitude and latitude.</summary>
    public Geometry Unproject(Geometry shape) => Map(shape, p =>
    {
        var place = Unproject(p.X, p.Y);
        return (place.Longitude, place.Latitude);
    });

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
