namespace CarbonComp.Tables;

/// <summary>Shows a table as plain text.</summary>
public sealed class TabularTextFormatter
{
    /// <summary>text/plain.</summary>
#pragma warning disable CA1822 // the convention asks for instance members
    public string MimeType => "text/plain";

    /// <summary>Writes a table; returns whether the instance is one.</summary>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not ITabular table) return false;
        writer.Write(TableText.Render(table));
        return true;
    }
#pragma warning restore CA1822
}
