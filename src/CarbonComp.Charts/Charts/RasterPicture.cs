using NetTopologySuite.Geometries;

namespace CarbonComp.Charts;

/// <summary>A raster brought to the pixels of a map's sheet.</summary>
internal sealed class RasterPicture
{
    private readonly double[] values;
    private readonly int width;
    private readonly Envelope extent;

    private RasterPicture(double[] values, int width, Envelope extent, LabelledRaster shown) =>
        (this.values, this.width, this.extent, Shown) = (values, width, extent, shown);

    /// <summary>The raster as it was drawn: with larger cells where it has more than the sheet has pixels.</summary>
    public LabelledRaster Shown { get; }

    /// <summary>The values that are seen.</summary>
    public IEnumerable<double> Values => values.Where(v => !double.IsNaN(v));

    /// <summary>Each pixel takes the cell that its centre lies in; outside the regions there is nothing.</summary>
    public static RasterPicture Of(LabelledRaster raster, RegionMap map, MapCanvas canvas, bool inRegionsOnly)
    {
        // A mean over several cells would be a sum where the numbers are amounts.
        var shown = (raster.Meaning == CellMeaning.Amount ? raster.PerSquareKilometre() : raster).Overview(1400);
        var grid = RasterGrid.Of(shown);
        var frame = grid.Frame;
        // A map that reaches over the raster's edge is drawn as far as there are cells.
        var zones = inRegionsOnly ? ZoneCells.Of(map, frame, isWhole: false) : null;
        var pixel = canvas.KilometresPerPixel;
        var (width, height) = ((int)Math.Ceiling(canvas.Extent.Width / pixel), (int)Math.Ceiling(canvas.Extent.Height / pixel));
        var values = new double[width * height];
        Parallel.For(0, height, y =>
        {
            for (var x = 0; x < width; x++)
            {
                var place = map.Projection.Unproject(canvas.Extent.MinX + (x + 0.5) * pixel, canvas.Extent.MaxY - (y + 0.5) * pixel);
                var (east, north) = frame.Coordinates.Project(place);
                var (row, column) = (Math.Floor((frame.North - north) / frame.CellHeight), Math.Floor((east - frame.West) / frame.CellWidth));
                values[y * width + x] = row >= 0 && row < frame.Rows && column >= 0 && column < frame.Columns
                    && (zones is null || zones.ZoneAt((int)row, (int)column) >= 0) ? grid[(int)row, (int)column] : double.NaN;
            }
        });
        return new(values, width, new(canvas.Extent.MinX, canvas.Extent.MinX + width * pixel, canvas.Extent.MaxY - height * pixel, canvas.Extent.MaxY), shown);
    }

    /// <summary>The picture in colours: a number of the palette, from 1, for each value; 0 for none.</summary>
    public LayoutImage Paint(IReadOnlyList<ThemeColor> palette, Func<double, int> number) => new()
    {
        Source = PalettePng.DataAddress([.. values.Select(v => double.IsNaN(v) ? (byte)0 : (byte)Math.Clamp(number(v), 0, 255))], width, palette),
        X = extent.MinX, Y = extent.MaxY, SizeX = extent.Width, SizeY = extent.Height,
    };
}
