using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>How plotly behaves around a figure.</summary>
internal sealed record Config
{
    /// <summary>Whether the row of buttons is shown: never where it would hide the title, so only on hovering.</summary>
    [JsonPropertyName("displayModeBar")]
    public string ModeBar { get; init; } = "hover";

    /// <summary>Plotly's logo among them.</summary>
    [JsonPropertyName("displaylogo")]
    public bool Logo { get; init; }

    /// <summary>False keeps a dollar sign in a label from being read as a formula.</summary>
    [JsonPropertyName("typesetMath")]
    public bool TypesetMath { get; init; }

    /// <summary>Buttons that lead nowhere on a figure of fixed axes.</summary>
    [JsonPropertyName("modeBarButtonsToRemove")]
    public IReadOnlyList<string> RemovedButtons { get; init; } = ["select2d", "lasso2d", "autoScale2d"];

    /// <summary>The format of a saved picture.</summary>
    [JsonPropertyName("toImageButtonOptions")]
    public ImageOptions Image { get; init; } = new();
}
