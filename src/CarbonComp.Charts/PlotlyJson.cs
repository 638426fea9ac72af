using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

/// <summary>A plot that another library made, as plotly's JSON. <see cref="ToFigure"/> gives it the look of our figures and a caption.</summary>
public sealed class PlotlyJson
{
    private PlotlyJson(JsonArray data, JsonObject layout, JsonObject config, IReadOnlyList<PlotlyResource> resources) =>
        (Data, Layout, Config, Resources) = (data, layout, config, resources);

    /// <summary>The scripts that draw the plot: a build of plotly.js that knows its kinds of trace, then the outlines that its maps need.</summary>
    public IReadOnlyList<PlotlyResource> Resources { get; }

    /// <summary>The caption of the figures of ours that the plot was made from, with the weakest of their statuses; null where there was none.</summary>
    public FigureCaption? Caption =>
        Data.Select(FigureCaption.CarriedBy).OfType<FigureCaption>().ToArray() is { Length: > 0 } captions ? FigureCaption.Of(captions) : null;

    // None of the three is changed after it was read.
    internal JsonArray Data { get; }

    internal JsonObject Layout { get; }

    internal JsonObject Config { get; }

    /// <summary>Reads <c>{"data": […], "layout": {…}, "config": {…}}</c>; layout and config may be missing.</summary>
    /// <param name="json">The JSON.</param>
    /// <param name="resources">The scripts that draw the plot; <see cref="PlotlyResource.Cartesian"/> where none is given.</param>
    /// <exception cref="CarbonCompException">It is not JSON, or has no list of traces.</exception>
    public static PlotlyJson Parse(string json, params IReadOnlyList<PlotlyResource> resources)
    {
        JsonNode? root;
        try { root = JsonNode.Parse(json); }
        catch (JsonException wrong) { throw new CarbonCompException($"The plot cannot be read: it is not JSON ({wrong.Message}).", wrong); }
        if (root is not JsonObject plot || plot["data"] is not JsonArray data)
            throw new CarbonCompException("The plot cannot be read: it has no list of traces. Give an object with \"data\", \"layout\" and \"config\", as "
                + "Plotly writes it.");
        return new(data, plot["layout"] as JsonObject ?? [], plot["config"] as JsonObject ?? [], resources.Count > 0 ? resources : [PlotlyResource.Cartesian]);
    }

    /// <summary>The plot as a figure: in our theme, with a caption.</summary>
    /// <param name="caption">Status, note and source of the values; where the plot was made from figures of ours, their captions are added, and the
    /// weakest status
    /// counts.</param>
    /// <param name="summary">The plot in words, for those who cannot see it.</param>
    public CarbonFigure ToFigure(FigureCaption caption, string summary) => ForeignFigure.Of(this, caption, summary);

    /// <summary>The plot as it is, as HTML for a cell of a notebook: without our theme and without a caption, drawn without a network.</summary>
    /// <remarks>It brings what draws it to the page, unless another one did within the last ten seconds.</remarks>
    /// <param name="summary">The plot in words, for those who cannot see it.</param>
    public string ToHtml(string summary)
    {
        var layout = (JsonObject)Layout.DeepClone();
        layout["width"] ??= ForeignFigure.Width;
        layout["height"] ??= ForeignFigure.Height;
        var json = ForeignFigure.Json(Data, layout, Config);
        return FigureHtml.Render(new("", summary, json, ForeignFigure.Number(layout["width"])
            ?? ForeignFigure.Width, ForeignFigure.Number(layout["height"]) ?? ForeignFigure.Height, Resources),
            resource => resource.Carry());
    }
}
