namespace CarbonComp.Charts;

/// <summary>Makes the formatters that show an <see cref="ExploredFigure"/> in a notebook, by the kernels' convention.</summary>
public sealed class ExploredFigureFormatterSource
{
    /// <summary>An HTML and a plain text formatter.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => [ExploredFigureFormatter.Html, ExploredFigureFormatter.Text];
#pragma warning restore CA1822
}
