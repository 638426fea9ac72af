using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace CarbonComp.Regions;

/// <summary>The regions of a study on the ground: outlines, areas, cores and the distances between them.</summary>
/// <remarks>Outlines are longitude and latitude; every area is taken in the equal-area projection.</remarks>
public sealed record RegionMap : Tabular
{
    // The corners are a little outside the circle, so that the polygon has the circle's area.
    private const int CircleCorners = 180;
    private static readonly double CornerRadius = Math.Sqrt(2 * Math.PI / CircleCorners / Math.Sin(2 * Math.PI / CircleCorners));

    private readonly Geometry[] plane;

    private RegionMap(RegionAxis regions, IReadOnlyList<Geometry> outlines, EqualAreaProjection projection, string source,
        ValueStatus status, IReadOnlyList<GeoPoint>? cores)
    {
        (Regions, Outlines, Projection, Source, Status) = (regions, outlines, projection, source, status);
        plane = [.. outlines.Select(projection.Project)];
        Cores = cores ?? [.. plane.Select(p => projection.Unproject(p.Centroid.X, p.Centroid.Y))];
    }

    /// <summary>Finds the outline of every region among the features of boundary files.</summary>
    /// <remarks>
    /// A feature is a region's when its code, or its name, is the region's code, name or local name. Where none is,
    /// names are compared without the ending for the kind of place (北京 and 北京市). Features of other places are left out. By default the
    /// projection is that <see cref="EqualAreaProjection.Around"/> the outlines, and captions name the files as their source.
    /// </remarks>
    /// <exception cref="CarbonCompException">A region without outline, or with two that are as good as each other.</exception>
    public static RegionMap Of(RegionAxis regions, IEnumerable<MapFeature> features, EqualAreaProjection? projection = null,
        ValueStatus status = ValueStatus.Statistic, string? source = null)
    {
        var all = features.ToArray();
        var found = regions.Select(region => PlaceNames.Match(region, all)).ToArray();
        if (regions.Where((_, i) => found[i] is null).Select(r => r.Name).ToArray() is { Length: > 0 } missing)
            throw new CarbonCompException($"No outline of {string.Join(", ", missing)} among the {all.Length} areas of {Files(all)}. "
                + $"They are {Listing.Of(all.Select(f => f.ToString()))}. Read the file that holds them too, or give the region the name or code of its area.");
        var chosen = found.Select(f => f!).ToArray();
        Geometry[] outlines = [.. chosen.Select(f => f.Outline)];
        return new(regions, outlines, projection ?? EqualAreaProjection.Around(outlines), source ?? Files(chosen), status, null);
    }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The outline of each: polygon or multipolygon, longitude and latitude in degrees.</summary>
    public IReadOnlyList<Geometry> Outlines { get; }

    /// <summary>The projection that areas are taken in.</summary>
    public EqualAreaProjection Projection { get; }

    /// <summary>The files that the outlines come from.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>The core of each region, where distances and circles start: its centre of area, unless <see cref="WithCores"/> replaced it.</summary>
    public IReadOnlyList<GeoPoint> Cores { get; }

    /// <summary>Areas around the regions that a map draws without values: parts of the same country that the study has no figures of.</summary>
    public IReadOnlyList<MapFeature> Surroundings { get; private init; } = [];

    /// <summary>The same map with areas around the regions; those that are a region's are left out.</summary>
    public RegionMap WithSurroundings(IEnumerable<MapFeature> features) =>
        this with { Surroundings = [.. features.Where(f => !Regions.Any(r => PlaceNames.Match(r, [f]) is not null))] };

    /// <inheritdoc/>
    public override string Caption => $"Regions and their areas; outlines from {Source}";

    /// <summary>The area of each region, km2.</summary>
    public LabelledVector Areas => new("area", Regions, plane.Select(p => p.Area), Unit.SquareKilometre, Status);

    /// <summary>The same map with other cores, such as the seats of the city governments.</summary>
    /// <exception cref="AxisException">Not along the map's regions.</exception>
    /// <exception cref="UnitException">Not degrees.</exception>
    /// <exception cref="CarbonCompException">A coordinate outside its range.</exception>
    public RegionMap WithCores(LabelledVector longitude, LabelledVector latitude)
    {
        Regions.Require(longitude.Axis, longitude.Name);
        Regions.Require(latitude.Axis, latitude.Name);
        var (east, north) = (longitude.In("deg"), latitude.In("deg"));
        for (var i = 0; i < Regions.Count; i++)
            if (Math.Abs(east[i]) > 180 || Math.Abs(north[i]) > 90)
                throw new CarbonCompException($"The core of {Regions[i]} at {east[i]}° east, {north[i]}° north is not on the Earth. "
                    + $"Were longitude and latitude exchanged?");
        return new(Regions, Outlines, Projection, Source, ValueStatuses.Weakest(Status, longitude.Status, latitude.Status),
            [.. Enumerable.Range(0, Regions.Count).Select(i => new GeoPoint(east[i], north[i]))]) { Surroundings = Surroundings };
    }

