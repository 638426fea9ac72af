namespace CarbonComp.Charts;

/// <summary>Makes the formatters that show an <see cref="InteractiveFigure"/> in a notebook, by the kernels' convention.</summary>
public sealed class InteractiveFigureFormatterSource
{
    /// <summary>An HTML and a plain text formatter.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => [InteractiveFigureFormatter.Html, InteractiveFigureFormatter.Text];
#pragma warning restore CA1822
}
