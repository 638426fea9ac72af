using System.Globalization;
using NetTopologySuite.Geometries;

namespace CarbonComp.Sinks;

/// <summary>The cells of a raster that belong to each region (<c>docs/methods.md#zones-of-a-raster</c>).</summary>
/// <remarks>A cell belongs to the region that holds its centre. A centre on a border belongs to the region east of it, on a border from west to east to
/// the region north of it, so neighbours share no cell. Where outlines overlap, the region that comes first has the cell; <see cref="Shared"/> counts
/// these.</remarks>
public sealed partial class ZoneCells
{
    // An outline may reach over the raster's edge by this share of its area: small islands far out.
    private const double Outside = 0.01;

    private readonly List<(int From, int To, int Zone)>?[] runs;

    private ZoneCells(RegionAxis regions, RegionMap? map, RasterFrame frame, ValueStatus status) =>
        (Regions, Map, Frame, Status, runs) = (regions, map, frame, status, new List<(int, int, int)>?[frame.Rows]);

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The map whose outlines were burnt; null where the zones come from a raster.</summary>
    public RegionMap? Map { get; }

    /// <summary>The raster's cells.</summary>
    public RasterFrame Frame { get; }

    /// <summary>The status of the zones.</summary>
    public ValueStatus Status { get; }

    /// <summary>The number of cells whose centre lies in more than one outline.</summary>
    public long Shared { get; private set; }

    /// <summary>Burns the outlines once, by scan line along the rows' centres.</summary>
    /// <exception cref="CarbonCompException">A region of which more than 1 % lies outside the raster, or that holds no cell's centre.</exception>
    public static ZoneCells Of(RegionMap map, RasterFrame frame, CancellationToken cancellation = default)
    {
        var zones = new ZoneCells(map.Regions, map, frame, map.Status);
        var box = new Envelope(frame.West, frame.East, frame.South, frame.North);
        for (var zone = 0; zone < map.Regions.Count; zone++)
        {
            cancellation.ThrowIfStopped();
            var outline = frame.Coordinates.Project(map.Outlines[zone]);
            zones.RequireInside(outline, box, zone);
            if (!zones.Burn(outline, zone)) throw new CarbonCompException($"No cell of {frame.Name} has its centre in {map.Regions[zone]}. "
                + "Take a finer raster, or leave the region out.");
        }
        return zones.Sorted();
    }

    /// <summary>Takes the zones from a raster of region codes as numbers; cells without value belong to no region.</summary>
    /// <exception cref="CarbonCompException">A code that is none of the regions', or a region without any cell.</exception>
    public static ZoneCells Of(LabelledRaster codes, RegionAxis regions, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var zones = new ZoneCells(regions, null, codes.Frame, codes.Status);
        var known = new Dictionary<double, int>();
        for (var i = 0; i < regions.Count; i++)
            if (double.TryParse(regions.Codes[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) known[number] = i;
        BlockPass.Run(codes, () => new List<(int Row, int From, int To, int Zone)>(), (window, values, found) =>
        {
            for (var row = 0; row < window.Rows; row++)
                for (var column = 0; column < window.Columns;)
                {
                    var (from, code) = (column, values[row * window.Columns + column]);
                    while (++column < window.Columns && values[row * window.Columns + column].Equals(code)) { }
                    if (double.IsNaN(code)) continue;
                    if (!known.TryGetValue(code, out var zone)) throw new CarbonCompException($"{codes.Frame.Place(window.Row + row, window.Column + from)}: "
                        + $"zone {code} is not the code of a region. There are: {Listing.Of(regions.Codes)}.");
                    found.Add((window.Row + row, window.Column + from, window.Column + column, zone));
                }
        }, found =>
        {
            foreach (var (row, from, to, zone) in found) (zones.runs[row] ??= []).Add((from, to, zone));
        }, null, progress, cancellation);
        var seen = zones.runs.SelectMany(r => r is null ? [] : r.Select(run => run.Zone)).ToHashSet();
        if (Enumerable.Range(0, regions.Count).FirstOrDefault(i => !seen.Contains(i), -1) is var absent and >= 0)
            throw new CarbonCompException($"No cell of {codes.Frame.Name} belongs to {regions[absent]} ({regions[absent].Code}). "
                + "Leave the region out, or mark its cells.");
        return zones.Sorted();
    }

    /// <summary>The region of a cell, counted along the map's regions; −1 where there is none.</summary>
    public int ZoneAt(int row, int column)
    {
        foreach (var (from, to, zone) in runs[row] ?? []) if (column >= from && column < to) return zone;
        return -1;
    }

    private void RequireInside(Geometry outline, Envelope box, int zone)
    {
        if (box.Contains(outline.EnvelopeInternal)) return;
        var inside = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Overlay(outline, outline.Factory.ToGeometry(box),
            NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area / outline.Area;
        if (!(inside >= 1 - Outside)) throw new CarbonCompException($"{Frame.Name} covers {100 * inside:0.#} % of {Regions[zone]} only. "
            + "Take a raster that covers the region, or leave the region out.");
    }

    private bool Burn(Geometry outline, int zone)
    {
        var crossings = new Dictionary<int, List<double>>();
        for (var n = 0; n < outline.NumGeometries; n++)
            if (outline.GetGeometryN(n) is Polygon polygon)
                foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing)) Cross(ring.CoordinateSequence, crossings);
        var any = false;
        foreach (var (row, places) in crossings)
        {
            places.Sort();
            for (var i = 0; i + 1 < places.Count; i += 2)
            {
                var (from, to) = (Column(places[i]), Column(places[i + 1]));
                if (from < to) any |= Add(row, from, to, zone);
            }
        }
        return any;
    }

    // The first column whose centre is not west of x.
    private int Column(double x) => (int)Math.Clamp(Math.Ceiling((x - Frame.West) / Frame.CellWidth - 0.5), 0, Frame.Columns);

    // Where the ring crosses the centre lines of rows; of an edge's ends the southern one counts.
    private void Cross(CoordinateSequence ring, Dictionary<int, List<double>> crossings)
    {
        for (var i = 0; i + 1 < ring.Count; i++)
        {
            var (a, b) = (ring.GetCoordinate(i), ring.GetCoordinate(i + 1));
            if (a.Y > b.Y) (a, b) = (b, a);
            var top = (int)Math.Clamp(Math.Floor((Frame.North - b.Y) / Frame.CellHeight - 0.5), 0, Frame.Rows);
            for (var row = top; row < Frame.Rows; row++)
            {
                var y = Frame.North - (row + 0.5) * Frame.CellHeight;
                if (y < a.Y) break;
                if (y >= b.Y) continue;
                if (!crossings.TryGetValue(row, out var places)) crossings[row] = places = [];
                places.Add(a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }
        }
    }

    private ZoneCells Sorted()
    {
        foreach (var row in runs) row?.Sort();
        return this;
    }

    // Adds what is still free; earlier zones keep theirs.
    private bool Add(int row, int from, int to, int zone)
    {
        var taken = runs[row] ??= [];
        var (before, at) = (taken.Count, from);
        foreach (var (start, end, _) in taken.Where(r => r.From < to && r.To > from).OrderBy(r => r.From).ToArray())
        {
            Shared += Math.Min(end, to) - Math.Max(start, from);
            if (start > at) taken.Add((at, start, zone));
            at = Math.Max(at, end);
        }
        if (at < to) taken.Add((at, to, zone));
        return taken.Count > before;
    }
}
