namespace CarbonComp.Charts;

/// <summary>Whiskers of bars or points, for each its own length to both sides.</summary>
internal sealed record ErrorBars
{
    /// <summary>"data": the lengths are given.</summary>
    public string Type { get; init; } = "data";

    /// <summary>False: the two sides differ.</summary>
    public bool Symmetric { get; init; }

    /// <summary>Lengths upwards or to the right.</summary>
    public required PlotValues Array { get; init; }

    /// <summary>Lengths downwards or to the left.</summary>
    public required PlotValues ArrayMinus { get; init; }

    /// <summary>The colour.</summary>
    public string? Color { get; init; }

    /// <summary>Thickness, px.</summary>
    public double? Thickness { get; init; }

    /// <summary>Half the width of the end strokes, px.</summary>
    public double? Width { get; init; }
}
