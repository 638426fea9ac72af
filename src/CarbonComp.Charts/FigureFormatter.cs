namespace CarbonComp.Charts;

/// <summary>Shows a figure in one representation, by the kernels' convention.</summary>
public sealed class FigureFormatter
{
    private readonly Func<object, string?> show;

    private FigureFormatter(string mimeType, Func<object, string?> show) => (MimeType, this.show) = (mimeType, show);

    /// <summary>HTML that stands alone, with plotly.js unless another figure carried it a moment ago.</summary>
    public static FigureFormatter Html { get; } = new("text/html", shown => shown is CarbonFigure figure ? Rendered(figure.ToPage()) : null);

    /// <summary>Title, summary and caption.</summary>
    public static FigureFormatter Text { get; } = new("text/plain", shown => (shown as CarbonFigure)?.ToString());

    /// <summary>A figure with a slider, as <see cref="Html"/>.</summary>
    public static FigureFormatter ExploredHtml { get; } = new("text/html", shown => shown is ExploredFigure figure ? Rendered(figure.ToPage()) : null);

    /// <summary>The values of the slider and the first figure in words.</summary>
    public static FigureFormatter ExploredText { get; } = new("text/plain", shown => (shown as ExploredFigure)?.ToString());

    /// <summary><c>text/html</c> or <c>text/plain</c>.</summary>
    public string MimeType { get; }

    /// <summary>Writes a figure.</summary>
    /// <param name="instance">A <see cref="CarbonFigure"/>, or an <see cref="ExploredFigure"/>.</param>
    /// <param name="writer">Receives the representation.</param>
    /// <returns>Whether the instance was a figure; nothing is written where it was not.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (show(instance) is not { } text) return false;
        writer.Write(text);
        return true;
    }

    private static string Rendered(PagePlot plot) => FigureHtml.Render(plot, resource => resource.Carry());
}
