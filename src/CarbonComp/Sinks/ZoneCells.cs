using System.Globalization;
using NetTopologySuite.Geometries;

namespace CarbonComp.Sinks;

/// <summary>The cells of a raster that belong to each region (<c>docs/methods.md#zones-of-a-raster</c>).</summary>
/// <remarks>A cell belongs to the region that holds its centre. A centre on a border belongs to the region east of it, on a border from west to east to
/// the region north of it, so neighbours share no cell. Where outlines overlap, the region that comes first has the cell; <see cref="Shared"/> counts
/// these.</remarks>
public sealed class ZoneCells
{
    private readonly ZoneRuns runs;

    private ZoneCells(RegionAxis regions, RegionMap? map, RasterFrame frame, ValueStatus status) =>
        (Regions, Map, Frame, Status, runs) = (regions, map, frame, status, new(frame));

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The map whose outlines were burnt; null where the zones come from a raster.</summary>
    public RegionMap? Map { get; }

    /// <summary>The raster's cells.</summary>
    public RasterFrame Frame { get; }

    /// <summary>The status of the zones.</summary>
    public ValueStatus Status { get; }

    /// <summary>The number of cells whose centre lies in more than one outline.</summary>
    public long Shared => runs.Shared;

    /// <summary>Burns the outlines once, by scan line along the rows' centres.</summary>
    /// <param name="map">The outlines.</param>
    /// <param name="frame">The raster's cells.</param>
    /// <param name="isWhole">Whether every region must lie on the raster and hold a cell; if not, regions have the cells that there are, as in a
    /// picture of a part.</param>
    /// <param name="cancellation">Stops between regions.</param>
    /// <exception cref="CarbonCompException">A region of which more than 1 % lies outside the raster, or that holds no cell's centre.</exception>
    public static ZoneCells Of(RegionMap map, RasterFrame frame, bool isWhole = true, CancellationToken cancellation = default)
    {
        var zones = new ZoneCells(map.Regions, map, frame, map.Status);
        var box = new Envelope(frame.West, frame.East, frame.South, frame.North);
        for (var zone = 0; zone < map.Regions.Count; zone++)
        {
            cancellation.ThrowIfStopped();
            var outline = frame.Coordinates.Project(map.Outlines[zone]);
            if (isWhole) zones.runs.RequireInside(outline, box, map.Regions[zone]);
            if (!zones.runs.Burn(outline, zone) && isWhole) throw new CarbonCompException($"No cell of {frame.Name} has its centre in {map.Regions[zone]}. "
                + "Take a finer raster, or leave the region out.");
        }
        zones.runs.Sort();
        return zones;
    }

