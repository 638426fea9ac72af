using System.Globalization;
using System.Text;

namespace CarbonComp.Tables;

/// <summary>A table as the cells that a person reads, and as plain text.</summary>
public static class TableText
{
    /// <summary>The most rows that are shown; the rest is counted.</summary>
    public const int MostRows = 60;

    /// <summary>The table in plain text, columns aligned.</summary>
    public static string Render(ITabular table)
    {
        var (headings, rows, left) = Cells(table);
        var widths = headings.Select((h, j) => Math.Max(Width(h.Text), rows.Select(r => Width(r[j])).DefaultIfEmpty(0).Max())).ToArray();
        var text = new StringBuilder().AppendLine(FullCaption(table));
        void Line(IEnumerable<string> cells) => text.AppendLine(string.Join("  ",
            cells.Select((c, j) => new string(' ', widths[j] - Width(c)) is var space && headings[j].IsNumber ? space + c : c + space)).TrimEnd());
        Line(headings.Select(h => h.Text));
        foreach (var row in rows) Line(row);
        if (left > 0) text.AppendLine(CultureInfo.InvariantCulture, $"… and {left} more rows");
        return text.ToString().TrimEnd();
    }

    // Chinese, Japanese and Korean characters take two places in a terminal.
    private static int Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value is
        >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF
        or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x20000 and <= 0x3FFFD ? 2 : 1);

    internal static string FullCaption(ITabular table) => $"{Sentence(table.Caption)} ({table.Status.Caption()})";

    // Results are named in lower case, captions begin like sentences. A symbol such as t or k stays as it is.
    private static string Sentence(string caption) => caption.Length > 1 && char.IsAsciiLetterLower(caption[0]) && char.IsAsciiLetterLower(caption[1])
        ? char.ToUpperInvariant(caption[0]) + caption[1..] : caption;

    internal static (IReadOnlyList<(string Text, bool IsNumber)> Headings, IReadOnlyList<string[]> Rows, int Left) Cells(ITabular table)
    {
        var columns = Readable(table.ToColumns().All);
        var count = columns.Length == 0 ? 0 : columns[0].Values.Length;
        var shown = Math.Min(count, MostRows);
        // Columns of one unit are compared with each other, so they have the same decimals.
        var decimals = columns.Where(c => c.Values is double[]).GroupBy(Key)
            .ToDictionary(g => g.Key, g => NumberFormat.Decimals(g.SelectMany(c => (double[])c.Values)));
        var texts = columns.Select(c => Texts(c, shown, c.Values is double[] ? decimals[Key(c)] : 0)).ToArray();
        var rows = Enumerable.Range(0, shown).Select(i => texts.Select(t => t[i]).ToArray()).ToArray();
        return ([.. columns.Select(c => (c.Heading, c.Values is double[] or int[]))], rows, count - shown);
    }

    // All columns of one kind of unit in one multiple of it: the one in which their largest number is read most easily.
    private static Column[] Readable(IReadOnlyList<Column> columns)
    {
        var largest = columns.Where(c => c is { Unit: not null, Values: double[] })
            .GroupBy(c => c.Unit!.Dimension).ToDictionary(g => g.Key, g => g.Max(c => c.Magnitude));
        return [.. columns.Select(c => c is { Unit: not null, Values: double[] } ? c.In(c.Unit.Readable(largest[c.Unit.Dimension] / c.Unit.Factor)) : c)];
    }

    private static string Key(Column column) => column.Unit is null || column.Unit.Dimension == UnitDimension.None ? column.Name : column.Unit.Symbol;

    private static string[] Texts(Column column, int shown, int decimals) => column.Values switch
    {
        // A year is a name: 2020, not 2 020.
        double[] or int[] when column is { Name: "year", Unit: null } =>
            [.. column.Values.Cast<IFormattable>().Take(shown).Select(v => v.ToString(null, CultureInfo.InvariantCulture))],
        double[] numbers => [.. numbers.Take(shown).Select(v => NumberFormat.Format(v, decimals))],
        int[] whole => [.. whole.Take(shown).Select(v => NumberFormat.Format(v, 0))],
        var values => [.. values.Cast<object?>().Take(shown).Select(v => v switch
        {
            null => "",
            true => "yes",
            false => "no",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => v.ToString() ?? "",
        })],
    };
}
