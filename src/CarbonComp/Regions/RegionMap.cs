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
    private readonly GeoPoint[] middles;
    private readonly double[] reaches;

    private RegionMap(RegionAxis regions, IReadOnlyList<Geometry> outlines, EqualAreaProjection projection, string source,
        ValueStatus status, IReadOnlyList<GeoPoint>? cores)
    {
        (Regions, Outlines, Projection, Source, Status) = (regions, outlines, projection, source, status);
        plane = [.. outlines.Select(projection.Project)];
        middles = [.. plane.Select(p => projection.Unproject(p.Centroid.X, p.Centroid.Y))];
        reaches = [.. outlines.Select((outline, i) => Reach(middles[i], outline))];
        Cores = cores ?? middles;
    }

    /// <summary>Finds the outline of every region among the features of boundary files.</summary>
    /// <remarks>
    /// A feature is a region's when its code is the region's; where one of them has no code, by its name (<see cref="PlaceNames"/>). Several features of
    /// one region are united, which <see cref="Notes"/> says. Features of other places are left out. By default the projection is that <see
    /// cref="EqualAreaProjection.Around"/> the outlines, and captions name the files as their source.
    /// </remarks>
    /// <exception cref="CarbonCompException">A region without outline, or with outlines of different places that are as good as each other; an outline
    /// that a given projection cuts.</exception>
    public static RegionMap Of(RegionAxis regions, IEnumerable<MapFeature> features, EqualAreaProjection? projection = null,
        ValueStatus status = ValueStatus.Statistic, string? source = null)
    {
        var all = features.ToArray();
        var found = regions.Select(region => PlaceNames.All(region, all)).ToArray();
        if (regions.Where((_, i) => found[i].Count == 0).Select(r => r.Name).ToArray() is { Length: > 0 } missing)
            throw new CarbonCompException($"No outline of {string.Join(", ", missing)} among the {all.Length} areas of {Files(all)}. "
                + $"They are {Listing.Of(all.Select(f => f.ToString()))}. Read the file that holds them too, or give the region the name or code of its area."
                + (all.SelectMany(f => f.Properties).Distinct().ToArray() is { Length: > 0 } properties
                    ? $" Names may be in another property of the file: {Listing.Of(properties)}." : ""));
        Geometry[] outlines = [.. found.Select(United)];
        // About its own centre each region's core is the same, whatever else is on the map.
        GeoPoint[]? cores = projection is not null ? null : Array.ConvertAll(outlines, outline =>
            EqualAreaProjection.Around([outline]) is var own && own.Project(outline).Centroid is var middle ? own.Unproject(middle.X, middle.Y) : default);
        return new(regions, outlines, projection ?? EqualAreaProjection.Around(outlines), source ?? Files(found.SelectMany(f => f)), status, cores)
        {
            Notes = [.. regions.Zip(found).Where(r => r.Second.Count > 1).Select(r => Invariant($"{r.First} is united of {r.Second.Count} areas: ")
                + $"{Listing.Of(r.Second.Select(f => f.ToString()), 4)}."), .. Mended([.. found.SelectMany(f => f).Select(f => f.Note).OfType<string>()])],
        };
    }

    // A caption has room for a few sentences.
    private static string[] Mended(string[] notes) => notes.Length <= 2 ? notes : [.. notes.Take(1), $"So were {notes.Length - 1} others."];

    // One area of several: common borders go.
    private static Geometry United(IReadOnlyList<MapFeature> parts) => parts.Count == 1 ? parts[0].Outline
        : OverlayNGRobust.Union(parts[0].Outline.Factory.BuildGeometry([.. parts.Select(p => p.Outline)]));

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

    /// <summary>What was done with the outlines: regions that were united of several areas, outlines that were mended.</summary>
    public IReadOnlyList<string> Notes { get; private init; } = [];

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
            [.. Enumerable.Range(0, Regions.Count).Select(i => new GeoPoint(east[i], north[i]))]) { Surroundings = Surroundings, Notes = Notes };
    }

    /// <summary>The distance from core to core, km, region × region.</summary>
    public LabelledMatrix Distances(CoreDistance kind = CoreDistance.GreatCircle) => new($"distance ({kind})", Regions, Regions,
        Matrix<double>.Build.Dense(Regions.Count, Regions.Count, (i, j) => i == j ? 0 : Distance(Cores[i], Cores[j], kind)), Unit.Kilometre, Status);

    /// <summary>The area, km2, of a region inside a circle (radius in km) around the core of another: the overlap in the equal-area projection.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A radius that is not a number, is negative, or passes a quarter of the Earth.</exception>
    public double AreaWithin(int centre, double radius, int region, CircleShape shape = CircleShape.Geodesic)
    {
        Require(radius);
        if (radius == 0) return 0;
        // Most circles end far before the region: no place of it is farther from its middle than its reach.
        if (Cores[centre].GreatCircleTo(middles[region]) > radius + reaches[region]) return 0;
        var circle = CircleAround(centre, radius, shape);
        return circle.EnvelopeInternal.Intersects(plane[region].EnvelopeInternal)
            ? OverlayNGRobust.Overlay(circle, plane[region], NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area : 0;
    }

    /// <summary>The circle (radius in km) around the core of a region: a polygon of the circle's area on the plane of <see cref="Projection"/>,
    /// km.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A radius that is not a number, is negative, or passes a quarter of the Earth.</exception>
    /// <exception cref="CarbonCompException">The circle reaches over the edge of the projection.</exception>
    public Polygon CircleAround(int centre, double radius, CircleShape shape = CircleShape.Geodesic)
    {
        Require(radius);
        var (core, reach) = (Projection.Project(Cores[centre]), radius * CornerRadius);
        var ring = Enumerable.Range(0, CircleCorners + 1).Select(k => k % CircleCorners * 360.0 / CircleCorners)
            .Select(bearing => shape == CircleShape.Geodesic ? Projection.Project(Cores[centre].Towards(reach, bearing))
                : (East: core.East + reach * Math.Sin(bearing * Math.PI / 180), North: core.North + reach * Math.Cos(bearing * Math.PI / 180)))
            .Select(p => new Coordinate(p.East, p.North)).ToArray();
        var circle = plane[centre].Factory.CreatePolygon(ring);
        return radius == 0 || Math.Abs(circle.Area / CircleArea(radius, shape) - 1) <= 0.03 ? circle
            : throw new CarbonCompException($"A circle of {radius} km around {Regions[centre]} reaches over the edge of the map's projection. "
                + "Choose a smaller radius, or a projection about the map's own centre (EqualAreaProjection.Around).");
    }

    /// <summary>The map of broader regions: the outlines of those that belong together are united, and each has its centre of area as its core.</summary>
    /// <param name="groups">Which of them each region belongs to.</param>
    /// <param name="gap">Gaps between outlines up to this width, km, are closed; by default a 300th of the map's width. Common borders never fit
    /// exactly, least of all simplified ones.</param>
    /// <exception cref="AxisException">A concordance of other regions than the map's, or to something else than regions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A gap that is negative or not a number.</exception>
    public RegionMap Grouped(Concordance groups, double? gap = null)
    {
        if (gap is not null and not (>= 0 and < 1000)) throw new ArgumentOutOfRangeException(nameof(gap), gap, "A gap is between 0 and 1 000 km.");
        Regions.Require(groups.From, "The concordance of regions");
        var axis = groups.To as RegionAxis ?? throw new AxisException($"The concordance leads to {groups.To.Kinds}; it must lead to regions.");
        var extent = plane.Aggregate(new Envelope(), (e, p) => { e.ExpandToInclude(p.EnvelopeInternal); return e; });
        var half = (gap ?? extent.Width / 300) / 2;
        Geometry United(int group)
        {
            var parts = plane[0].Factory.BuildGeometry([.. plane.Where((_, i) => groups[i] == group).Select(p => half > 0 ? p.Buffer(half) : p)]);
            var whole = OverlayNGRobust.Union(parts);
            return half > 0 ? whole.Buffer(-half) : whole;
        }
        return new(axis, [.. axis.Select((_, g) => Projection.Unproject(United(g)))], Projection, Source, Status, null)
            { Surroundings = Surroundings, Notes = Notes };
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
            Status, Cores) { Surroundings = Surroundings, Notes = Notes };
    }

    /// <summary>One row per region: code, area, core.</summary>
    public override Columns ToColumns() => Table.OfRows(Caption, Regions.Index(), Status)
        .With("region", r => r.Item.Name).With("code", r => r.Item.Code).With("area", r => plane[r.Index].Area, Unit.SquareKilometre)
        .With("core longitude", r => Cores[r.Index].Longitude, Unit.Parse("deg")).With("core latitude", r => Cores[r.Index].Latitude, Unit.Parse("deg"));

    private static void Require(double radius)
    {
        if (!(radius >= 0 && radius < 10_000))
            throw new ArgumentOutOfRangeException(nameof(radius), radius, "A circle's radius is between 0 and 10 000 km.");
    }

    // On the sphere of mean radius, or on the plane.
    private static double CircleArea(double radius, CircleShape shape) => shape == CircleShape.EqualAreaPlane ? Math.PI * radius * radius
        : 2 * Math.PI * GeoPoint.EarthRadius * GeoPoint.EarthRadius * (1 - Math.Cos(radius / GeoPoint.EarthRadius));

    // The farthest corner, and half the longest edge beyond it.
    private static double Reach(GeoPoint middle, Geometry outline)
    {
        var (farthest, longest, start, before) = (0.0, 0.0, (Coordinate?)null, (Coordinate?)null);
        foreach (var corner in outline.Coordinates)
        {
            farthest = Math.Max(farthest, middle.GreatCircleTo(new(corner.X, corner.Y)));
            if (before is not null) longest = Math.Max(longest, Math.Max(Math.Abs(corner.X - before.X), Math.Abs(corner.Y - before.Y)));
            // A ring ends where it began.
            (start, before) = start is null ? (corner, corner) : corner.Equals2D(start) ? (null, null) : (start, corner);
        }
        const double kilometresPerDegree = 112;
        return 1.01 * (farthest + kilometresPerDegree / 2 * Math.Min(longest, 180));
    }

    private double Distance(GeoPoint a, GeoPoint b, CoreDistance kind)
    {
        if (kind == CoreDistance.GreatCircle) return a.GreatCircleTo(b);
        if (kind == CoreDistance.WebMercator) return a.WebMercatorTo(b);
        var (p, q) = (Projection.Project(a), Projection.Project(b));
        return Math.Sqrt((p.East - q.East) * (p.East - q.East) + (p.North - q.North) * (p.North - q.North));
    }

    private static string Files(IEnumerable<MapFeature> features) => string.Join(" and ", features.Select(f => f.Source).Distinct().DefaultIfEmpty("no file"));
}
