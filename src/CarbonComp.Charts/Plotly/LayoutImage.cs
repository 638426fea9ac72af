namespace CarbonComp.Charts;

/// <summary>A picture on the plot, between two corners of the axes.</summary>
internal sealed record LayoutImage
{
    /// <summary>The picture as a data address.</summary>
    public required string Source { get; init; }

    /// <summary>The western edge on the x axis.</summary>
    public required double X { get; init; }

    /// <summary>The northern edge on the y axis.</summary>
    public required double Y { get; init; }

    /// <summary>Width in units of the x axis.</summary>
    public required double SizeX { get; init; }

    /// <summary>Height in units of the y axis.</summary>
    public required double SizeY { get; init; }

    /// <summary>The horizontal axis.</summary>
    public string XRef { get; init; } = "x";

    /// <summary>The vertical axis.</summary>
    public string YRef { get; init; } = "y";

    /// <summary>How it fills its place.</summary>
    public string Sizing { get; init; } = "stretch";

    /// <summary>Below the marks.</summary>
    public string Layer { get; init; } = "below";
}
