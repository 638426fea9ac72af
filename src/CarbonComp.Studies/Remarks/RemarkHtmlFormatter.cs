using System.Net;

namespace CarbonComp.Studies;

/// <summary>Shows a remark as a paragraph that looks like the notebook's text: its lead in bold, lines of a readable length.</summary>
public sealed class RemarkHtmlFormatter
{
    /// <summary>text/html.</summary>
#pragma warning disable CA1822 // the convention asks for instance members
    public string MimeType => "text/html";

    /// <summary>Writes the remark.</summary>
    /// <param name="instance">A <see cref="Remark"/>.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the instance was a remark.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Remark remark) return false;
        writer.Write($"<p style=\"max-width:46em\"><strong>{WebUtility.HtmlEncode(remark.Lead)}</strong> {Kept(remark.Text)}</p>");
        return true;

        // A number and its sign stay on one line.
        static string Kept(string text) => WebUtility.HtmlEncode(text).Replace(" %", "&nbsp;%", StringComparison.Ordinal);
    }
#pragma warning restore CA1822
}
