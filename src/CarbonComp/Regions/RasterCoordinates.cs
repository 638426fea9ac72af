using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace CarbonComp.Regions;

/// <summary>The coordinate system of a raster: the way from longitude and latitude to its plane, and the true area of its cells.</summary>
/// <remarks>Planes are in metres, longitude and latitude in degrees. Areas are those on the WGS 84 ellipsoid. For UTM the point scale
/// <c>k = 0.9996 (1 + x² / (2 · 0.9996² R²))</c> at the cell's centre is divided out, with the mean radius R (Snyder 1987, p. 63).</remarks>
public sealed class RasterCoordinates
{
    private const double MetresInKilometre = 1000, UtmScale = 0.9996, UtmEast = 500_000, Radians = Math.PI / 180;

    private readonly Func<double, double, (double X, double Y)> toPlane, toEarth;
    private readonly Func<RasterFrame, int, double> rowArea;
    private readonly Func<double, double> columnScale;

    private RasterCoordinates(string name, bool isDegrees, Func<double, double, (double, double)> toPlane, Func<double, double, (double, double)> toEarth,
        Func<RasterFrame, int, double> rowArea, Func<double, double>? columnScale = null) =>
        (Name, IsDegrees, this.toPlane, this.toEarth, this.rowArea, this.columnScale) = (name, isDegrees, toPlane, toEarth, rowArea, columnScale ?? (_ => 1));

    /// <summary>Longitude and latitude. A cell's area is <c>Δλ a² (q(φ north) − q(φ south)) / 2</c> (Snyder 1987, 3-12).</summary>
    public static RasterCoordinates LongitudeLatitude { get; } = new("longitude and latitude", true, (x, y) => (x, y), (x, y) => (x, y),
        (frame, row) => Band(frame.CellWidth * Radians, frame.Edge(row) * Radians, frame.Edge(row + 1) * Radians))
    { Epsg = 4326 };

    /// <summary>Web Mercator (EPSG:3857), whose cells are far smaller on the Earth than on the plane.</summary>
    public static RasterCoordinates WebMercator { get; } = new("Web Mercator", false,
        (x, y) => (MercatorRadius * x * Radians, MercatorRadius * Math.Asinh(Math.Tan(y * Radians))),
        (x, y) => (x / MercatorRadius / Radians, Latitude(y) / Radians),
        (frame, row) => Band(frame.CellWidth / MercatorRadius, Latitude(frame.Edge(row)), Latitude(frame.Edge(row + 1)))) { Epsg = 3857 };

    /// <summary>A plane in metres, equal in area, whose place on the Earth is not stated: regions come from another raster of the same cells.</summary>
    public static RasterCoordinates Plane { get; } = new("a plane without a place on the Earth", false, (_, _) => throw Placeless(),
        (_, _) => throw Placeless(), PlaneArea);

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether coordinates are degrees; metres otherwise.</summary>
    public bool IsDegrees { get; }

    /// <summary>The code of the system in EPSG's list; 0 where it has none here.</summary>
    public int Epsg { get; private init; }

    /// <summary>The equal-area projection, with its origin and the coordinates of that; null for other systems.</summary>
    public (EqualAreaProjection Projection, GeoPoint Origin, double FalseEasting, double FalseNorthing)? Projection { get; private init; }

    private static double MercatorRadius => AuthalicLatitude.EquatorialRadius * MetresInKilometre;

    /// <summary>A zone, 1 to 60, of the Universal Transverse Mercator system, in the north or the south.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such zone.</exception>
    public static RasterCoordinates Utm(int zone, bool isNorth)
    {
        if (zone is < 1 or > 60) throw new ArgumentOutOfRangeException(nameof(zone), zone, "Zones are 1 to 60.");
        var (systems, earth, plane) = (new CoordinateTransformationFactory(), GeographicCoordinateSystem.WGS84,
            ProjectedCoordinateSystem.WGS84_UTM(zone, isNorth));
        return new(Invariant($"UTM zone {zone} {(isNorth ? "north" : "south")}").ToString(), false,
            systems.CreateFromCoordinateSystems(earth, plane).MathTransform.Transform, systems.CreateFromCoordinateSystems(plane, earth)
                .MathTransform.Transform,
            PlaneArea, x =>
            {
                var off = (x - UtmEast) / (UtmScale * GeoPoint.EarthRadius * MetresInKilometre);
                var scale = UtmScale * (1 + off * off / 2);
                return 1 / (scale * scale);
            }) { Epsg = (isNorth ? 32600 : 32700) + zone };
    }

    /// <summary>An equal-area projection with the place of its origin and the coordinates that this has, metres.</summary>
    public static RasterCoordinates EqualArea(EqualAreaProjection projection, GeoPoint origin, double falseEasting = 0, double falseNorthing = 0)
    {
        var zero = projection.Project(origin);
        return new(Invariant($"{projection}, origin {origin.Longitude}° {origin.Latitude}° at ({falseEasting}, {falseNorthing})").ToString(), false,
            (x, y) => projection.Project(new GeoPoint(x, y)) is var p
                ? ((p.East - zero.East) * MetresInKilometre + falseEasting, (p.North - zero.North) * MetresInKilometre + falseNorthing) : default,
            (x, y) => projection.Unproject((x - falseEasting) / MetresInKilometre + zero.East, (y - falseNorthing) / MetresInKilometre + zero.North) is var p
                ? (p.Longitude, p.Latitude) : default, PlaneArea) { Projection = (projection, origin, falseEasting, falseNorthing) };
    }

    /// <summary>The coordinates of a place.</summary>
    public (double X, double Y) Project(GeoPoint place) => toPlane(place.Longitude, place.Latitude);

    /// <summary>The place of coordinates.</summary>
    public GeoPoint Unproject(double x, double y) => toEarth(x, y) is var (longitude, latitude) ? new(longitude, latitude) : default;

    // Km2 of a cell in the row, before the column's scale.
    internal double RowArea(RasterFrame frame, int row) => rowArea(frame, row);

    internal double ColumnScale(double x) => columnScale(x);

    // An outline in degrees on the plane. A straight edge in degrees is a curve there, so edges are divided first.
    internal Geometry Project(Geometry outline)
    {
        if (IsDegrees) return outline;
        // A copy, since a ring may hold one coordinate object at both ends.
        var plane = NetTopologySuite.Densify.Densifier.Densify(outline, 0.05).Copy();
        plane.Apply(new EachCoordinate(toPlane));
        plane.GeometryChanged();
        return plane;
    }

    private static CarbonCompException Placeless() => new("The raster does not say where on the Earth its plane lies. Give its coordinate system, or put a "
        + ".prj file beside it.");

    private static double Latitude(double y) => Math.Atan(Math.Sinh(y / MercatorRadius));

    private static double PlaneArea(RasterFrame frame, int row) => frame.CellWidth * frame.CellHeight / (MetresInKilometre * MetresInKilometre);

    private static double Band(double width, double north, double south) => width * AuthalicLatitude.EquatorialRadius * AuthalicLatitude.EquatorialRadius
        * (AuthalicLatitude.Q(Math.Sin(north)) - AuthalicLatitude.Q(Math.Sin(south))) / 2;

    private sealed class EachCoordinate(Func<double, double, (double X, double Y)> each) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = each(seq.GetX(i), seq.GetY(i));
            seq.SetX(i, x);
            seq.SetY(i, y);
        }
    }
}
