using System.Globalization;
using System.Text;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>A table of another library: the rows and columns that a page has room for, and how many there are.</summary>
/// <param name="Columns">The headings of the columns that are shown.</param>
/// <param name="Rows">The rows that are shown: the key and the values, <see langword="null"/> where one is missing.</param>
/// <param name="AllRows">The number of rows.</param>
/// <param name="AllColumns">The number of columns.</param>
internal sealed record TableView(IReadOnlyList<string> Columns, IReadOnlyList<(object? Key, object?[] Values)> Rows, long AllRows, long AllColumns)
{
    /// <summary>Columns that are shown at most.</summary>
    public const int MostColumns = 20;

    private const int WidestText = 40;
    private const string Right = " style=\"text-align:right\"";
    private const string Left = " style=\"text-align:left\"";

    /// <summary>Rows that are shown at most.</summary>
    public static int MostRows => Formatter.ListExpansionLimit;

    /// <summary>The table as HTML and as text.</summary>
    public MimeBundle ToBundle() => new MimeBundle("text/html", Html()).Add("text/plain", Plain());

    private string Html()
    {
        var html = new StringBuilder("<table><thead><tr><th></th>");
        for (var j = 0; j < Columns.Count; j++)
            html.Append("<th").Append(IsNumeric(j) ? Right : Left).Append('>').Append(HtmlString.Encode(Columns[j])).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var (key, values) in Rows)
        {
            html.Append("<tr><th>").Append(HtmlString.Encode(Text(key))).Append("</th>");
            foreach (var value in values)
                Cell(html, value);
            html.Append("</tr>");
        }
        html.Append("</tbody></table><p style=\"opacity:.7\">").Append(CultureInfo.InvariantCulture, $"{AllRows:N0} × {AllColumns:N0}");
        foreach (var rest in Rest())
            html.Append(", ").Append(rest);
        return html.Append("</p>").ToString();
    }

    private static void Cell(StringBuilder html, object? value)
    {
        if (value is null)
            html.Append("<td></td>");
        else if (Numbers.IsNumber(value))
        {
            var (shown, full) = (Numbers.Short(value), Numbers.Full(value));
            html.Append("<td").Append(Right).Append(shown == full ? "" : $" title=\"{full}\"").Append('>').Append(shown).Append("</td>");
        }
        else
            html.Append("<td").Append(Left).Append('>').Append(HtmlString.Encode(Text(value))).Append("</td>");
    }

    private string Plain()
    {
        var lines = new List<string[]> { (string[])["", .. Columns.Select(Narrow)] };
        lines.AddRange(Rows.Select(row => (string[])[Narrow(Text(row.Key)), .. row.Values.Select(value => Narrow(Text(value)))]));
        var widths = Enumerable.Range(0, Columns.Count + 1).Select(j => lines.Max(line => line[j].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, j) => j > 0 && IsNumeric(j - 1) ? cell.PadLeft(widths[j]) : cell.PadRight(widths[j]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"{AllRows:N0} × {AllColumns:N0}");
        foreach (var rest in Rest())
            text.Append(", ").Append(rest);
        return text.ToString();
    }

    private IEnumerable<string> Rest()
    {
        if (Rows.Count < AllRows)
            yield return string.Create(CultureInfo.InvariantCulture, $"… and {AllRows - Rows.Count:N0} more rows");
        if (Columns.Count < AllColumns)
            yield return string.Create(CultureInfo.InvariantCulture, $"… and {AllColumns - Columns.Count:N0} more columns");
    }

    private bool IsNumeric(int column) => Numbers.IsNumber(Rows.Select(row => row.Values[column]).FirstOrDefault(value => value is not null));

    private static string Text(object? value) => value is null ? "" : Numbers.IsNumber(value) ? Numbers.Short(value) : PlainText.Brief(value);

    private static string Narrow(string text) => text.Length > WidestText ? text[..(WidestText - 1)] + "…" : text;
}
