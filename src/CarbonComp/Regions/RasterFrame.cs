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
    public string Name { get; private init; }

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

    /// <summary>The place of a cell's centre.</summary>
    public GeoPoint Centre(int row, int column) => Coordinates.Unproject(West + (column + 0.5) * CellWidth, North - (row + 0.5) * CellHeight);

    /// <summary>The side of a cell in words: <c>0.05°</c>, <c>30 m</c>.</summary>
    public string Resolution => (Math.Abs(CellWidth - CellHeight) <= 1e-9 * CellWidth ? $"{Side(CellWidth)}" : $"{Side(CellWidth)} × {Side(CellHeight)}")
        + (Coordinates.IsDegrees ? "°" : " m");

    /// <summary>Whether another raster has the same cells in the same coordinate system.</summary>
    public bool HasCellsOf(RasterFrame other)
    {
        // Corners that files give in 32 bits or as text differ in their last digits.
        var near = 1e-6 * Math.Max(CellWidth, CellHeight);
        return (Rows, Columns, Coordinates.Name) == (other.Rows, other.Columns, other.Coordinates.Name)
            && Math.Abs(CellWidth - other.CellWidth) * Columns <= near * 100 && Math.Abs(CellHeight - other.CellHeight) * Rows <= near * 100
            && Math.Abs(West - other.West) <= near * 100 && Math.Abs(North - other.North) <= near * 100;
    }

    /// <summary>Refuses a raster whose cells do not lie on these.</summary>
    /// <exception cref="CarbonCompException">Another size, cell, corner or coordinate system; the message gives both.</exception>
    public void RequireCellsOf(RasterFrame other)
    {
        if (!HasCellsOf(other)) throw new CarbonCompException($"{other.Name} does not lie on the cells of {Name}: {other.Extent()} against {Extent()}. "
            + "Bring it there with On(frame, …), which names how values are carried over.");
    }

    internal RasterFrame Named(string name) => this with { Name = name };

    // The northern edge of a row.
    internal double Edge(int row) => North - row * CellHeight;

    // For messages: row and column of a cell, from 1.
    internal string Place(int row, int column) => Invariant($"{Name}, row {row + 1}, column {column + 1}");

    private string Extent() => Invariant($"{Rows} × {Columns} cells of {Resolution} from ({West}, {North}) in {Coordinates.Name}");

    private static string Side(double side) => Math.Round(side, 8).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
