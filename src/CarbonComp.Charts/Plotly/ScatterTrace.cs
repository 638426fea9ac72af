using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>Points, lines and filled outlines.</summary>
internal sealed record ScatterTrace : Trace
{
    /// <inheritdoc/>
    public override string Type => "scatter";

    /// <summary>"markers", "lines", "text" or several joined by +.</summary>
    public string Mode { get; init; } = "markers";

    /// <summary>Size and colour of points.</summary>
    public Marker? Marker { get; init; }

    /// <summary>Colour and width of lines.</summary>
    public Line? Line { get; init; }

    /// <summary>Names of the points as they are meant; when the figure is shown each gets a place beside its point where there is room.</summary>
    [JsonIgnore]
    public IReadOnlyList<string>? PointNames { get; init; }

    /// <summary>Labels beside the points, escaped.</summary>
    public PlotText? Text { get; init; }

    /// <summary>The place of labels: "middle right".</summary>
    public PlotText? TextPosition { get; init; }

    /// <summary>Size and colour of labels.</summary>
    public TextFont? TextFont { get; init; }

    /// <summary>Hover texts, escaped.</summary>
    public PlotText? HoverText { get; init; }

    /// <summary>"points" or "fills".</summary>
    public string? HoverOn { get; init; }

    /// <summary>"toself" fills the outline.</summary>
    public string? Fill { get; init; }

    /// <summary>The colour of the filling.</summary>
    public string? FillColor { get; init; }

    /// <summary>Whether marks are cut at the edge of the plot.</summary>
    public bool? ClipOnAxis { get; init; }
}
