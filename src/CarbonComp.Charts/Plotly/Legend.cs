namespace CarbonComp.Charts;

/// <summary>The key of the traces.</summary>
internal sealed record Legend
{
    /// <summary>"v" beside the plot, "h" above it.</summary>
    public string Orientation { get; init; } = "v";

    /// <summary>Place as a share of the plot's width.</summary>
    public double? X { get; init; }

    /// <summary>Place as a share of the plot's height.</summary>
    public double? Y { get; init; }

    /// <summary>"left" or "right".</summary>
    public string? XAnchor { get; init; }

    /// <summary>"top" or "bottom".</summary>
    public string? YAnchor { get; init; }

    /// <summary>"normal" or "reversed".</summary>
    public string? TraceOrder { get; init; }

    /// <summary>Space between groups, px.</summary>
    public double? TraceGroupGap { get; init; }
}
