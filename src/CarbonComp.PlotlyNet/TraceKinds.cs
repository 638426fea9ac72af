using System.Collections.Frozen;

namespace CarbonComp.PlotlyNet;

/// <summary>Kinds of trace by what draws them.</summary>
internal static class TraceKinds
{
    /// <summary>Drawn by the cartesian build of plotly.js, as its README lists them.</summary>
    public static FrozenSet<string> Cartesian { get; } = FrozenSet.ToFrozenSet(
        ["bar", "box", "contour", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "image", "pie", "scatter", "scatterternary", "violin"]);

    /// <summary>Drawn on outlines of countries.</summary>
    public static FrozenSet<string> Geo { get; } = FrozenSet.ToFrozenSet(["choropleth", "scattergeo"]);

    /// <summary>Drawn on map tiles, which only a server has.</summary>
    public static FrozenSet<string> Tiles { get; } = FrozenSet.ToFrozenSet(
        ["choroplethmap", "choroplethmapbox", "densitymap", "densitymapbox", "scattermap", "scattermapbox"]);
}
