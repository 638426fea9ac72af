using System.Collections.Concurrent;
using CarbonComp.Charts;

namespace CarbonComp.PlotlyNet;

/// <summary>The scripts that this assembly carries: the full plotly.js, and the outlines of countries.</summary>
internal static class PlotlyResources
{
    private static readonly ConcurrentDictionary<string, PlotlyResource> Outlines = new();

    /// <summary>The build of plotly.js with every kind of trace.</summary>
    public static PlotlyResource Full { get; } = new("full", typeof(PlotlyResources).Assembly, "plotly.min.js.gz");

    /// <summary>Parts of the world that have outlines, as plotly calls them.</summary>
    public static IReadOnlyList<string> Scopes { get; } = ["world", "usa", "europe", "asia", "africa", "north america", "south america"];

    /// <summary>The outlines of a part of the world.</summary>
    /// <param name="scope">One of <see cref="Scopes"/>.</param>
    /// <param name="resolution">50 or 110: one to so many million.</param>
    public static PlotlyResource OutlinesOf(string scope, int resolution) =>
        Outlines.GetOrAdd(FormattableString.Invariant($"{scope.Replace(' ', '-')}_{resolution}m"),
            name => new(name, typeof(PlotlyResources).Assembly, name + ".json.gz"));
}