    /// <summary>Takes the zones from a raster of region codes as numbers; cells without value belong to no region.</summary>
    /// <exception cref="CarbonCompException">A code that is none of the regions', or a region without any cell.</exception>
    public static ZoneCells Of(LabelledRaster codes, RegionAxis regions, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var zones = new ZoneCells(regions, null, codes.Frame, codes.Status);
        var known = regions.Numbers();
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
            foreach (var (row, from, to, zone) in found) zones.runs.Append(row, from, to, zone);
        }, null, progress, cancellation);
        var seen = Enumerable.Range(0, codes.Frame.Rows).SelectMany(row => zones.runs[row]).Select(run => run.Zone).ToHashSet();
        if (Enumerable.Range(0, regions.Count).FirstOrDefault(i => !seen.Contains(i), -1) is var absent and >= 0)
            throw new CarbonCompException($"No cell of {codes.Frame.Name} belongs to {regions[absent]} ({regions[absent].Code}). "
                + "Leave the region out, or mark its cells.");
        zones.runs.Sort();
        return zones;
    }

    /// <summary>The region of a cell, counted along the map's regions; −1 where there is none.</summary>
    public int ZoneAt(int row, int column) => runs.At(row, column);

    /// <summary>The true area of each class in each region, km2. Cells without value are in no class.</summary>
    /// <param name="landCover">Class numbers; on other cells than the zones, the nearest class counts, which the result's notes say.</param>
    /// <param name="classes">The classes; their codes are the numbers.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="CarbonCompException">Not classes, or a value that is none of them; the message names row and column.</exception>
    public ZoneClassAreas ClassAreas(LabelledRaster landCover, CategoryAxis classes, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var raster = Require(landCover, CellMeaning.Class).On(Frame, Resampling.Nearest);
        var known = classes.Numbers();
        // Small whole numbers, as classes are, are found without a search.
        var direct = Enumerable.Range(0, 256).Select(v => known.GetValueOrDefault(v, -1)).ToArray();
        // The last class is that of cells without value.
        var wide = classes.Count + 1;
        var total = new double[Regions.Count * wide];
        ForEachRun(raster, total.Length, (row, column, zone, values, area, scales, areas) =>
        {
            var own = areas.AsSpan(zone * wide, wide);
            for (var i = 0; i < values.Length; i++)
            {
                var value = values[i];
                int at;
                if (value >= 0 && value < 256 && (int)value is var whole && whole == value) at = direct[whole];
                else if (double.IsNaN(value)) at = classes.Count;
                else if (!known.TryGetValue(value, out at)) at = -1;
                if (at < 0) throw new CarbonCompException($"{Frame.Named(landCover.Frame.Name).Place(row, column + i)}: {value} is the number of no class. "
                    + $"There are: {Listing.Of(classes.Codes)}. Add the class, or declare the value as no-data.");
                own[at] += area * scales[i];
            }
        }, total, progress, cancellation);
        var weakest = ValueStatuses.Weakest(landCover.Status, Status);
        return new(new("area", Regions, classes, Matrix<double>.Build.Dense(Regions.Count, classes.Count, (r, c) => total[r * wide + c]),
            Unit.SquareKilometre, weakest), new("area without class", Regions,
            Enumerable.Range(0, Regions.Count).Select(r => total[r * wide + classes.Count]), Unit.SquareKilometre, weakest), Frame.Resolution, raster.Notes);
    }

    /// <summary>Areas, totals and means of a raster's numbers by region.</summary>
    /// <param name="given">Amounts or densities; on other cells than the zones, they are carried over by area, which the result's notes say.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="CarbonCompException">Classes, or a region without any value.</exception>
    public ZoneSummary Summarize(LabelledRaster given, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (given.Meaning == CellMeaning.Class) throw new CarbonCompException($"{given.Name} holds numbers of classes, which have no sum. Take ClassAreas.");
        var raster = given.On(Frame, Resampling.AreaWeighted);
        var (isAmount, total) = (raster.Meaning == CellMeaning.Amount, new double[Regions.Count * 2]);
        ForEachRun(raster, total.Length, (_, _, zone, values, area, scales, sums) =>
        {
            var (here, sum) = (0.0, 0.0);
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i])) continue;
                here += area * scales[i];
                sum += isAmount ? values[i] : values[i] * area * scales[i];
            }
            sums[2 * zone] += here;
            sums[2 * zone + 1] += sum;
        }, total, progress, cancellation);
        var every = Enumerable.Range(0, Regions.Count).ToArray();
        if (Array.FindIndex(every, r => total[2 * r] == 0) is var none and >= 0) throw new CarbonCompException($"{given.Frame.Name} has no value in "
            + $"{Regions[none]}. Leave the region out, or take a raster that covers it.");
        var weakest = ValueStatuses.Weakest(raster.Status, Status);
        var areas = new LabelledVector("area with values", Regions, every.Select(r => total[2 * r]), Unit.SquareKilometre, weakest);
        var sums = new LabelledVector(raster.Name, Regions, every.Select(r => total[2 * r + 1]), raster.Unit, weakest);
        return isAmount ? new(areas, sums, (sums / areas).Named($"{raster.Name}, mean"), raster.Notes)
            : new(areas, (sums * new Quantity(1, Unit.SquareKilometre)).Named(raster.Name),
                new($"{raster.Name}, mean", Regions, every.Select(r => total[2 * r + 1] / total[2 * r]), raster.Unit, weakest), raster.Notes);
    }

    /// <summary>The true area of the cells whose numbers lie between bounds, by region, km2.</summary>
    /// <param name="given">Amounts or densities, carried over by area where they have other cells.</param>
    /// <param name="bounds">Rising bounds in the raster's unit; a number on a bound belongs above it. Numbers outside are counted too.</param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="cancellation">Stops between blocks.</param>
    /// <exception cref="CarbonCompException">Classes, or bounds that do not rise.</exception>
    public LabelledMatrix Histogram(LabelledRaster given, IReadOnlyList<double> bounds, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        if (given.Meaning == CellMeaning.Class) throw new CarbonCompException($"{given.Name} holds numbers of classes. Take ClassAreas.");
        if (bounds.Count == 0 || bounds.Zip(bounds.Skip(1)).Any(b => !(b.First < b.Second)) || bounds.Any(b => !double.IsFinite(b)))
            throw new CarbonCompException("The bounds of a histogram must be numbers that rise.");
        var raster = given.On(Frame, Resampling.AreaWeighted);
        var (edges, wide, total) = (bounds.ToArray(), bounds.Count + 1, new double[Regions.Count * (bounds.Count + 1)]);
        ForEachRun(raster, total.Length, (_, _, zone, values, area, scales, areas) =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (double.IsNaN(values[i])) continue;
                var at = Array.BinarySearch(edges, values[i]);
                areas[zone * wide + (at >= 0 ? at + 1 : ~at)] += area * scales[i];
            }
        }, total, progress, cancellation);
        string Text(double bound) => bound.ToString("G6", CultureInfo.InvariantCulture);
        CategoryAxis bins = new("range", [$"below {Text(edges[0])}", .. edges.Zip(edges.Skip(1), (a, b) => $"{Text(a)} to {Text(b)}"),
            $"{Text(edges[^1])} or more"]);
        return new($"area by {raster.Name}", Regions, bins, Matrix<double>.Build.Dense(Regions.Count, wide, (r, c) => total[r * wide + c]),
            Unit.SquareKilometre, ValueStatuses.Weakest(raster.Status, Status));
    }

    /// <summary>The raster inside the regions: cells outside have no value, whatever a larger map holds there.</summary>
    /// <exception cref="CarbonCompException">Other cells.</exception>
    public LabelledRaster Inside(LabelledRaster raster)
    {
        Frame.RequireCellsOf(raster.Frame);
        return raster.Derive(raster.Name, raster.Meaning, raster.Unit, raster.Status, (window, inputs, result) =>
        {
            var zones = new int[window.Cells];
            Fill(window, zones);
            for (var i = 0; i < window.Cells; i++) result[i] = zones[i] < 0 ? double.NaN : inputs[0][i];
        });
    }

    /// <summary>The true area, km2, of a region's cells whose centre lies within a circle (radius in km) around a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A radius that is not a number or is negative.</exception>
    public double AreaWithin(GeoPoint centre, double radius, int region)
    {
        if (!(radius >= 0 && double.IsFinite(radius))) throw new ArgumentOutOfRangeException(nameof(radius), radius, "A radius is zero or positive, in km.");
        var area = 0.0;
        for (var row = 0; row < Frame.Rows; row++)
        {
            StopButton.Look();
            foreach (var (from, to, zone) in runs[row])
                if (zone == region)
                    for (var column = from; column < to; column++)
                        if (Frame.Centre(row, column).GreatCircleTo(centre) <= radius) area += Frame.CellArea(row, column);
        }
        return area;
    }

    // What is done with the cells of one zone side by side in a row: their numbers, the row's area, each cell's share of it, the sums to add to.
    private delegate void VisitRun(int row, int column, int zone, ReadOnlySpan<double> values, double area, ReadOnlySpan<double> scales, double[] sums);

    private void ForEachRun(LabelledRaster raster, int size, VisitRun visit, double[] total, IProgress<double>? progress, CancellationToken cancellation)
    {
        Frame.RequireCellsOf(raster.Frame);
        var scales = new double[Frame.Columns];
        for (var column = 0; column < scales.Length; column++) scales[column] = Frame.Coordinates.ColumnScale(Frame.West + (column + 0.5) * Frame.CellWidth);
        BlockPass.Run(raster, () => new double[size], (window, values, sums) =>
        {
            for (var row = 0; row < window.Rows; row++)
            {
                if (runs[window.Row + row] is not { Count: > 0 } inRow) continue;
                var area = Frame.Coordinates.RowArea(Frame, window.Row + row);
                foreach (var (start, end, zone) in inRow)
                {
                    var (from, to) = (Math.Max(start, window.Column), Math.Min(end, window.Column + window.Columns));
                    if (from < to) visit(window.Row + row, from, zone, values.AsSpan(row * window.Columns + from - window.Column, to - from), area,
                        scales.AsSpan(from, to - from), sums);
                }
            }
        }, sums =>
        {
            for (var i = 0; i < total.Length; i++) total[i] += sums[i];
        }, runs.Reach, progress, cancellation);
    }

    // The zone of each cell of a window, −1 where there is none.
    internal void Fill(RasterWindow window, int[] zones) => runs.Fill(window, zones);

    private static LabelledRaster Require(LabelledRaster raster, CellMeaning meaning) => raster.Meaning == meaning ? raster
        : throw new CarbonCompException($"{raster.Name} does not hold numbers of classes. Declare it with LabelledRaster.Classes, if it does.");
}
