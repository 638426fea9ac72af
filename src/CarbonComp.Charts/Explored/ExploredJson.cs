using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

// The pictures of an explored figure in one plot: the marks of all, of which a step of plotly's slider shows those of one picture.
internal static class ExploredJson
{
    // Between the title and the plot.
    private const double SliderRoom = 88, Edge = 12, TitleGap = 6;

    public static double Width(ExploredFigure explored) => explored.Figures.Max(f => f.Width);

    public static double Height(ExploredFigure explored) => explored.Figures.Max(f => f.Height) + SliderRoom;

    public static string Of(ExploredFigure explored)
    {
        var figures = Fitted(explored);
        var first = figures[explored.Start];
        var margin = first.Layout.Margin;
        var (width, height) = (first.Layout.Width - margin.Left - margin.Right, first.Layout.Height - margin.Top - margin.Bottom);
        var counts = figures.Select(f => f.Traces.Count).ToArray();
        JsonNode Shown(int step) => new JsonArray([.. counts.SelectMany((n, i) => Enumerable.Repeat(i == step, n)).Select(v => (JsonNode)v)]);
        JsonNode[] traces = [.. figures.SelectMany((f, i) => f.Traces.Select(t =>
        {
            var trace = JsonSerializer.SerializeToNode(t, FigureJson.Options)!;
            trace["visible"] = i == explored.Start;
            return trace;
        }))];
        JsonNode[] steps = [.. figures.Select((f, i) => (JsonNode)new JsonObject
        {
            ["label"] = Label.Escape(explored.Labels[i]), ["method"] = "update",
            ["args"] = new JsonArray(new JsonObject { ["visible"] = Shown(i) }, Change(f.Layout)),
        })];
        var layout = JsonSerializer.SerializeToNode(first.Layout, FigureJson.Options)!;
        layout["sliders"] = new JsonArray(new JsonObject
        {
            ["active"] = explored.Start, ["steps"] = new JsonArray(steps),
            ["x"] = Round((Edge - margin.Left) / width), ["xanchor"] = "left", ["lenmode"] = "pixels", ["len"] = Math.Min(first.Layout.Width - 2 * Edge, 560),
            ["y"] = Round(1 + (margin.Top - FigureFit.HeadHeight(first.Layout) - TitleGap) / height), ["yanchor"] = "top",
            ["pad"] = new JsonObject { ["t"] = 0, ["b"] = 0, ["l"] = 0, ["r"] = 0 },
            ["currentvalue"] = new JsonObject
            {
                ["prefix"] = Label.Escape(explored.Parameter) + " = ", ["xanchor"] = "left", ["offset"] = 8,
                ["font"] = Font(Theme.FontSize, Theme.Text),
            },
            ["font"] = Font(Theme.SmallSize, Theme.Muted), ["bgcolor"] = Theme.Grid.ToString(), ["activebgcolor"] = Theme.Primary.ToString(),
            ["ticklen"] = 4, ["transition"] = new JsonObject { ["duration"] = 0 },
        });
        return FigureJson.Write(writer =>
        {
            writer.WritePropertyName("data");
            new JsonArray(traces).WriteTo(writer, FigureJson.Options);
            writer.WritePropertyName("layout");
            layout.WriteTo(writer, FigureJson.Options);
            writer.WritePropertyName("config");
            JsonSerializer.Serialize(writer, first.Config, FigureJson.Options);
        });
    }

    // Every picture in the same frame: one size, one margin, and one range where an axis has the same unit in all.
    private static CarbonFigure[] Fitted(ExploredFigure explored)
    {
        var (width, height) = (Width(explored), Height(explored));
        var figures = Common([.. explored.Figures.Select(f => f with
        {
            Layout = f.Layout with { Width = width, Height = height, Margin = f.Layout.Margin with { Top = f.Layout.Margin.Top + SliderRoom } },
        })]);
        var margins = figures.Select(f => FigureFit.Fit(f).Layout.Margin).ToArray();
        var widest = new Margin(margins.Max(m => m.Left), margins.Max(m => m.Right), margins.Max(m => m.Top), margins.Max(m => m.Bottom));
        // Numbers at the ends of bars have widened the ranges by what each needs.
        return Common([.. figures.Zip(margins, (f, own) => FigureFit.Fit(f with
        {
            Layout = f.Layout with
            {
                Margin = new(f.Layout.Margin.Left + widest.Left - own.Left, f.Layout.Margin.Right + widest.Right - own.Right,
                    f.Layout.Margin.Top + widest.Top - own.Top, f.Layout.Margin.Bottom + widest.Bottom - own.Bottom),
            },
        }))]);
    }

    private static CarbonFigure[] Common(CarbonFigure[] figures) => [.. figures.Select(f => f with
    {
        Layout = f.Layout with { XAxes = Common(figures, f, l => l.XAxes), YAxes = Common(figures, f, l => l.YAxes) },
    })];

    private static IReadOnlyList<PlotAxis> Common(CarbonFigure[] figures, CarbonFigure figure, Func<Layout, IReadOnlyList<PlotAxis>> axes) =>
        [.. axes(figure.Layout).Select((axis, i) =>
        {
            PlotAxis?[] all = [.. figures.Select(f => axes(f.Layout).ElementAtOrDefault(i))];
            return axis is { Quantity: { } quantity, Range: not null }
                && all.All(a => a is { Range: not null } && a.Type == axis.Type && a.Quantity?.Unit == quantity.Unit)
                ? axis with { Range = [all.Min(a => a!.Range![0]), all.Max(a => a!.Range![1])] } : axis;
        })];

    // What differs between pictures beside their marks. A part that a picture lacks is taken away.
    private static JsonObject Change(Layout layout)
    {
        var all = (JsonObject)JsonSerializer.SerializeToNode(layout, FigureJson.Options)!;
        var change = new JsonObject();
        foreach (var (name, value) in all)
            if (name is "title" or "annotations" or "shapes" or "images" or "legend" or "showlegend" || name.Contains("axis", StringComparison.Ordinal))
                change[name] = value?.DeepClone();
        change["images"] ??= new JsonArray();
        return change;
    }

    private static JsonObject Font(double size, ThemeColor color) => new()
    {
        ["family"] = Theme.FontFamily, ["size"] = size, ["color"] = color.ToString(),
    };

    private static double Round(double place) => Math.Round(place, 4);
}
