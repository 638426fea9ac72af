namespace CarbonComp.Charts;

/// <summary>Shows a figure as HTML that stands alone.</summary>
public sealed class FigureHtmlFormatter
{
#pragma warning disable CA1822 // the convention asks for instance members
    /// <summary>text/html.</summary>
    public string MimeType => "text/html";

    /// <summary>Writes the figure, with plotly.js unless another figure carried it a moment ago.</summary>
    /// <param name="instance">A <see cref="CarbonFigure"/>.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the instance was a figure.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not CarbonFigure figure) return false;
        writer.Write(FigureHtml.Render(figure.ToPage(), resource => resource.Carry()));
        return true;
    }
#pragma warning restore CA1822
}
