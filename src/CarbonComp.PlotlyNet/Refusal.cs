using System.Net;
using System.Text.Json.Nodes;

namespace CarbonComp.PlotlyNet;

/// <summary>The message in place of a chart that would fetch something from elsewhere when it is drawn.</summary>
internal static class Refusal
{
    /// <summary>The plot that says so, as plotly's JSON; null for a chart that fetches nothing.</summary>
    public static string? Of(IReadOnlyList<JsonObject> traces, JsonObject layout)
    {
        if (Reason(traces, layout) is not { } reason) return null;
        var hidden = new JsonObject { ["visible"] = false };
        return new JsonObject
        {
            // The captions of figures of ours stay.
            ["data"] = new JsonArray([.. traces.Select(t =>
                new JsonObject { ["type"] = "scatter", ["visible"] = false, ["carboncomp"] = t["carboncomp"]?.DeepClone() })]),
            ["layout"] = new JsonObject
            {
                ["title"] = layout["title"]?.DeepClone(), ["width"] = layout["width"]?.DeepClone(), ["height"] = layout["height"]?.DeepClone(),
                ["showlegend"] = false, ["xaxis"] = hidden, ["yaxis"] = hidden.DeepClone(),
                ["annotations"] = new JsonArray(new JsonObject
                {
                    ["text"] = reason, ["xref"] = "paper", ["yref"] = "paper", ["x"] = 0, ["y"] = 1,
                    ["xanchor"] = "left", ["yanchor"] = "top", ["align"] = "left", ["showarrow"] = false,
                }),
            },
        }.ToJsonString();
    }

    private static string? Reason(IReadOnlyList<JsonObject> traces, JsonObject layout)
    {
        if (traces.Select(ChartContent.Kind).FirstOrDefault(TraceKinds.Tiles.Contains) is { } tiles)
            return $"This chart ({tiles}) lies on map tiles of a server, and figures here fetch nothing.<br>Draw it with Chart.ChoroplethMap or "
                + $"Chart.PointGeo, whose outlines the figure carries.";
        if (traces.Where(t => TraceKinds.Geo.Contains(ChartContent.Kind(t))).Select(t => ChartContent.GeoOf(t, layout).Scope)
            .FirstOrDefault(s => !PlotlyResources.Scopes.Contains(s)) is { } scope)
            return $"The outlines of {WebUtility.HtmlEncode(scope)} are not in this build, and figures here fetch nothing.<br>Use one of the scopes "
                + $"{string.Join(", ", PlotlyResources.Scopes)}.";
        var addresses = traces.SelectMany(t => new[] { t["geojson"], t["source"] })
            .Concat((layout["images"] as JsonArray ?? []).Select(image => (image as JsonObject)?["source"]));
        return addresses.Select(ChartContent.Text).OfType<string>()
            .FirstOrDefault(a => !a.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) is { } address
            ? $"This chart fetches {WebUtility.HtmlEncode(address.Length > 80 ? address[..80] + "…" : address)}, and figures here fetch nothing.<br>Give it "
                + $"the data itself." : null;
    }
}
