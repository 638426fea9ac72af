using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>Guesses the layout of a wide table from its cells: headings above the first row of numbers, labels left of the first column of them.</summary>
/// <remarks>Only what is the usual way to lay a table out is guessed. Every part of the guess is told, and what cannot be guessed is refused with
/// what to write.</remarks>
internal sealed partial class LayoutGuess
{
    private static readonly char[] Separators = ['·', '_', '|', ':', '-', '.'];

    private readonly SheetGrid sheet;
    private int firstRow;
    private int firstColumn;

    private LayoutGuess(SheetGrid sheet) => this.sheet = sheet;

    /// <summary>The layout, and what was understood of the sheet.</summary>
    /// <exception cref="DataException">No numbers, no headings, or no unit; the message says what to write where.</exception>
    public static (WideLayout Layout, IReadOnlyList<(string Part, string Understood)> Understood) Of(SheetGrid sheet, Unit? unit, ValueStatus status,
        bool emptyIsZero) => new LayoutGuess(sheet).Guess(unit, status, emptyIsZero);

    /// <summary>How large the block of numbers of a sheet is; 0 where there is none.</summary>
    public static int Size(SheetGrid sheet)
    {
        var guess = new LayoutGuess(sheet);
        return guess.FindNumbers() ? (sheet.RowCount - guess.firstRow + 1) * (sheet.ColumnCount - guess.firstColumn + 1) : 0;
    }

