using System.Net;

namespace CarbonComp.Charts;

/// <summary>Shows a figure with controls in one representation, by the kernels' convention.</summary>
public sealed class InteractiveFigureFormatter
{
    private readonly Func<InteractiveFigure, string> show;

    private InteractiveFigureFormatter(string mimeType, Func<InteractiveFigure, string> show) => (MimeType, this.show) = (mimeType, show);

    /// <summary>The still form, or a sentence on the controls that are on the page.</summary>
    public static InteractiveFigureFormatter Html { get; } = new("text/html", figure => figure.Still is { } still
        ? FigureHtml.Render(still.ToPage(), resource => resource.Carry()) : $"<p>{WebUtility.HtmlEncode(figure.ToString())}</p>");

    /// <summary>The same in words.</summary>
    public static InteractiveFigureFormatter Text { get; } = new("text/plain", figure => figure.ToString());

    /// <summary><c>text/html</c> or <c>text/plain</c>.</summary>
    public string MimeType { get; }

    /// <summary>Writes a figure.</summary>
    /// <param name="instance">An <see cref="InteractiveFigure"/>.</param>
    /// <param name="writer">Receives the representation.</param>
    /// <returns>Whether the instance was such a figure; nothing is written where it was not.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not InteractiveFigure figure) return false;
        writer.Write(show(figure));
        return true;
    }
}
