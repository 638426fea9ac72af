using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

/// <summary>A plot of another library in our theme: its title, axis titles, size, legend and caption are the figure's, the rest is as it was.</summary>
internal static class ForeignFigure
{
    /// <summary>Width where the plot states none, px.</summary>
    public const double Width = 860;

    /// <summary>Height where the plot states none, px.</summary>
    public const double Height = 480;

    private const double RoomAbove = 14, RoomBelow = 60, RoomLeft = 70, RoomRight = 30;

    public static CarbonFigure Of(PlotlyJson plot, FigureCaption caption, string summary) => new()
    {
        Foreign = plot, Layout = LayoutOf(plot), Summary = summary,
        Caption = plot.Caption is { } carried ? FigureCaption.Of([carried, caption]) : caption,
    };

    /// <summary>Plotly's JSON of such a figure.</summary>
    public static string Json(CarbonFigure figure)
    {
        var (plot, shown, before) = (figure.Foreign!, figure.Layout, LayoutOf(figure.Foreign!));
        var layout = (JsonObject)plot.Layout.DeepClone();
        layout["template"] = ThemeTemplate.Node();
        (layout["width"], layout["height"], layout["showlegend"]) = (shown.Width, shown.Height, shown.ShowLegend);
        layout.Remove("title");
        if (shown.Title is { Words.Length: > 0 } title)
        {
            layout["title"] = plot.Layout["title"] is JsonObject styled ? styled.DeepClone() : new JsonObject();
            layout["title"]!["text"] = TextOf(title, Theme.TitleSize, shown.Width - 24);
        }
        foreach (var (key, axis) in AxisKeys(plot.Layout, "xaxis").Zip(shown.XAxes).Concat(AxisKeys(plot.Layout, "yaxis").Zip(shown.YAxes)))
            if (axis.Title is { } words) Titled(layout, key)["text"] = words.Text;

        var given = plot.Layout["margin"] as JsonObject ?? [];
        double Margin(string side, double room) => Number(given[side]) ?? room;
        double left = Margin("l", RoomLeft), head = FigureFit.HeadHeight(shown), foot = FigureFit.FootHeight(figure.Caption, shown.Width);
        var top = Number(given["t"]) is { } above ? above + head - FigureFit.HeadHeight(before) : head + RoomAbove;
        var bottom = Margin("b", RoomBelow) + foot
            - (Named(plot, FigureFit.CaptionName) is not null && plot.Caption is { } old ? FigureFit.FootHeight(old, before.Width) : 0);
        layout["margin"] = new JsonObject { ["l"] = left, ["r"] = Margin("r", RoomRight), ["t"] = top, ["b"] = bottom };
        layout["annotations"] = new JsonArray([
            .. Annotations(plot).Where(a => NameOf(a) is not (FigureFit.CaptionName or FigureFit.SubtitleName)).Select(a => a?.DeepClone()),
            .. FigureFit.SubtitleOf(shown, left, top).Append(FigureFit.CaptionOf(figure.Caption, shown.Width, left, bottom))
                .Select(a => JsonSerializer.SerializeToNode(a, FigureJson.Options)),
        ]);
        return Json(Captioned(plot.Data, figure.Caption), layout, plot.Config);
    }

    /// <summary>Plotly's JSON with no character that ends a script.</summary>
    /// <remarks>A dollar sign in a label is not read as a formula, unless the plot asks for it.</remarks>
    public static string Json(IEnumerable<JsonNode?> data, JsonObject layout, JsonObject config)
    {
        var behaviour = (JsonObject)config.DeepClone();
        behaviour["typesetMath"] ??= false;
        behaviour["displaylogo"] ??= false;
        return FigureJson.Write(writer =>
        {
            writer.WritePropertyName("data");
            writer.WriteStartArray();
            foreach (var trace in data)
                if (trace is null) writer.WriteNullValue();
                else trace.WriteTo(writer);
            writer.WriteEndArray();
            writer.WritePropertyName("layout");
            layout.WriteTo(writer);
            writer.WritePropertyName("config");
            behaviour.WriteTo(writer);
        });
    }

    public static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out double number) ? number : null;

    private static Layout LayoutOf(PlotlyJson plot) => new()
    {
        Title = TitleOf(plot.Layout["title"]) is { } title ? title with { Subtitle = Subtitle(plot) } : null,
        Width = Number(plot.Layout["width"]) ?? Width, Height = Number(plot.Layout["height"]) ?? Height,
        ShowLegend = plot.Layout["showlegend"] is JsonValue value && value.TryGetValue(out bool show)
            ? show : plot.Data.Count > 1 || plot.Data.Any(NamesItsParts),
        XAxes = [.. AxisKeys(plot.Layout, "xaxis").Select(key => Axis(plot, key))],
        YAxes = [.. AxisKeys(plot.Layout, "yaxis").Select(key => Axis(plot, key))],
    };

    // Their one trace has a key for each part.
    private static bool NamesItsParts(JsonNode? trace) =>
        (trace as JsonObject)?["type"] is JsonValue kind && kind.TryGetValue(out string? name) && name is ("pie" or "funnelarea");

    private static PlotAxis Axis(PlotlyJson plot, string key) => new() { Title = TitleOf((plot.Layout[key] as JsonObject)?["title"]) };

    // The first axis is there even where the layout does not say anything of it.
    private static IReadOnlyList<string> AxisKeys(JsonObject layout, string kind) =>
    [
        kind, .. layout.Select(p => p.Key)
            .Where(k => k.StartsWith(kind, StringComparison.Ordinal) && int.TryParse(k[kind.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .OrderBy(k => int.Parse(k[kind.Length..], CultureInfo.InvariantCulture)),
    ];

    // A title is a text, or an object that has one; its text may have plotly's markup.
    private static Title? TitleOf(JsonNode? node) =>
        (node is JsonObject title ? title["text"] : node) is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? new Title(Label.Plain(text.Replace("<br>", " ", StringComparison.Ordinal))) { Text = text } : null;

    private static string TextOf(Title title, double size, double width) =>
        title.Text == Label.Escape(title.Words) ? Label.Wrap(title.Words, size, width) : title.Text;

    private static JsonObject Titled(JsonObject layout, string key)
    {
        var axis = layout[key] as JsonObject ?? [];
        layout[key] ??= axis;
        if (axis["title"] is not JsonObject) axis["title"] = new JsonObject();
        return (JsonObject)axis["title"]!;
    }

    private static string? Subtitle(PlotlyJson plot) =>
        Named(plot, FigureFit.SubtitleName)?["text"] is JsonValue value && value.TryGetValue(out string? text)
            ? Label.Plain(text.Replace("<br>", " ", StringComparison.Ordinal)) : null;

    private static JsonArray Annotations(PlotlyJson plot) => plot.Layout["annotations"] as JsonArray ?? [];

    private static JsonNode? Named(PlotlyJson plot, string name) => Annotations(plot).FirstOrDefault(a => NameOf(a) == name);

    private static string? NameOf(JsonNode? annotation) =>
        (annotation as JsonObject)?["name"] is JsonValue value && value.TryGetValue(out string? name) ? name : null;

    private static JsonNode?[] Captioned(JsonArray data, FigureCaption caption)
    {
        if (data.Count == 0 || data[0] is not JsonObject original) return [.. data];
        var first = (JsonObject)original.DeepClone();
        first["carboncomp"] = JsonSerializer.SerializeToNode(caption.Carried, FigureJson.Options);
        return [first, .. data.Skip(1)];
    }
}
