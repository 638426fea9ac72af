namespace CarbonComp.Charts;

/// <summary>A text somewhere on the figure.</summary>
internal sealed record Annotation
{
    /// <summary>The name by which the figure's caption and subtitle are found again.</summary>
    public string? Name { get; init; }

    /// <summary>The text, escaped where it comes from data.</summary>
    public required string Text { get; init; }

    /// <summary>Place across.</summary>
    public required double X { get; init; }

    /// <summary>Place up.</summary>
    public required double Y { get; init; }

    /// <summary>"paper", "x", "x2", "x domain".</summary>
    public string XRef { get; init; } = "x";

    /// <summary>"paper", "y", "y2", "y domain".</summary>
    public string YRef { get; init; } = "y";

    /// <summary>"left", "center" or "right".</summary>
    public string? XAnchor { get; init; }

    /// <summary>"top", "middle" or "bottom".</summary>
    public string? YAnchor { get; init; }

    /// <summary>Moved to the right, px.</summary>
    public double? XShift { get; init; }

    /// <summary>Moved up, px.</summary>
    public double? YShift { get; init; }

    /// <summary>Whether an arrow leads to the place.</summary>
    public bool ShowArrow { get; init; }

    /// <summary>"left", "center" or "right" for several lines.</summary>
    public string? Align { get; init; }

    /// <summary>Angle in degrees, clockwise.</summary>
    public double? TextAngle { get; init; }

    /// <summary>Size and colour.</summary>
    public TextFont? Font { get; init; }

    /// <summary>Background.</summary>
    public string? BgColor { get; init; }
}
