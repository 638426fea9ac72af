namespace CarbonComp.Charts;

/// <summary>Shows a figure in one representation, by the kernels' convention.</summary>
public sealed class FigureFormatter
{
    private readonly Func<object, string?> show;

    private FigureFormatter(string mimeType, Func<object, string?> show) => (MimeType, this.show) = (mimeType, show);

    /// <summary>HTML that stands alone, with plotly.js unless another figure carried it a moment ago.</summary>
    public static FigureFormatter Html { get; } = HtmlOf<CarbonFigure>(figure => figure.ToPage());

    /// <summary>Title, summary and caption.</summary>
    public static FigureFormatter Text { get; } = Of<CarbonFigure>("text/plain", figure => figure.ToString());

    /// <summary><c>text/html</c> or <c>text/plain</c>.</summary>
    public string MimeType { get; }

    /// <summary>Writes a figure.</summary>
    /// <param name="instance">A figure of the kind that this formatter shows.</param>
    /// <param name="writer">Receives the representation.</param>
    /// <returns>Whether the instance was such a figure; nothing is written where it was not.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (show(instance) is not { } text) return false;
        writer.Write(text);
        return true;
    }

    internal static FigureFormatter Of<T>(string mimeType, Func<T, string> show) => new(mimeType, instance => instance is T figure ? show(figure) : null);

    internal static FigureFormatter HtmlOf<T>(Func<T, PagePlot> page) =>
        Of<T>("text/html", figure => FigureHtml.Render(page(figure), resource => resource.Carry()));
}
