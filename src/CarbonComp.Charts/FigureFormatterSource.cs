namespace CarbonComp.Charts;

/// <summary>Makes the formatters that show a <see cref="CarbonFigure"/> in a notebook, by the kernels' convention.</summary>
public sealed class FigureFormatterSource
{
    /// <summary>An HTML and a plain text formatter.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => [FigureFormatter.Html, FigureFormatter.Text];
#pragma warning restore CA1822
}
