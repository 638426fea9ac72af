namespace CarbonComp.Studies;

/// <summary>Makes the formatters that show a <see cref="Remark"/> in a notebook, by the kernels' convention.</summary>
public sealed class RemarkFormatterSource
{
    /// <summary>An HTML and a plain text formatter.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => [new RemarkHtmlFormatter(), new RemarkTextFormatter()];
#pragma warning restore CA1822
}
