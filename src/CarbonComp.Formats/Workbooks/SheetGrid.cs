namespace CarbonComp.Formats;

/// <summary>The cells of one sheet of a workbook. Rows and columns count from 1; merged cells all have the text of the first of them.</summary>
/// <remarks>For sheets that people fill, which are small; tables of any size are read row by row.</remarks>
public sealed class SheetGrid
{
    private readonly string[][] texts;
    private readonly Dictionary<(int Row, int Column), string> faults;
    private readonly HashSet<(int Row, int Column)> filled = [];

    private SheetGrid(string file, string name, XlsxRows rows)
    {
        (File, Name, ColumnCount, faults) = (file, name, rows.Count, []);
        var read = new List<string[]>();
        while (rows.Read())
        {
            read.Add([.. Enumerable.Range(0, rows.Count).Select(rows.Text)]);
            if (!rows.HasValueless()) continue;
            for (var column = 0; column < rows.Count; column++)
                if (rows.Fault(column) is { } fault) faults[(read.Count, column + 1)] = fault;
        }
        texts = [.. read];
        foreach (var (top, left, bottom, right) in rows.Merged)
            for (var row = top; row <= Math.Min(bottom, texts.Length); row++)
                for (var column = left; column <= Math.Min(right, ColumnCount - 1); column++)
                {
                    if ((row, column) == (top, left)) continue;
                    texts[row - 1][column] = texts[top - 1][left];
                    filled.Add((row, column + 1));
                }
    }

    /// <summary>Reads every sheet of an xlsx file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">No such file, or one that is damaged or of another format.</exception>
    public static IReadOnlyList<SheetGrid> ReadAll(string path)
    {
        var sheets = new List<SheetGrid>();
        foreach (var name in XlsxRows.Sheets(path))
        {
            using var rows = XlsxRows.Open(path, name);
            sheets.Add(new(Path.GetFileName(path), name.Trim(), rows));
        }
        return sheets;
    }

    /// <summary>The sheet's name.</summary>
    public string Name { get; }

    /// <summary>The name of the workbook.</summary>
    public string File { get; }

    /// <summary>Workbook and sheet, for messages: <c>region.xlsx, sheet land</c>.</summary>
    public string Place => $"{File}, sheet {Name}";

    /// <summary>The last row that has anything.</summary>
    public int RowCount => texts.Length;

    /// <summary>The last column that has anything.</summary>
    public int ColumnCount { get; }

    /// <summary>The trimmed text of a cell, numbers with all their digits; empty where there is nothing.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    public string Text(int row, int column) => row >= 1 && row <= texts.Length && column >= 1 && column <= texts[row - 1].Length
        ? texts[row - 1][column - 1] : "";

    /// <summary>Whether the text of a cell is that of the first of several merged ones.</summary>
    /// <inheritdoc cref="Text"/>
    public bool IsFilled(int row, int column) => filled.Contains((row, column));

    /// <summary>What is wrong with a cell that holds no value, such as the error of a formula; null for all others.</summary>
    /// <inheritdoc cref="Text"/>
    public string? Fault(int row, int column) => faults.GetValueOrDefault((row, column));

    /// <summary>The address of a cell: <c>C5</c>.</summary>
    /// <inheritdoc cref="Text"/>
    public static string Address(int row, int column) => Invariant($"{XlsxRows.ColumnName(column - 1)}{row}");
}
