using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace CarbonComp.Charts;

/// <summary>The sheet a map is drawn on: places in km on the equal-area plane, and how many km a pixel is.</summary>
internal sealed class MapCanvas
{
    private const double UsualHeight = 560;

    private readonly double plotHeight;

    private MapCanvas(Envelope extent, IReadOnlyList<(double X, double Y)> centres,
        IReadOnlyList<Geometry> outlines, double colorBar, double height = UsualHeight)
    {
        extent.ExpandBy(extent.Width * 0.03 + 1, extent.Height * 0.03 + 1);
        (Extent, Centres, Outlines, plotHeight) = (extent, centres, outlines, height);
        PlotWidth = Math.Clamp(height * extent.Width / extent.Height, 300, 900);
        KilometresPerPixel = Math.Max(extent.Width / PlotWidth, extent.Height / height);
        Width = PlotWidth + 24 + colorBar;
    }

    public Envelope Extent { get; }

    /// <summary>The places of names, discs and arrows: a point inside each region, then inside each of the surroundings.</summary>
    public IReadOnlyList<(double X, double Y)> Centres { get; }

    /// <summary>The regions' outlines, then those of the surroundings, in as many points as can be seen; empty where there are no boundaries.</summary>
    public IReadOnlyList<Geometry> Outlines { get; }

    public double PlotWidth { get; }

    public double KilometresPerPixel { get; }

    public double Width { get; }

    public static MapCanvas Of(RegionMap map, double colorBar = 96, double height = UsualHeight)
    {
        var plane = map.Outlines.Concat(map.Surroundings.Select(s => s.Outline)).Select(map.Projection.Project).ToArray();
        var extent = new Envelope();
        foreach (var shape in plane) extent.ExpandToInclude(shape.EnvelopeInternal);
        var canvas = new MapCanvas(extent, [.. plane.Select(Inside)], [], colorBar, height);
        return new(new(extent), canvas.Centres,
            [.. plane.Select(p => TopologyPreservingSimplifier.Simplify(p, 0.4 * canvas.KilometresPerPixel))], colorBar, height);
    }

    public static MapCanvas Of(IReadOnlyList<GeoPoint> places, EqualAreaProjection projection, double colorBar = 96)
    {
        var points = places.Select(projection.Project).Select(p => (X: p.East, Y: p.North)).ToArray();
        var extent = new Envelope(points.Min(p => p.X), points.Max(p => p.X), points.Min(p => p.Y), points.Max(p => p.Y));
        extent.ExpandBy(Math.Max(extent.Width, extent.Height) * 0.1 + 1);
        return new(extent, points, [], colorBar);
    }

    /// <summary>The layout of a map with this title and colour bar or legend.</summary>
    public Layout Layout(string title) => new()
    {
        Title = new(title), Width = Math.Max(Width, 480), Height = plotHeight + 90,
        XAxes = [PlotAxis.Hidden with { Range = [Extent.MinX, Extent.MaxX], Constrain = "domain" }],
        YAxes = [PlotAxis.Hidden with { Range = [Extent.MinY, Extent.MaxY], ScaleAnchor = "x", Constrain = "domain" }],
    };

    /// <summary>The rings of a region one after another, parted by gaps.</summary>
    public (double?[] X, double?[] Y) Rings(int region)
    {
        var x = new List<double?>();
        var y = new List<double?>();
        void Ring(LineString ring)
        {
            if (x.Count > 0) { x.Add(null); y.Add(null); }
            foreach (var c in ring.Coordinates) { x.Add(Math.Round(c.X, 1)); y.Add(Math.Round(c.Y, 1)); }
        }
        foreach (var polygon in Polygons(Outlines[region]))
        {
            // Outer rings one way round and holes the other: filled, holes stay open.
            var oriented = (Polygon)polygon.Normalized();
            Ring(oriented.ExteriorRing);
            foreach (var hole in oriented.InteriorRings) Ring(hole);
        }
        return ([.. x], [.. y]);
    }

    private static IEnumerable<Polygon> Polygons(Geometry shape) =>
        Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).OfType<Polygon>();

    // The centroid, unless it lies outside: then a point inside the largest part.
    private static (double X, double Y) Inside(Geometry shape)
    {
        var largest = Polygons(shape).MaxBy(p => p.Area) ?? shape;
        var point = largest.Contains(largest.Centroid) ? largest.Centroid : largest.InteriorPoint;
        return (point.X, point.Y);
    }
}
