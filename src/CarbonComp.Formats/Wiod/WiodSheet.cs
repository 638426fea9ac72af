using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>Sheets in the manner of WIOD: four heading rows and label columns (code, name, region, c-code) before the numbers, wherever they begin.</summary>
/// <remarks>Both releases of WIOD and the tables of the Asian Development Bank lie so; their rows of totals, taxes, margins and value added have
/// codes of their own, which do not collide.</remarks>
internal static partial class WiodSheet
{
    private const int SearchedRows = 12;

    private static readonly Dictionary<string, TableBlock> Below = new()
    {
        ["r60"] = TableBlock.IntermediateTotal, ["II_fob"] = TableBlock.IntermediateTotal, ["r69"] = TableBlock.Output, ["GO"] = TableBlock.Output,
        ["r61"] = TableBlock.ValueAdded, ["r62"] = TableBlock.ValueAdded, ["r63"] = TableBlock.ValueAdded, ["r64"] = TableBlock.ValueAdded,
        ["r65"] = TableBlock.ValueAdded, ["r66"] = TableBlock.ValueAdded, ["r67"] = TableBlock.ValueAdded, ["r68"] = TableBlock.ValueAdded,
        ["r99"] = TableBlock.ValueAdded, ["trs"] = TableBlock.ValueAdded, ["TXSP"] = TableBlock.ValueAdded, ["EXP_adj"] = TableBlock.ValueAdded,
        ["PURR"] = TableBlock.ValueAdded, ["PURNR"] = TableBlock.ValueAdded, ["VA"] = TableBlock.ValueAdded, ["IntTTM"] = TableBlock.ValueAdded,
    };

    /// <summary>The sheet asked for, or the only one beside a legend.</summary>
    public static XlsxRows Open(string path, string? sheet)
    {
        var sheets = XlsxRows.Sheets(path);
        string[] tables = [.. sheets.Where(s => !s.Contains("legend", StringComparison.OrdinalIgnoreCase)
            && !s.Contains("note", StringComparison.OrdinalIgnoreCase))];
        return XlsxRows.Open(path, XlsxRows.Choose(path, sheet is null && tables.Length > 0 ? tables : sheets, sheet));
    }

    /// <summary>Finds the headings, and goes back to the first row.</summary>
    /// <param name="rows">The sheet.</param>
    /// <param name="uses">The final uses, by the label that the layout uses, with their names.</param>
    /// <param name="byCode">Whether sectors are called by the code in the first label column, not by the c-code in the last.</param>
    public static WideLayout Layout(XlsxRows rows, IReadOnlyDictionary<string, string> uses, bool byCode = false)
    {
        rows.Keep = true;
        var head = new List<string[]>();
        while (head.Count < SearchedRows && rows.Read()) head.Add([.. Enumerable.Range(0, rows.Count).Select(rows.Text)]);
        rows.Rewind();
        // Codes may stand in two heading rows; below the lower one are numbers, with one c-code a row.
        var code = head.FindLastIndex(row => row.Zip(row.Skip(1)).Any(pair => Numbered().IsMatch(pair.First) && Numbered().IsMatch(pair.Second)));
        var first = code < 0 ? -1 : Array.FindIndex(head[code], Numbered().IsMatch);
        if (code < 3 || first < 4)
            throw new DataException(rows.DisplayName,
                $"none of the first {SearchedRows} rows has the codes c1, c2, … of WIOD's tables, with rows and columns of "
                + "code, name and region before them. It is another sheet, or another publication's file.");
        return new()
        {
            Unit = Unit.Parse("million US$"), Description = new() { Prices = "current prices" }, NameRow = code - 1, RegionRow = code,
            LabelRow = byCode ? code - 2 : code + 1, FirstRow = code + 2, RegionColumn = first - 1, LabelColumn = byCode ? first - 3 : first,
            FirstColumn = first + 1,
            Categories = [.. uses.Keys], CategoryPrefix = null, Names = names => Name(names, uses), Rows = Below,
            Columns = new Dictionary<string, TableBlock> { ["r69"] = TableBlock.Output, ["GO"] = TableBlock.Output, ["ToT"] = TableBlock.Output },
            ColumnRule = label => label.StartsWith("Total output", StringComparison.OrdinalIgnoreCase)
                || label.Equals("ToT", StringComparison.OrdinalIgnoreCase) ? TableBlock.Output : null,
            RowRule = label => label.StartsWith("International Transport Margins", StringComparison.OrdinalIgnoreCase) ? TableBlock.ValueAdded : null,
            ResidualsAsError = true,
        };
    }

    public static void Name(AxisNames names, IReadOnlyDictionary<string, string> uses)
    {
        foreach (var (code, name) in uses) names.Define(NameKind.UseName, code, name);
    }

    /// <summary>The year in a workbook's name, the first where the day of a release stands behind it.</summary>
    public static int? Year(string path) => FourDigits().Match(Path.GetFileName(path)) is { Success: true } found
        ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("^c[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}(?![0-9])")]
    private static partial Regex FourDigits();
}