    private (WideLayout, IReadOnlyList<(string, string)>) Guess(Unit? asked, ValueStatus status, bool emptyIsZero)
    {
        if (!FindNumbers() || firstRow == 1 || firstColumn == 1)
            throw new DataException(sheet.Place, "no block of numbers with headings above and labels left of it was found. Put the names of regions and "
                + "sectors there, or describe the sheet by a WideLayout.");
        var labelRow = firstRow - 1;
        var columns = Line(labelRow, firstColumn, sheet.ColumnCount, (at, along) => sheet.Text(at, along));
        var labelColumn = firstColumn - 1;
        var rows = Line(labelColumn, firstRow, sheet.RowCount, (at, along) => sheet.Text(along, at));
        var regionRow = labelRow > 1 && Groups(Line(labelRow - 1, firstColumn, sheet.ColumnCount, (at, along) => sheet.Text(at, along))) ? labelRow - 1 : 0;
        var regionColumn = regionRow > 0 && labelColumn > 1 ? labelColumn - 1 : 0;
        char? separator = regionRow > 0 ? null : Separators.Cast<char?>().FirstOrDefault(s => columns.Count(c => c.IndexOf(s!.Value) > 0) * 2 > columns.Length);
        if (regionRow == 0 && separator is null)
            throw new DataException($"{sheet.Place}, row {labelRow}", "the headings name sectors, and nothing says of which region. Name the regions in the "
                + "row above, or write region and sector in one heading: Beijing · Farming.");
        var ofColumns = Blocks(columns, TableWords.Column);
        var ofRows = Blocks(rows, TableWords.Row);
        string[] uses = [.. columns.Select(c => Label(c, separator)).Where(c => !ofColumns.ContainsKey(c) && TableWords.IsFinalUse(c))
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        if (uses.Length == 0)
            throw new DataException($"{sheet.Place}, row {labelRow}", "no column was recognised as final use. Call it final use, household consumption, "
                + "government consumption, capital formation, or 最终使用, 居民消费, …");
        var unit = asked ?? Unit(labelRow) ?? throw new DataException(sheet.Place, "nothing above the table states the unit of its numbers. Write it there: "
            + "Unit: 10^4 yuan, or 单位: 万元.");
        var layout = new WideLayout
        {
            Sheet = sheet.Name, Unit = unit, Status = status, RegionRow = regionRow > 0 ? regionRow : labelRow, LabelRow = labelRow, FirstRow = firstRow,
            RegionColumn = regionColumn > 0 ? regionColumn : labelColumn, LabelColumn = labelColumn, FirstColumn = firstColumn, LabelSeparator = separator,
            FillRegions = regionRow > 0, Categories = uses, Columns = ofColumns, Rows = ofRows, EmptyIsZero = emptyIsZero,
        };
        return (layout, Told(layout, asked is null));
    }

    /// <summary>The first cell with numbers to its right and below it.</summary>
    private bool FindNumbers()
    {
        bool IsNumber(int row, int column) => double.TryParse(sheet.Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            || sheet.Text(row, column).Length == 0 && row > 1 && column > 1;
        for (firstRow = 1; firstRow < sheet.RowCount; firstRow++)
            for (firstColumn = 1; firstColumn < sheet.ColumnCount - 1; firstColumn++)
                if (sheet.Text(firstRow, firstColumn).Length > 0 && new[] { (0, 0), (0, 1), (0, 2), (1, 0), (1, 1) }
                    .All(step => IsNumber(firstRow + step.Item1, firstColumn + step.Item2)))
                    return true;
        return false;
    }

    private static string[] Line(int at, int from, int to, Func<int, int, string> text) =>
        [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(along => text(at, along))];

    // Names of regions stand above several sectors each, in merged cells or in the first alone.
    private static bool Groups(string[] above) => above.Length > 0 && above[0].Length > 0
        && above.Where(t => t.Length > 0).Distinct().Count() is var different and > 0
        && (above.Count(t => t.Length > 0) > different || above.Any(t => t.Length == 0)) && !above.Any(t => StatedUnit.InBrackets(t) is not null);

    private static string Label(string text, char? separator) => separator is { } s && text.IndexOf(s) is > 0 and var at ? text[(at + 1)..].Trim() : text;

    private static Dictionary<string, TableBlock> Blocks(string[] labels, Func<string, TableBlock?> known)
    {
        var blocks = new Dictionary<string, TableBlock>(StringComparer.OrdinalIgnoreCase);
        foreach (var label in labels.Where(l => l.Length > 0))
            if (known(label) is { } block) blocks[label] = block;
        return blocks;
    }

    private Unit? Unit(int labelRow)
    {
        for (var row = 1; row <= labelRow; row++)
            for (var column = 1; column <= sheet.ColumnCount; column++)
                if (!sheet.IsFilled(row, column) && sheet.Text(row, column) is { Length: > 0 } text)
                    try { if (StatedUnit.Of(text) is { } stated) return stated; }
                    catch (UnitException wrong) { throw new DataException($"{sheet.Place}, cell {SheetGrid.Address(row, column)}", wrong.Message, wrong); }
        return null;
    }

    private List<(string, string)> Told(WideLayout layout, bool unitIsFound)
    {
        string At(int row, int column) => SheetGrid.Address(row, column);
        string Listed(IReadOnlyDictionary<string, TableBlock> blocks) => blocks.Count == 0 ? "none"
            : string.Join(", ", blocks.Select(b => $"{b.Key} = {Words().Replace($"{b.Value}", " $1").Trim().ToLowerInvariant()}"));
        return
        [
            ("numbers", $"from {At(firstRow, firstColumn)} on"),
            ("regions", layout.LabelSeparator is { } separator ? $"before \"{separator}\" in row {layout.LabelRow} and column {layout.LabelColumn}"
                : $"row {layout.RegionRow} and column {layout.RegionColumn}; an empty or merged cell continues the one before"),
            ("sectors", $"row {layout.LabelRow} and column {layout.LabelColumn}"), ("unit", $"{layout.Unit}{(unitIsFound ? ", as the sheet says" : "")}"),
            ("final use", string.Join(", ", layout.Categories)), ("other columns", Listed(layout.Columns)), ("other rows", Listed(layout.Rows)),
        ];
    }

    [GeneratedRegex("([A-Z])")]
    private static partial Regex Words();
}
