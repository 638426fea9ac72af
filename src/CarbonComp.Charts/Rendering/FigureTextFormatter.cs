namespace CarbonComp.Charts;

/// <summary>Shows a figure in words.</summary>
public sealed class FigureTextFormatter
{
#pragma warning disable CA1822 // the convention asks for instance members
    /// <summary>text/plain.</summary>
    public string MimeType => "text/plain";

    /// <summary>Writes title, summary and caption.</summary>
    /// <param name="instance">A <see cref="CarbonFigure"/>.</param>
    /// <param name="writer">Where to.</param>
    /// <returns>Whether the instance was a figure.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not CarbonFigure figure) return false;
        writer.Write(figure.ToString());
        return true;
    }
#pragma warning restore CA1822
}
