namespace CarbonComp.Studies;

/// <summary>Shows a remark as plain text.</summary>
public sealed class RemarkTextFormatter
{
    /// <summary>text/plain.</summary>
#pragma warning disable CA1822 // the convention asks for instance members
    public string MimeType => "text/plain";

    /// <summary>Writes the remark.</summary>
    /// <param name="instance">A <see cref="Remark"/>.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the instance was a remark.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Remark remark) return false;
        writer.Write(remark);
        return true;
    }
#pragma warning restore CA1822
}
