namespace CarbonComp.Charts;

/// <summary>Shows a figure with a slider in one representation, by the kernels' convention.</summary>
public sealed class ExploredFigureFormatter
{
    private readonly Func<ExploredFigure, string> show;

    private ExploredFigureFormatter(string mimeType, Func<ExploredFigure, string> show) => (MimeType, this.show) = (mimeType, show);

    /// <summary>HTML that stands alone, with plotly.js unless another figure carried it a moment ago.</summary>
    public static ExploredFigureFormatter Html { get; } = new("text/html", figure => FigureHtml.Render(figure.ToPage(), resource => resource.Carry()));

    /// <summary>The values of the slider and the first picture in words.</summary>
    public static ExploredFigureFormatter Text { get; } = new("text/plain", figure => figure.ToString());

    /// <summary><c>text/html</c> or <c>text/plain</c>.</summary>
    public string MimeType { get; }

    /// <summary>Writes a figure.</summary>
    /// <param name="instance">An <see cref="ExploredFigure"/>.</param>
    /// <param name="writer">Receives the representation.</param>
    /// <returns>Whether the instance was such a figure; nothing is written where it was not.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not ExploredFigure figure) return false;
        writer.Write(show(figure));
        return true;
    }
}
