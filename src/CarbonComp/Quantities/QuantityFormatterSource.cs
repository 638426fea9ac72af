namespace CarbonComp.Quantities;

/// <summary>Makes the formatter that shows a <see cref="Quantity"/> in a notebook, by the kernels' convention.</summary>
public sealed class QuantityFormatterSource
{
    /// <summary>A plain text formatter.</summary>
#pragma warning disable CA1822 // the convention asks for an instance method
    public IEnumerable<object> CreateTypeFormatters() => [new QuantityTextFormatter()];
}
