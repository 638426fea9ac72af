using System.Net;

namespace CarbonComp.Tables;

/// <summary>Shows a table as HTML: caption with status, headings with units, aligned numbers, at most <see cref="TableText.MostRows"/> rows.</summary>
public sealed class TabularHtmlFormatter
{
    /// <summary>text/html.</summary>
#pragma warning disable CA1822 // the convention asks for instance members
    public string MimeType => "text/html";

    /// <summary>Writes a table; returns whether the instance is one.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not ITabular table) return false;
        var (headings, rows, left) = TableText.Cells(table);
        writer.Write("<table style=\"border-collapse:collapse;font-size:13px;font-variant-numeric:tabular-nums\"><caption "
            + "style=\"caption-side:top;text-align:left;padding:4px 0;min-width:26em;color:inherit\">");
        writer.Write(WebUtility.HtmlEncode(TableText.FullCaption(table)));
        writer.Write("</caption><thead><tr>");
        foreach (var (text, isNumber) in headings) Cell(writer, "th", text, isNumber);
        writer.Write("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            writer.Write("<tr>");
            for (var j = 0; j < row.Length; j++) Cell(writer, "td", row[j], headings[j].IsNumber);
            writer.Write("</tr>");
        }
        writer.Write("</tbody>");
        if (left > 0) writer.Write(Invariant($"<tfoot><tr><td colspan=\"{headings.Count}\">… and {left} more rows</td></tr></tfoot>"));
        writer.Write("</table>");
        return true;
    }
#pragma warning restore CA1822

    private static void Cell(TextWriter writer, string tag, string text, bool isNumber) =>
        writer.Write($"<{tag} style=\"padding:3px 10px;text-align:{(isNumber ? "right" : "left")}\">{WebUtility.HtmlEncode(text)}</{tag}>");
}
