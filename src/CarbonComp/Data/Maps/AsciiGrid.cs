using System.Globalization;
using System.Text;

namespace CarbonComp;

/// <summary>A raster in the ESRI ASCII format: one number a cell, rows from north to south.</summary>
/// <remarks>The file does not say what its coordinates are measured in, so whoever reads it does.</remarks>
public sealed class AsciiGrid
{
    private readonly double[] cells;

    /// <summary>Creates the raster.</summary>
    /// <param name="name">What it shows, for messages.</param>
    /// <param name="values">Rows from north to south, columns from west to east; <see cref="double.NaN"/> where there is none.</param>
    /// <param name="cellSize">Side of a cell, positive.</param>
    /// <param name="unit">What sides and corner are measured in: m, km or deg.</param>
    /// <param name="west">The western edge.</param>
    /// <param name="south">The southern edge.</param>
    /// <exception cref="CarbonCompException">No cell, or a side that is not positive.</exception>
    /// <exception cref="UnitException">Neither a length nor an angle.</exception>
    public AsciiGrid(string name, double[,] values, double cellSize, Unit unit, double west = 0, double south = 0)
        : this(name, values.GetLength(0), values.GetLength(1), [.. values.Cast<double>()], cellSize, unit, west, south) { }

    private AsciiGrid(string name, int rows, int columns, double[] cells, double cellSize, Unit unit, double west, double south)
    {
        if (rows < 1 || columns < 1) throw new CarbonCompException($"{name} has no cell.");
        if (!(cellSize > 0 && double.IsFinite(cellSize))) throw new CarbonCompException($"{name}: a cell size of {cellSize} is not positive.");
        if (unit.Dimension != new UnitDimension(Length: 1) && unit.Dimension != new UnitDimension(Angle: 1))
            throw new UnitException($"{name}: {unit} does not measure the side of a cell. Say m, km or deg.");
        (Name, Rows, Columns, this.cells, CellSize, Unit, West, South) = (name, rows, columns, cells, cellSize, unit, west, south);
    }

    /// <summary>What it shows.</summary>
    public string Name { get; }

    /// <summary>How many rows.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>Side of a cell, in <see cref="Unit"/>.</summary>
    public double CellSize { get; }

    /// <summary>What sides and corner are measured in.</summary>
    public Unit Unit { get; }

    /// <summary>The western edge, in <see cref="Unit"/>.</summary>
    public double West { get; }

    /// <summary>The southern edge, in <see cref="Unit"/>.</summary>
    public double South { get; }

    /// <summary>The value of a cell; <see cref="double.NaN"/> where there is none.</summary>
    /// <param name="row">From 0 in the north.</param>
    /// <param name="column">From 0 in the west.</param>
    public double this[int row, int column] => cells[row * Columns + column];

    /// <summary>The values, row by row from the north; <see cref="double.NaN"/> where there is none.</summary>
    public IReadOnlyList<double> Cells => cells;

    /// <summary>Area of a cell, km2.</summary>
    /// <exception cref="UnitException">The sides are degrees, so that cells differ in area: the raster must be projected first.</exception>
    public double CellArea => Unit.Dimension.Angle == 0 ? CellSize * CellSize * Unit.To(Unit.Kilometre) * Unit.To(Unit.Kilometre)
        : throw new UnitException($"The cells of {Name} are measured in degrees and differ in area. Project the raster to a metric equal-area grid first.");

    /// <summary>A raster of the same cells with other values.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="value">The value of each cell from the one here; not called where there is none.</param>
    public AsciiGrid Select(string name, Func<double, double> value) => Select(name, (x, _) => value(x));

    internal AsciiGrid Select(string name, Func<double, int, double> value) =>
        new(name, Rows, Columns, [.. cells.Select((x, i) => double.IsNaN(x) ? double.NaN : value(x, i))], CellSize, Unit, West, South);

