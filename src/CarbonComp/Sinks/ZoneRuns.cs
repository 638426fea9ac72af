using NetTopologySuite.Geometries;

namespace CarbonComp.Sinks;

// Which cells belong to which zone: for each row the runs of cells side by side, no cell in two.
internal sealed class ZoneRuns(RasterFrame frame)
{
    // An outline may reach over the raster's edge by this share of its area: small islands far out.
    private const double Outside = 0.01;

    private readonly List<(int From, int To, int Zone)>?[] rows = new List<(int, int, int)>?[frame.Rows];

    // Cells whose centre lay in more than one outline.
    public long Shared { get; private set; }

    public IReadOnlyList<(int From, int To, int Zone)> this[int row] => rows[row] ?? (IReadOnlyList<(int, int, int)>)[];

    // Refuses an outline that the raster does not cover.
    public void RequireInside(Geometry outline, Envelope box, Region region)
    {
        if (box.Contains(outline.EnvelopeInternal)) return;
        var inside = NetTopologySuite.Operation.OverlayNG.OverlayNGRobust.Overlay(outline, outline.Factory.ToGeometry(box),
            NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Area / outline.Area;
        if (!(inside >= 1 - Outside)) throw new CarbonCompException($"{frame.Name} covers {100 * inside:0.#} % of {region} only. "
            + "Take a raster that covers the region, or leave the region out.");
    }

    // Whether an outline holds the centre of a cell that is still free.
    public bool Burn(Geometry outline, int zone)
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
    private int Column(double x) => (int)Math.Clamp(Math.Ceiling((x - frame.West) / frame.CellWidth - 0.5), 0, frame.Columns);

    // Where the ring crosses the centre lines of rows; of an edge's ends the southern one counts.
    private void Cross(CoordinateSequence ring, Dictionary<int, List<double>> crossings)
    {
        for (var i = 0; i + 1 < ring.Count; i++)
        {
            var (a, b) = (ring.GetCoordinate(i), ring.GetCoordinate(i + 1));
            if (a.Y > b.Y) (a, b) = (b, a);
            var top = (int)Math.Clamp(Math.Floor((frame.North - b.Y) / frame.CellHeight - 0.5), 0, frame.Rows);
            for (var row = top; row < frame.Rows; row++)
            {
                var y = frame.North - (row + 0.5) * frame.CellHeight;
                if (y < a.Y) break;
                if (y >= b.Y) continue;
                if (!crossings.TryGetValue(row, out var places)) crossings[row] = places = [];
                places.Add(a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X));
            }
        }
    }

    public void Append(int row, int from, int to, int zone) => (rows[row] ??= []).Add((from, to, zone));

    public void Sort()
    {
        foreach (var row in rows) row?.Sort();
    }

    public int At(int row, int column)
    {
        foreach (var (from, to, zone) in this[row]) if (column >= from && column < to) return zone;
        return -1;
    }

    public bool Reach(RasterWindow window)
    {
        for (var row = window.Row; row < window.Row + window.Rows; row++)
            foreach (var (from, to, _) in this[row]) if (from < window.Column + window.Columns && to > window.Column) return true;
        return false;
    }

    // The zone of each cell of a window, −1 where there is none.
    public void Fill(RasterWindow window, int[] zones)
    {
        zones.AsSpan(0, window.Cells).Fill(-1);
        for (var row = 0; row < window.Rows; row++)
            foreach (var (start, end, zone) in this[window.Row + row])
                if ((Math.Max(start, window.Column), Math.Min(end, window.Column + window.Columns)) is var (from, to) && from < to)
                    zones.AsSpan(row * window.Columns + from - window.Column, to - from).Fill(zone);
    }

    // Adds what is still free; earlier zones keep theirs.
    private bool Add(int row, int from, int to, int zone)
    {
        var taken = rows[row] ??= [];
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
