namespace CarbonComp.Charts;

/// <summary>A field of coloured cells.</summary>
internal sealed record HeatmapTrace : Trace
{
    /// <inheritdoc/>
    public override string Type => "heatmap";

    /// <summary>The number of each cell, row by row; a gap where there is none.</summary>
    public IReadOnlyList<PlotValues> Z { get; init; } = [];

    /// <summary>Hover texts of the cells, escaped.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? HoverText { get; init; }

    /// <summary>The colours: pairs of share and colour.</summary>
    public IReadOnlyList<IReadOnlyList<object>>? ColorScale { get; init; }

    /// <summary>The number of the lowest colour.</summary>
    public double? ZMin { get; init; }

    /// <summary>The number of the highest colour.</summary>
    public double? ZMax { get; init; }

    /// <summary>Whether there is a colour bar.</summary>
    public bool? ShowScale { get; init; }

    /// <summary>The colour bar.</summary>
    public ColorBar? ColorBar { get; init; }

    /// <summary>Gap between cells in x, px.</summary>
    public double? XGap { get; init; }

    /// <summary>Gap between cells in y, px.</summary>
    public double? YGap { get; init; }
}
