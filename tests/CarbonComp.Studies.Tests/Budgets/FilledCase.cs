using System.Globalization;

namespace CarbonComp.Studies.Tests;

/// <summary>Seven cities and three years as a yearbook has them, and the template filled from there. Every number is constructed.</summary>
internal static class FilledCase
{
    public static readonly string[] Cities = ["北港市", "山渡市", "河原市", "沼田市", "东沼市", "南谷市", "Westhaven"];

    public static readonly int[] Years = [2010, 2015, 2020];

    private static readonly string[] Classes = ["耕地", "林地", "草地", "水域", "建设用地", "未利用地"];

    /// <summary>The raw sheet: a title, two rows of merged headings, a block a year, a sum below each, a note.</summary>
    public static object?[][] Yearbook() =>
    [
        ["3-1 主要指标 (constructed figures)"],
        ["年份", "地区", "地区生产总值（亿元）", "常住人口（万人）", "能源消费总量（万吨标准煤）", "土地利用（公顷）", null, null, null, null, null],
        [null, null, null, null, null, .. Classes],
        .. Years.SelectMany((year, y) => Cities.Select((city, c) => Row(year, y, city, c)).Append([year, "合计", .. Sums(y)])),
        ["注: 数据为构造。"],
    ];

    /// <summary>Fills an empty template from the yearbook: by headings, not by positions.</summary>
    /// <param name="template">The template.</param>
    /// <param name="path">The workbook to write.</param>
    /// <param name="change">Changes the cells of a sheet before they are written, for deliberate errors.</param>
    public static void Fill(string template, string path, Func<string, List<object?[]>, List<object?[]>>? change = null)
    {
        var raw = Yearbook();
        object?[][] rows = [.. raw.Skip(3).Where(r => r is [int, string region, ..] && region != "合计")];
        var sheets = SheetGrid.ReadAll(template).Select(sheet => (sheet.Name, Rows: Filled(sheet, rows))).ToArray();
        Workbook.Write(path, [.. sheets.Select(s => (s.Name, (IEnumerable<object?[]>)(change?.Invoke(s.Name, s.Rows) ?? s.Rows)))]);
    }

    private static List<object?[]> Filled(SheetGrid sheet, object?[][] rows)
    {
        List<object?[]> cells = [.. Enumerable.Range(1, sheet.RowCount).Select(row => Enumerable.Range(1, sheet.ColumnCount).Select(column =>
            sheet.Text(row, column) is { Length: > 0 } text ? double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number
                : (object)text : null).ToArray())];
        switch (sheet.Name)
        {
            case "start":
                string[] said = ["Seven cities that do not exist", "made up for a test", "constructed"];
                foreach (var (word, text) in new[] { "title", "source", "status" }.Zip(said)) cells.Single(r => r[0] is string s && s == word)[1] = text;
                break;
            case "regions": cells.AddRange(Cities.Select(city => new object?[] { null, city })); break;
            case "economy": cells.AddRange(rows.Select(r => r[..4])); break;
            case "energy": cells.AddRange(rows.Select(r => new[] { r[0], r[1], r[4] })); break;
            case "land":
                cells = [["year", "region", .. Classes.Select(c => $"{c}（公顷）")], .. rows.Select(r => new[] { r[0], r[1] }.Concat(r[5..]).ToArray())];
                break;
            case "prices": cells.AddRange([[2010, 1], [2015, 1.12], [2020, 1.25]]); break;
            case "nation": cells.AddRange([[2020, 1_000_000, 140_000]]); break;
            case "parameters":
                cells.Single(r => r[0] is "exchange_rate")[1] = 7;
                cells.Single(r => r[0] is "engel")[1] = 30;
                break;
        }
        return cells;
    }

    private static object?[] Row(int year, int y, string city, int c) =>
        [year, city, 800 + 350 * c + 400 * y, 210 + 45 * c + 3 * y, 240 + 150 * c + 40 * y,
            230_000 + 9_000 * c, 900_000 - 90_000 * c, 31_000 + 1_000 * c, 21_000 + 500 * c, 16_000 + 9_000 * c + 900 * y, 2_000];

    private static object?[] Sums(int y) => [.. Enumerable.Range(2, 9).Select(column => (object?)Enumerable.Range(0, Cities.Length)
        .Sum(c => Convert.ToDouble(Row(0, y, "", c)[column], CultureInfo.InvariantCulture)))];
}
