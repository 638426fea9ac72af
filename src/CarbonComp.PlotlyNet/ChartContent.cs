using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CarbonComp.Charts;
using Plotly.NET;

namespace CarbonComp.PlotlyNet;

/// <summary>A chart of Plotly.NET as plotly's JSON, and what can be read from it.</summary>
internal sealed partial class ChartContent
{
    private static readonly string[] AxisNames = ["x", "y", "z"];
    private static readonly string[] Lists = ["x", "y", "z", "r", "a", "values", "labels", "lat", "locations", "value"];

    private readonly string json;
    private readonly JsonObject layout;
    private readonly JsonObject[] traces;

    private ChartContent(JsonObject root)
    {
        json = root.ToJsonString();
        layout = root["layout"] as JsonObject ?? [];
        traces = [.. (root["data"] as JsonArray ?? []).OfType<JsonObject>()];
    }

    /// <summary>The chart in one line: kinds of trace, axis titles, how many points.</summary>
    public string Summary => "Plotly.NET chart: " + string.Join("; ", new[]
    {
        string.Join(", ", traces.GroupBy(Kind).Select(g => g.Count() == 1 ? g.Key : string.Create(CultureInfo.InvariantCulture, $"{g.Count()} × {g.Key}"))),
        string.Join(", ", Axes().Select(a => $"{a.Name}: {a.Title}")),
        traces.Sum(Points) is var points && points == 1 ? "1 point" : string.Create(CultureInfo.InvariantCulture, $"{points} points"),
    }.Where(part => part.Length > 0));

    public static ChartContent Of(GenericChart chart) => new(ChartJson.Of(chart));

    /// <summary>The plot with what draws it. One that would fetch something is replaced by a sentence that says so.</summary>
    public PlotlyJson ToPlot()
    {
        if (Refusal.Of(traces, layout) is { } refusal) return PlotlyJson.Parse(refusal);
        if (traces.All(t => TraceKinds.Cartesian.Contains(Kind(t)))) return PlotlyJson.Parse(json);
        var outlines = traces.Where(t => TraceKinds.Geo.Contains(Kind(t))).Select(t => GeoOf(t, layout))
            .Distinct().Select(g => PlotlyResources.OutlinesOf(g.Scope, g.Resolution));
        return PlotlyJson.Parse(json, [PlotlyResources.Full, .. outlines]);
    }

    /// <summary>The kind of a trace; points and lines where it states none.</summary>
    public static string Kind(JsonObject trace) => Text(trace["type"]) ?? "scatter";

    /// <summary>The part of the world that a map shows.</summary>
    public static (string Scope, int Resolution) GeoOf(JsonObject trace, JsonObject layout)
    {
        var map = layout[Text(trace["geo"]) ?? "geo"] as JsonObject;
        return (Text(map?["scope"]) ?? "world", Convert.ToString(map?["resolution"], CultureInfo.InvariantCulture) == "50" ? 50 : 110);
    }

    public static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private IEnumerable<(string Name, string Title)> Axes() =>
        from place in new[] { layout, layout["scene"] as JsonObject }.OfType<JsonObject>()
        from name in AxisNames
        let title = (place[name + "axis"] as JsonObject)?["title"]
        let text = Text(title is JsonObject styled ? styled["text"] : title)
        where !string.IsNullOrWhiteSpace(text)
        select (name, Markup().Replace(text, " ").Trim());

    // Numbers on a grid count each; otherwise the longest list does.
    private static int Points(JsonObject trace) =>
        trace["z"] is JsonArray { Count: > 0 } grid && grid[0] is JsonArray ? grid.Sum(row => (row as JsonArray)?.Count ?? 0)
            : Lists.Max(name => (trace[name] as JsonArray)?.Count ?? 0);

    [GeneratedRegex(@"<[^>]*>|\s+")]
    private static partial Regex Markup();
}
