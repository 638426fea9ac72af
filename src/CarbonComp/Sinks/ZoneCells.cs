using System.Globalization;
using NetTopologySuite.Geometries;

namespace CarbonComp.Sinks;

/// <summary>The cells of a raster that belong to each region of a map (<c>docs/methods.md#zones-of-a-raster</c>).</summary>
/// <remarks>A cell belongs to the region that holds its centre. A centre on a border belongs to the region east of it, on a border from west to east to
/// the region north of it, so neighbours share no cell. Where outlines overlap, the region that comes first has the cell; <see cref="Shared"/> counts
/// these.</remarks>
public sealed class ZoneCells
{
    // An outline may reach over the raster's edge by this share of its area: small islands far out.
    private const double Outside = 0.01;

    private readonly List<(int From, int To, int Zone)>?[] runs;

    private ZoneCells(RegionMap map, RasterFrame frame) => (Map, Frame, runs) = (map, frame, new List<(int, int, int)>?[frame.Rows]);

    /// <summary>The map.</summary>
    public RegionMap Map { get; }

    /// <summary>The raster's cells.</summary>
    public RasterFrame Frame { get; }

    /// <summary>The number of cells whose centre lies in more than one outline.</summary>
    public long Shared { get; private set; }

    /// <summary>Burns the outlines once, by scan line along the rows' centres.</summary>
    /// <exception cref="CarbonCompException">A region of which more than 1 % lies outside the raster, or that holds no cell's centre.</exception>
    public static ZoneCells Of(RegionMap map, RasterFrame frame, CancellationToken cancellation = default)
    {
        var zones = new ZoneCells(map, frame);
        var box = new Envelope(frame.West, frame.East, frame.South, frame.North);
        for (var zone = 0; zone < map.Regions.Count; zone++)
        {
            cancellation.ThrowIfStopped();
            var outline = frame.Coordinates.Project(map.Outlines[zone]);
            zones.RequireInside(outline, box, zone);
            if (!zones.Burn(outline, zone)) throw new CarbonCompException($"No cell of {frame.Name} has its centre in {map.Regions[zone]}. "
                + "Take a finer raster, or leave the region out.");
        }
        return zones;
    }

    /// <summary>The region of a cell, counted along the map's regions; −1 where there is none.</summary>
    public int ZoneAt(int row, int column)
    {
        foreach (var (from, to, zone) in runs[row] ?? []) if (column >= from && column < to) return zone;
        return -1;
    }

    /// <summary>The true area of each class in each region, km2. Cells without value are in no class.</summary>
    /// <param name="raster">The land cover: class numbers on these cells.</param>
    /// <param name="classes">The classes; their codes are the numbers.</param>
    /// <param name="status">The status of the raster; that of the result is the weaker of it and the map's.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between bands.</param>
    /// <exception cref="CarbonCompException">Other cells, or a value that is none of the classes; the message names row and column.</exception>
    public LabelledMatrix ClassAreas(IRaster raster, CategoryAxis classes, ValueStatus status, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var areas = Matrix<double>.Build.Dense(Map.Regions.Count, classes.Count);
        var known = new Dictionary<double, int>();
        for (var i = 0; i < classes.Count; i++)
            if (double.TryParse(classes.Codes[i], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) known[number] = i;
        var (last, at) = (double.NaN, -1);
        ForEach(raster, (row, column, zone, value, area) =>
        {
            if (value != last)
            {
                if (!known.TryGetValue(value, out at)) throw new CarbonCompException($"{Frame.Name}, row {row + 1}, column {column + 1}: {value} is the "
                    + $"number of no class. There are: {Listing.Of(classes.Codes)}. Add the class, or declare the value as no-data.");
                last = value;
            }
            areas[zone, at] += area;
        }, progress, cancellation);
        return new("area", Map.Regions, classes, areas, Unit.SquareKilometre, ValueStatuses.Weakest(status, Map.Status));
    }

    /// <summary>Areas, sums and means of a raster's values by region.</summary>
    /// <param name="raster">The values, on these cells.</param>
    /// <param name="name">The quantity.</param>
    /// <param name="unit">The unit of the values: person where they are amounts per cell, person/km2 where they are densities.</param>
    /// <param name="status">The status of the raster; that of the result is the weaker of it and the map's.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between bands.</param>
    /// <exception cref="CarbonCompException">Other cells, or a region without any value.</exception>
    public ZoneSummary Summarize(IRaster raster, string name, Unit unit, ValueStatus status, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var (areas, sums, weighted) = (new double[Map.Regions.Count], new double[Map.Regions.Count], new double[Map.Regions.Count]);
        ForEach(raster, (_, _, zone, value, area) =>
        {
            areas[zone] += area;
            sums[zone] += value;
            weighted[zone] += value * area;
        }, progress, cancellation);
        if (Array.IndexOf(areas, 0) is var none and >= 0) throw new CarbonCompException($"{Frame.Name} has no value in {Map.Regions[none]}. "
            + "Leave the region out, or take a raster that covers it.");
        var weakest = ValueStatuses.Weakest(status, Map.Status);
        return new(new("area with values", Map.Regions, areas, Unit.SquareKilometre, weakest), new($"{name}, sum of cells", Map.Regions, sums, unit, weakest),
            new($"{name}, mean", Map.Regions, weighted.Zip(areas, (w, a) => w / a), unit, weakest));
    }

    private void ForEach(IRaster raster, Action<int, int, int, double, double> visit, IProgress<double>? progress, CancellationToken cancellation)
    {
        var other = raster.Frame;
        if (other.Coordinates.Project(Map.Cores[0]) != Frame.Coordinates.Project(Map.Cores[0])
            || (other.Rows, other.Columns, other.West, other.North, other.CellWidth, other.CellHeight)
            != (Frame.Rows, Frame.Columns, Frame.West, Frame.North, Frame.CellWidth, Frame.CellHeight))
            throw new CarbonCompException($"{other.Name} does not lie on the cells of {Frame.Name}. Burn the zones on the raster's own frame.");
        var band = new double[(long)raster.BandRows * Frame.Columns];
        var scales = new double[Frame.Columns];
        for (var column = 0; column < scales.Length; column++) scales[column] = Frame.Coordinates.ColumnScale(Frame.West + (column + 0.5) * Frame.CellWidth);
        for (var first = 0; first < Frame.Rows; first += raster.BandRows)
        {
            cancellation.ThrowIfStopped();
            var until = Math.Min(first + raster.BandRows, Frame.Rows);
            if (runs[first..until].Any(r => r is not null))
            {
                raster.ReadBand(first, band);
                for (var row = first; row < until; row++)
                {
                    var area = Frame.Coordinates.RowArea(Frame, row);
                    var start = (row - first) * Frame.Columns;
                    foreach (var (from, to, zone) in runs[row] ?? [])
                        for (var column = from; column < to; column++)
                            if (band[start + column] is var value && !double.IsNaN(value)) visit(row, column, zone, value, area * scales[column]);
                }
            }
            progress?.Report((double)until / Frame.Rows);
        }
    }

    private void RequireInside(Geometry outline, Envelope box, int zone)
    {
        if (box.Contains(outline.EnvelopeInternal)) return;
        var inside = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Overlay(outline, outline.Factory.ToGeometry(box),
            NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area / outline.Area;
        if (!(inside >= 1 - Outside)) throw new CarbonCompException($"{Frame.Name} covers {100 * inside:0.#} % of {Map.Regions[zone]} only. "
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