    /// <summary>Refuses a raster whose cells do not lie on these.</summary>
    /// <param name="other">The other raster.</param>
    /// <exception cref="CarbonCompException">Another size, cell or corner; the message gives both.</exception>
    public void RequireSameCells(AsciiGrid other)
    {
        var near = CellSize * 1e-3;
        if (Rows != other.Rows || Columns != other.Columns || Unit != other.Unit || Math.Abs(CellSize - other.CellSize) > near / Math.Max(Rows, Columns)
            || Math.Abs(West - other.West) > near || Math.Abs(South - other.South) > near)
            throw new CarbonCompException($"{other.Name} does not lie on the cells of {Name}: {other.Extent()} against {Extent()}. Resample one to the other.");
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file: ncols, nrows, xllcorner or xllcenter, yllcorner or yllcenter, cellsize, NODATA_value (may be missing),
    /// then the rows.</param>
    /// <param name="unit">What its coordinates are measured in: m, km or deg.</param>
    /// <exception cref="DataException">No such file, a header line that is missing or wrong, too few or too many values, a value that is no
    /// number; the message names the line.</exception>
    /// <exception cref="UnitException">Neither a length nor an angle.</exception>
    public static AsciiGrid Read(string path, Unit unit)
    {
        if (!File.Exists(path)) throw new DataException(path, "there is no such file. Check the path of the raster.");
        var file = Path.GetFileName(path);
        using var reader = new StreamReader(path);
        var header = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        string? line;
        var number = 0;
        while ((line = reader.ReadLine()) is not null)
        {
            number++;
            var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            if (!char.IsLetter(words[0][0]) || words[0].Equals("nan", StringComparison.OrdinalIgnoreCase)) break;
            if (words.Length != 2 || !Number(words[1], out var value)) throw new DataException($"{file}, line {number}",
                $"\"{line.Trim()}\" is not a name and a number.");
            header[words[0]] = value;
        }
        double Header(string name) => header.TryGetValue(name, out var value) ? value : throw new DataException(file,
            $"its header has no {name}. An ESRI ASCII grid begins with ncols, nrows, xllcorner, yllcorner, cellsize, NODATA_value.");
        int Count(string name) => Header(name) is var n && n == Math.Floor(n) && n is >= 1 and <= 1e6 ? (int)n : throw new DataException(file,
            $"{name} is {n}; a whole number from 1 on is needed.");
        var (columns, rows, size) = (Count("ncols"), Count("nrows"), Header("cellsize"));
        double Edge(string corner, string center) => header.ContainsKey(center) ? Header(center) - size / 2 : Header(corner);
        var (west, south) = (Edge("xllcorner", "xllcenter"), Edge("yllcorner", "yllcenter"));
        double? missing = header.TryGetValue("NODATA_value", out var none) ? none : null;

        if ((long)rows * columns > int.MaxValue / 8)
            throw new DataException(file, $"{rows} × {columns} cells are too many for one raster. Cut it into parts.");
        var cells = new double[rows * columns];
        var filled = 0;
        for (; line is not null; line = reader.ReadLine(), number++)
        {
            var rest = line.AsSpan().Trim();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOfAny(' ', '\t');
                var word = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[end..].TrimStart();
                if (!Number(word, out var value)) throw new DataException($"{file}, line {number}", $"\"{word}\" is no number.");
                if (filled == cells.Length) throw new DataException($"{file}, line {number}",
                    $"there are more values than {rows} rows of {columns}. Check ncols and nrows.");
                cells[filled++] = value == missing ? double.NaN : value;
            }
        }
        if (filled < cells.Length) throw new DataException(file, $"it ends after {filled} values; {rows} rows of {columns} need {cells.Length}.");
        return new(file, rows, columns, cells, size, unit, west, south);
    }

    /// <summary>Writes the raster in the same format; cells without value are −9999, or the next number down that no cell has.</summary>
    /// <param name="path">The file.</param>
    public void Write(string path)
    {
        var missing = -9999.0;
        while (cells.Contains(missing)) missing--;
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
            writer.WriteLine($"ncols {Columns}\nnrows {Rows}\nxllcorner {Text(West)}\nyllcorner {Text(South)}\ncellsize "
                + $"{Text(CellSize)}\nNODATA_value {Text(missing)}");
            for (var row = 0; row < Rows; row++)
                writer.WriteLine(string.Join(' ', Enumerable.Range(0, Columns).Select(column => Text(double.IsNaN(this[row, column]) ? missing
                    : this[row, column]))));
        });
    }

    private string Extent() => Invariant($"{Rows} × {Columns} cells of {CellSize} {Unit} from ({West}, {South})");

    private static bool Number(ReadOnlySpan<char> word, out double value) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture,
        out value) && !double.IsInfinity(value);
}
