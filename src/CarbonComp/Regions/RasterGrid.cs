namespace CarbonComp.Regions;

/// <summary>A raster of square cells with one value each, rows from north to south.</summary>
public sealed class RasterGrid
{
    private readonly double[] cells;

    /// <summary>Creates the raster from values in rows from north to south, <see cref="double.NaN"/> where there is none.</summary>
    /// <remarks>The cell size is positive; the unit, m, km or deg, is that of cells and edges.</remarks>
    /// <exception cref="CarbonCompException">No cell, or a side that is not positive.</exception>
    /// <exception cref="UnitException">Neither a length nor an angle.</exception>
    public RasterGrid(string name, double[,] values, double cellSize, Unit unit, double west = 0, double south = 0)
        : this(name, values.GetLength(0), values.GetLength(1), [.. values.Cast<double>()], cellSize, unit, west, south) { }

    private RasterGrid(string name, int rows, int columns, double[] cells, double cellSize, Unit unit, double west, double south)
    {
        if (rows < 1 || columns < 1) throw new CarbonCompException($"{name} has no cell.");
        if (!(cellSize > 0 && double.IsFinite(cellSize))) throw new CarbonCompException($"{name}: a cell size of {cellSize} is not positive.");
        if (unit.Dimension != new UnitDimension(Length: 1) && unit.Dimension != new UnitDimension(Angle: 1))
            throw new UnitException($"{name}: {unit} does not measure the side of a cell. Say m, km or deg.");
        (Name, Rows, Columns, this.cells, CellSize, Unit, West, South) = (name, rows, columns, cells, cellSize, unit, west, south);
    }

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns.</summary>
    public int Columns { get; }

    /// <summary>Side of a cell, in <see cref="Unit"/>.</summary>
    public double CellSize { get; }

    /// <summary>The unit of sides and corner.</summary>
    public Unit Unit { get; }

    /// <summary>The western edge, in <see cref="Unit"/>.</summary>
    public double West { get; }

    /// <summary>The southern edge, in <see cref="Unit"/>.</summary>
    public double South { get; }

    /// <summary>The value of a cell, counted from 0 in the north-west; <see cref="double.NaN"/> where there is none.</summary>
    public double this[int row, int column] => cells[row * Columns + column];

    /// <summary>The values, row by row from the north; <see cref="double.NaN"/> where there is none.</summary>
    public IReadOnlyList<double> Cells => cells;

    /// <summary>Area of a cell, km2.</summary>
    /// <exception cref="UnitException">The sides are degrees, so that cells differ in area: the raster must be projected first.</exception>
    public double CellArea => Unit.Dimension.Angle == 0 ? CellSize * CellSize * Unit.To(Unit.Kilometre) * Unit.To(Unit.Kilometre)
        : throw new UnitException($"The cells of {Name} are measured in degrees and differ in area. Project the raster to a metric equal-area grid first.");

    /// <summary>A raster of the same cells with other values; the function is not called where there is none.</summary>
    public RasterGrid Select(string name, Func<double, double> value) => Select(name, (x, _) => value(x));

    internal RasterGrid Select(string name, Func<double, int, double> value) =>
        new(name, Rows, Columns, [.. cells.Select((x, i) => double.IsNaN(x) ? double.NaN : value(x, i))], CellSize, Unit, West, South);

    /// <summary>Refuses a raster whose cells do not lie on these.</summary>
    /// <exception cref="CarbonCompException">Another size, cell or corner; the message gives both.</exception>
    public void RequireSameCells(RasterGrid other)
    {
        var near = CellSize * 1e-3;
        if ((Rows, Columns, Unit) != (other.Rows, other.Columns, other.Unit) || Math.Abs(CellSize - other.CellSize) > near / Math.Max(Rows, Columns)
            || Math.Abs(West - other.West) > near || Math.Abs(South - other.South) > near)
            throw new CarbonCompException($"{other.Name} does not lie on the cells of {Name}: {other.Extent()} against {Extent()}. Resample one to the other.");
    }

    // For messages: row and column of a cell, from 1.
    internal string Place(int cell) => Invariant($"row {cell / Columns + 1}, column {cell % Columns + 1}");

    private string Extent() => Invariant($"{Rows} × {Columns} cells of {CellSize} {Unit} from ({West}, {South})");
}
