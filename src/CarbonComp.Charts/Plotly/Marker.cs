using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>How points and bars look.</summary>
internal sealed record Marker
{
    /// <summary>A colour for all or one for each.</summary>
    [JsonIgnore]
    public PlotText? Color { get; init; }

    /// <summary>Numbers that the colour scale turns into colours, instead of colours.</summary>
    [JsonIgnore]
    public PlotValues? ColorValues { get; init; }

    /// <summary>Plotly's color: colours, or numbers on the scale.</summary>
    [JsonPropertyName("color")]
    public object? PlotlyColor => (object?)ColorValues ?? Color;

    /// <summary>Diameters of points, px.</summary>
    public PlotValues? Size { get; init; }

    /// <summary>Shape of points: "circle", "diamond", "square".</summary>
    public string? Symbol { get; init; }

    /// <summary>Opacity.</summary>
    public double? Opacity { get; init; }

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>The colours of a colour bar: pairs of share and colour.</summary>
    public IReadOnlyList<IReadOnlyList<object>>? ColorScale { get; init; }

    /// <summary>The number of the lowest colour.</summary>
    public double? CMin { get; init; }

    /// <summary>The number of the highest colour.</summary>
    public double? CMax { get; init; }

    /// <summary>Whether there is a colour bar.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The colour bar.</summary>
    public ColorBar? ColorBar { get; init; }
}
