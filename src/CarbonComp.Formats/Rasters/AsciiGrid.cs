using System.Globalization;
using System.Text;

namespace CarbonComp.Formats;

/// <summary>Reads and writes rasters in the ESRI ASCII format.</summary>
/// <remarks>The file does not state the unit of its coordinates, so the caller gives it.</remarks>
public static class AsciiGrid
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file: ncols, nrows, xllcorner or xllcenter, yllcorner or yllcenter, cellsize, NODATA_value (may be missing),
    /// then the rows.</param>
    /// <param name="unit">What its coordinates are measured in: m, km or deg.</param>
    /// <exception cref="DataException">No such file, a header line that is missing or wrong, too few or too many values, a value that is not
    /// a number; the message names the line.</exception>
    /// <exception cref="UnitException">Neither a length nor an angle.</exception>
    public static RasterGrid Read(string path, Unit unit)
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
            $"{name} is {n}; a positive whole number is needed.");
        var (columns, rows, size) = (Count("ncols"), Count("nrows"), Header("cellsize"));
        double Edge(string corner, string center) => header.ContainsKey(center) ? Header(center) - size / 2 : Header(corner);
        var (west, south) = (Edge("xllcorner", "xllcenter"), Edge("yllcorner", "yllcenter"));
        double? missing = header.TryGetValue("NODATA_value", out var none) ? none : null;

        if ((long)rows * columns > int.MaxValue / 8)
            throw new DataException(file, $"{rows} × {columns} cells are too many for one raster. Cut it into parts.");
        var (cells, filled) = (new double[rows, columns], 0);
        for (; line is not null; line = reader.ReadLine(), number++)
        {
            var rest = line.AsSpan().Trim();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOfAny(' ', '\t');
                var word = end < 0 ? rest : rest[..end];
                rest = end < 0 ? default : rest[end..].TrimStart();
                if (!Number(word, out var value)) throw new DataException($"{file}, line {number}", $"\"{word}\" is not a number.");
                if (filled == cells.Length) throw new DataException($"{file}, line {number}",
                    $"there are more values than {rows} rows of {columns}. Check ncols and nrows.");
                cells[filled / columns, filled % columns] = value == missing ? double.NaN : value;
                filled++;
            }
        }
        if (filled < cells.Length) throw new DataException(file, $"it ends after {filled} values; {rows} rows of {columns} need {cells.Length}.");
        return new(file, cells, size, unit, west, south);
    }

    /// <summary>Writes a raster. A cell without a value is written as −9999, or as the next lower number that no cell has.</summary>
    /// <param name="grid">The raster.</param>
    /// <param name="path">The file.</param>
    public static void Write(RasterGrid grid, string path)
    {
        var missing = -9999.0;
        while (grid.Cells.Contains(missing)) missing--;
        AtomicFile.Write(path, stream =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
            string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
            writer.WriteLine($"ncols {grid.Columns}\nnrows {grid.Rows}\nxllcorner {Text(grid.West)}\nyllcorner {Text(grid.South)}\n"
                + $"cellsize {Text(grid.CellSize)}\nNODATA_value {Text(missing)}");
            foreach (var row in grid.Cells.Chunk(grid.Columns))
                writer.WriteLine(string.Join(' ', row.Select(value => Text(double.IsNaN(value) ? missing : value))));
        });
    }

    private static bool Number(ReadOnlySpan<char> word, out double value) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && !double.IsInfinity(value);
}
