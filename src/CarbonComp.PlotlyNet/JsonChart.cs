using System.Text.Json;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Plotly.NET.TraceObjects;

namespace CarbonComp.PlotlyNet;

/// <summary>Plotly's JSON as a chart of Plotly.NET.</summary>
internal static class JsonChart
{
    public static GenericChart Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var traces = root.GetProperty("data").EnumerateArray().Select(trace => Filled(new Trace(trace.GetProperty("type").GetString()), trace));
        return GenericChart.NewMultiChart(ListModule.OfSeq(traces),
            Filled(new Layout(), root.GetProperty("layout")), Filled(new Config(), root.GetProperty("config")),
            Defaults.DefaultDisplayOptions);
    }

    private static T Filled<T>(T target, JsonElement source) where T : DynamicObj.DynamicObj
    {
        foreach (var property in source.EnumerateObject())
            if (property.Name != "type" || target is not Trace)
                target.SetProperty(property.Name, Value(property.Name, property.Value));
        return target;
    }

    private static object? Value(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(name, value),
        JsonValueKind.Array when name == "annotations" => value.EnumerateArray().Select(e => Filled(new Annotation(), e)).ToArray(),
        JsonValueKind.Array when name == "shapes" => value.EnumerateArray().Select(e => Filled(new Shape(), e)).ToArray(),
        JsonValueKind.Array => value.EnumerateArray().Select(e => Value("", e)).ToArray(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    // Verbs of Plotly.NET change what has the type they know, and replace what has not.
    private static DynamicObj.DynamicObj Object(string name, JsonElement value) => name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') switch
    {
        "xaxis" or "yaxis" => Filled(new LinearAxis(), value),
        "title" => Filled(new Title(), value),
        "font" or "textfont" or "tickfont" => Filled(new Font(), value),
        "legend" => Filled(new Legend(), value),
        "margin" => Filled(new Margin(), value),
        "hoverlabel" => Filled(new Hoverlabel(), value),
        "marker" => Filled(new Marker(), value),
        "line" => Filled(new Line(), value),
        "colorbar" => Filled(new ColorBar(), value),
        _ => Filled(new DynamicObj.DynamicObj(), value),
    };
}
