using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>Space around the plot, px.</summary>
/// <param name="Left">Left.</param>
/// <param name="Right">Right.</param>
/// <param name="Top">Above.</param>
/// <param name="Bottom">Below.</param>
internal sealed record Margin(
    [property: JsonPropertyName("l")] double Left,
    [property: JsonPropertyName("r")] double Right,
    [property: JsonPropertyName("t")] double Top,
    [property: JsonPropertyName("b")] double Bottom);
