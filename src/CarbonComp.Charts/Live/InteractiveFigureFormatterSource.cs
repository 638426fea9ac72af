using System.Net;

namespace CarbonComp.Charts;

/// <summary>Makes the formatters that show an <see cref="InteractiveFigure"/> in a notebook, by the kernels' convention.</summary>
public sealed class InteractiveFigureFormatterSource
{
    /// <summary>The still form, or a sentence on the controls that are on the page; the same in words.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() =>
        [FigureFormatter.Of<InteractiveFigure>("text/html", Html), FigureFormatter.Of<InteractiveFigure>("text/plain", figure => figure.ToString())];
#pragma warning restore CA1822

    private static string Html(InteractiveFigure figure) => figure.Still is { } still
        ? FigureHtml.Render(still.ToPage(), resource => resource.Carry()) : $"<p>{WebUtility.HtmlEncode(figure.ToString())}</p>";
}
