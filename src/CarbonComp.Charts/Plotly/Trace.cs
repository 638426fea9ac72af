using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>One set of marks of a figure, as a plotly trace.</summary>
[JsonDerivedType(typeof(ScatterTrace))]
[JsonDerivedType(typeof(BarTrace))]
[JsonDerivedType(typeof(HeatmapTrace))]
[JsonDerivedType(typeof(ViolinTrace))]
internal abstract record Trace
{
    /// <summary>Plotly's name of the kind: scatter, bar, heatmap.</summary>
    public abstract string Type { get; }

    /// <summary>The name as it is meant, not escaped.</summary>
    [JsonIgnore]
    public string? Name { get; init; }

    /// <summary>The name in the legend: escaped, and broken into lines where that was needed.</summary>
    [JsonPropertyName("name")]
    public string? LegendText { get => field ?? (Name is null ? null : Label.Escape(Name)); init; }

    /// <summary>The caption of the figure, on its first trace alone: it stays with the marks when plots are combined elsewhere.</summary>
    [JsonPropertyName("carboncomp")]
    public CarriedCaption? Caption { get; init; }

    /// <summary>Horizontal positions.</summary>
    public PlotValues? X { get; init; }

    /// <summary>Vertical positions.</summary>
    public PlotValues? Y { get; init; }

    /// <summary>The horizontal axis, "x" or "x2" and so on.</summary>
    public string? XAxis { get; init; }

    /// <summary>The vertical axis, "y" or "y2" and so on.</summary>
    public string? YAxis { get; init; }

    /// <summary>Whether the legend names it.</summary>
    public bool? ShowLegend { get; init; }

    /// <summary>Traces of one group are switched on and off together.</summary>
    public string? LegendGroup { get; init; }

    /// <summary>The hover mode: "text", "skip".</summary>
    public string? HoverInfo { get; init; }

    /// <summary>Opacity of the whole trace.</summary>
    public double? Opacity { get; init; }
}
