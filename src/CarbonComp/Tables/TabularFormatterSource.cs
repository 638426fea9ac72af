namespace CarbonComp.Tables;

/// <summary>Makes the formatters that show every <see cref="ITabular"/> in a notebook, by the kernels' convention.</summary>
public sealed class TabularFormatterSource
{
    /// <summary>An HTML and a plain text formatter.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => [new TabularHtmlFormatter(), new TabularTextFormatter()];
#pragma warning restore CA1822
}
