namespace CarbonComp.Charts;

/// <summary>Makes the formatters that show an <see cref="ExploredFigure"/> in a notebook, by the kernels' convention.</summary>
public sealed class ExploredFigureFormatterSource
{
    /// <summary>The figure with its slider, and in words the values of the slider and the first picture.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() =>
        [FigureFormatter.HtmlOf<ExploredFigure>(figure => figure.ToPage()), FigureFormatter.Of<ExploredFigure>("text/plain", figure => figure.ToString())];
#pragma warning restore CA1822
}
