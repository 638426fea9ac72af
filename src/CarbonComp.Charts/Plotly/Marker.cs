namespace CarbonComp.Charts;

/// <summary>How points and bars look.</summary>
public sealed record Marker
{
    /// <summary>A colour for all or one for each.</summary>
    public PlotText? Color { get; init; }

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
