using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>Bars or columns.</summary>
internal sealed record BarTrace : Trace
{
    /// <inheritdoc/>
    public override string Type => "bar";

    /// <summary>"v" for columns, "h" for bars.</summary>
    public string Orientation { get; init; } = "v";

    /// <summary>Baseline of the bars; zero by default.</summary>
    public PlotValues? Base { get; init; }

    /// <summary>Colours of the bars.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Labels of the bars, escaped.</summary>
    public PlotText? Text { get; init; }

    /// <summary>"outside", "inside", "auto" or "none".</summary>
    public PlotText? TextPosition { get; init; }

    /// <summary>Size and colour of the labels.</summary>
    public TextFont? TextFont { get; init; }

    /// <summary>Angle of the labels.</summary>
    public double? TextAngle { get; init; }

    /// <summary>"none": labels keep their size.</summary>
    public string? ConstrainText { get; init; }

    /// <summary>Hover texts, escaped.</summary>
    public PlotText? HoverText { get; init; }

    /// <summary>Whether labels are cut at the edge of the plot.</summary>
    public bool? ClipOnAxis { get; init; }

    /// <summary>Width in units of the category axis.</summary>
    public double? Width { get; init; }

    /// <summary>Whiskers along the horizontal axis.</summary>
    [JsonPropertyName("error_x")]
    public ErrorBars? ErrorX { get; init; }
}
