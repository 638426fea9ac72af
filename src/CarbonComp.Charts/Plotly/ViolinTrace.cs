using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>Densities of samples, one a label.</summary>
internal sealed record ViolinTrace : Trace
{
    /// <inheritdoc/>
    public override string Type => "violin";

    /// <summary>"h": numbers across.</summary>
    public string Orientation { get; init; } = "h";

    /// <summary>"width": each shape as wide as the others; "count": by the number of values.</summary>
    public string ScaleMode { get; init; } = "width";

    /// <summary>Width in units of the category axis.</summary>
    public double? Width { get; init; }

    /// <summary>False leaves single values out.</summary>
    public bool Points { get; init; }

    /// <summary>How far shapes go: "hard" ends at the extreme values.</summary>
    public string SpanMode { get; init; } = "hard";

    /// <summary>The outline.</summary>
    public Line? Line { get; init; }

    /// <summary>The colour of the filling.</summary>
    public string? FillColor { get; init; }

    /// <summary>The line of the mean.</summary>
    [JsonPropertyName("meanline")]
    public MeanLine? Mean { get; init; }
}