    /// <summary>The distance from core to core, km, region × region.</summary>
    public LabelledMatrix Distances(CoreDistance kind = CoreDistance.GreatCircle) => new($"distance ({kind})", Regions, Regions,
        Matrix<double>.Build.Dense(Regions.Count, Regions.Count, (i, j) => i == j ? 0 : Distance(Cores[i], Cores[j], kind)), Unit.Kilometre, Status);

    /// <summary>The area, km2, of a region inside a circle (radius in km) around the core of another: the overlap in the equal-area projection.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A radius that is not a number, is negative, or passes a quarter of the Earth.</exception>
    public double AreaWithin(int centre, double radius, int region, CircleShape shape = CircleShape.Geodesic)
    {
        if (!(radius >= 0 && radius < 10_000))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A circle's radius is between 0 and 10 000 km.");
        if (radius == 0) return 0;
        var core = Projection.Project(Cores[centre]);
        // Most circles end far before the region: the plane is off by two percent at most within a country, so five more decide it.
        if (radius < 2000 && !plane[region].IsWithinDistance(plane[region].Factory.CreatePoint(new Coordinate(core.East, core.North)), 1.05 * radius)) return 0;
        var reach = radius * CornerRadius;
        var ring = Enumerable.Range(0, CircleCorners + 1).Select(k => k % CircleCorners * 360.0 / CircleCorners)
            .Select(bearing => shape == CircleShape.Geodesic ? Projection.Project(Cores[centre].Towards(reach, bearing))
                : (East: core.East + reach * Math.Sin(bearing * Math.PI / 180), North: core.North + reach * Math.Cos(bearing * Math.PI / 180)))
            .Select(p => new Coordinate(p.East, p.North)).ToArray();
        var circle = plane[region].Factory.CreatePolygon(ring);
        return circle.EnvelopeInternal.Intersects(plane[region].EnvelopeInternal)
            ? OverlayNGRobust.Overlay(circle, plane[region], NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area : 0;
    }

    /// <summary>The pairs of regions side by side: outlines of neighbours may be a gap (km) apart, as those of different files never fit exactly.</summary>
    public IReadOnlyList<(Region First, Region Second)> Neighbours(double gap = 1) =>
        [.. from i in Enumerable.Range(0, Regions.Count)
            from j in Enumerable.Range(i + 1, Regions.Count - i - 1)
            where plane[i].IsWithinDistance(plane[j], gap)
            select (Regions[i], Regions[j])];

    /// <summary>The same regions in fewer points, for drawing only: lines move by up to the tolerance, km.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A tolerance that is not positive.</exception>
    public RegionMap Simplified(double tolerance)
    {
        if (!(tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is a positive number of kilometres.");
        return new(Regions, [.. plane.Select(p => Projection.Unproject(TopologyPreservingSimplifier.Simplify(p, tolerance)))], Projection, Source,
            Status, Cores) { Surroundings = Surroundings };
    }

    /// <summary>One row per region: code, area, core.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Regions.Index(), Status)
        .With("region", r => r.Item.Name).With("code", r => r.Item.Code).With("area", r => plane[r.Index].Area, Unit.SquareKilometre)
        .With("core longitude", r => Cores[r.Index].Longitude, Unit.Parse("deg")).With("core latitude", r => Cores[r.Index].Latitude, Unit.Parse("deg"));

    private double Distance(GeoPoint a, GeoPoint b, CoreDistance kind)
    {
        if (kind == CoreDistance.GreatCircle) return a.GreatCircleTo(b);
        if (kind == CoreDistance.WebMercator) return a.WebMercatorTo(b);
        var (p, q) = (Projection.Project(a), Projection.Project(b));
        return Math.Sqrt((p.East - q.East) * (p.East - q.East) + (p.North - q.North) * (p.North - q.North));
    }

    private static string Files(IEnumerable<MapFeature> features) => string.Join(" and ", features.Select(f => f.Source).Distinct().DefaultIfEmpty("no file"));
}
