using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>A title of a figure, an axis or a colour bar.</summary>
/// <param name="Words">The words as they are meant, not escaped.</param>
internal sealed record Title([property: JsonIgnore] string Words)
{
    /// <summary>The words as plotly reads them: escaped, and broken into lines where that was needed.</summary>
    public string Text { get; init; } = Label.Escape(Words);

    /// <summary>A line under the title as it is meant, not escaped: a statistic, a year. Only the title of a figure has one.</summary>
    [JsonIgnore]
    public string? Subtitle { get; init; }

    /// <summary>Size and colour.</summary>
    public TextFont? Font { get; init; }

    /// <summary>Place across, as a share.</summary>
    public double? X { get; init; }

    /// <summary>Place up, as a share.</summary>
    public double? Y { get; init; }

    /// <summary>"container" or "paper".</summary>
    public string? XRef { get; init; }

    /// <summary>"container" or "paper".</summary>
    public string? YRef { get; init; }

    /// <summary>"left", "center" or "right".</summary>
    public string? XAnchor { get; init; }

    /// <summary>"top", "middle" or "bottom".</summary>
    public string? YAnchor { get; init; }

    /// <summary>Space around it.</summary>
    public Margin? Pad { get; init; }

    /// <summary>Distance from the tick labels of an axis, px.</summary>
    public double? StandOff { get; init; }

    /// <summary>The side of a colour bar.</summary>
    public string? Side { get; init; }
}
