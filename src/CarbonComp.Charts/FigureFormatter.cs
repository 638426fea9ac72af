namespace CarbonComp.Charts;

/// <summary>Shows a figure in one representation, by the kernels' convention.</summary>
public sealed class FigureFormatter
{
    private readonly Func<CarbonFigure, string> show;

    private FigureFormatter(string mimeType, Func<CarbonFigure, string> show) => (MimeType, this.show) = (mimeType, show);

    /// <summary>HTML that stands alone, with plotly.js unless another figure carried it a moment ago.</summary>
    public static FigureFormatter Html { get; } = new("text/html", figure => FigureHtml.Render(figure.ToPage(), resource => resource.Carry()));

    /// <summary>Title, summary and caption.</summary>
    public static FigureFormatter Text { get; } = new("text/plain", figure => figure.ToString());

    /// <summary><c>text/html</c> or <c>text/plain</c>.</summary>
    public string MimeType { get; }

    /// <summary>Writes a figure.</summary>
    /// <param name="instance">A <see cref="CarbonFigure"/>.</param>
    /// <param name="writer">Receives the representation.</param>
    /// <returns>Whether the instance was a figure; nothing is written where it was not.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not CarbonFigure figure) return false;
        writer.Write(show(figure));
        return true;
    }
}
