namespace CarbonComp.Quantities;

/// <summary>Shows a quantity as plain text, with its status where it was not observed: <c>262 Mt CO2 (constructed, not observed)</c>.</summary>
public sealed class QuantityTextFormatter
{
    /// <summary>text/plain.</summary>
#pragma warning disable CA1822 // the convention asks for instance members
    public string MimeType => "text/plain";

    /// <summary>Writes a quantity; returns whether the instance is one.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Quantity quantity) return false;
        writer.Write(quantity.Status >= ValueStatus.Constructed ? $"{quantity} ({quantity.Status.Caption()})" : $"{quantity}");
        return true;
    }
#pragma warning restore CA1822
}
