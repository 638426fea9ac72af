namespace CarbonComp.Charts;

/// <summary>A line or rectangle somewhere on the figure.</summary>
internal sealed record Shape
{
    /// <summary>"line" or "rect".</summary>
    public string Type { get; init; } = "line";

    /// <summary>"x", "x2", "paper", "x domain".</summary>
    public string XRef { get; init; } = "x";

    /// <summary>"y", "y2", "paper", "y domain".</summary>
    public string YRef { get; init; } = "y";

    /// <summary>Left end.</summary>
    public required double X0 { get; init; }

    /// <summary>Right end.</summary>
    public required double X1 { get; init; }

    /// <summary>Lower end.</summary>
    public required double Y0 { get; init; }

    /// <summary>Upper end.</summary>
    public required double Y1 { get; init; }

    /// <summary>"above" or "below" the traces.</summary>
    public string? Layer { get; init; }

    /// <summary>Its line.</summary>
    public Line? Line { get; init; }

    /// <summary>Its filling.</summary>
    public string? FillColor { get; init; }
}
