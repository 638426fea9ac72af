namespace CarbonComp.Regions;

/// <summary>Where the cells of a north-up raster lie.</summary>
public sealed record RasterFrame
{
    /// <summary>Creates the frame. Edges and sides are in the unit of the coordinates: degrees or metres.</summary>
    /// <exception cref="CarbonCompException">No cell, a side that is not positive, or degrees outside −180 to 180 east or −90 to 90 north.</exception>
    public RasterFrame(string name, int rows, int columns, double west, double north, double cellWidth, double cellHeight, RasterCoordinates coordinates)
    {
        (Name, Rows, Columns, West, North, CellWidth, CellHeight, Coordinates) = (name, rows, columns, west, north, cellWidth, cellHeight, coordinates);
        if (rows < 1 || columns < 1) throw new CarbonCompException($"{name} has no cell.");
        if (!(cellWidth > 0 && cellHeight > 0 && double.IsFinite(East) && double.IsFinite(South)))
            throw new CarbonCompException($"{name}: cells of {cellWidth} by {cellHeight} from ({west}, {north}) are not a raster with north on top.");
        if (coordinates.IsDegrees && !(west >= -180 - cellWidth / 2 && East <= 180 + cellWidth / 2 && north <= 90 + 1e-6 && South >= -90 - 1e-6))
            throw new CarbonCompException($"{name} reaches from {west} to {East} degrees east and from {South} to {north} degrees north. Longitudes are "
                + "read from −180 to 180. Cut the raster: gdalwarp -te -180 -90 180 90 in.tif out.tif.");
    }

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>The number of rows, from north to south.</summary>
    public int Rows { get; }

    /// <summary>The number of columns, from west to east.</summary>
    public int Columns { get; }

    /// <summary>The western edge.</summary>
    public double West { get; }

    /// <summary>The northern edge.</summary>
    public double North { get; }

    /// <summary>The side of a cell from west to east.</summary>
    public double CellWidth { get; }

    /// <summary>The side of a cell from north to south.</summary>
    public double CellHeight { get; }

    /// <summary>The coordinate system.</summary>
    public RasterCoordinates Coordinates { get; }

    /// <summary>The eastern edge.</summary>
    public double East => West + Columns * CellWidth;

    /// <summary>The southern edge.</summary>
    public double South => Edge(Rows);

    /// <summary>The true area of a cell, km2; rows and columns from 0 in the north-west.</summary>
    public double CellArea(int row, int column) => Coordinates.RowArea(this, row) * Coordinates.ColumnScale(West + (column + 0.5) * CellWidth);

    // The northern edge of a row.
    internal double Edge(int row) => North - row * CellHeight;
}
