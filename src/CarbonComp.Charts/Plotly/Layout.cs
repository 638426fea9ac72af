using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>Everything of a figure but its marks: size, title, axes, legend, texts.</summary>
internal sealed record Layout
{
    /// <summary>The title.</summary>
    public Title? Title { get; init; }

    /// <summary>Width, px.</summary>
    public double Width { get; init; } = 860;

    /// <summary>Height, px.</summary>
    public double Height { get; init; } = 480;

    /// <summary>Space around the plot; while a figure is made, what its marks need beyond the axes' labels.</summary>
    public Margin Margin { get; init; } = new(0, 0, 0, 0);

    /// <summary>"group", "stack" or "relative".</summary>
    public string? BarMode { get; init; }

    /// <summary>Space between bars as a share.</summary>
    public double? BarGap { get; init; }

    /// <summary>Whether there is a legend.</summary>
    public bool ShowLegend { get; init; }

    /// <summary>The legend's place.</summary>
    public Legend? Legend { get; init; }

    /// <summary>The font of everything that has no other.</summary>
    public TextFont Font { get; init; } = new(Theme.FontFamily, Theme.FontSize, Theme.Text.ToString());

    /// <summary>Background of the figure.</summary>
    [JsonPropertyName("paper_bgcolor")]
    public string PaperColor { get; init; } = Theme.Background.ToString();

    /// <summary>Background of the plot.</summary>
    [JsonPropertyName("plot_bgcolor")]
    public string PlotColor { get; init; } = Theme.Background.ToString();

    /// <summary>Decimal point and the space between thousands.</summary>
    public string Separators { get; init; } = ".\u202f";

    /// <summary>"closest": the mark under the pointer.</summary>
    public string HoverMode { get; init; } = "closest";

    /// <summary>False: dragging does nothing.</summary>
    public bool DragMode { get; init; }

    /// <summary>Hover texts.</summary>
    public HoverLabel HoverLabel { get; init; } = new();

    /// <summary>The quantity of a figure without axes of numbers (flow diagrams, maps); it is in the title or at the colour bar.</summary>
    [JsonIgnore]
    public Quantity? Quantity { get; init; }

    /// <summary>Horizontal axes: x, x2, x3, …</summary>
    [JsonIgnore]
    public IReadOnlyList<PlotAxis> XAxes { get; init; } = [];

    /// <summary>Vertical axes: y, y2, y3, …</summary>
    [JsonIgnore]
    public IReadOnlyList<PlotAxis> YAxes { get; init; } = [];

    /// <summary>Texts on the figure.</summary>
    public IReadOnlyList<Annotation> Annotations { get; init; } = [];

    /// <summary>Lines and rectangles on the figure.</summary>
    public IReadOnlyList<Shape> Shapes { get; init; } = [];

    /// <summary>Pictures under the marks.</summary>
    public IReadOnlyList<LayoutImage>? Images { get; init; }

    /// <summary>The axes under the names plotly has for them.</summary>
    [JsonExtensionData]
    public IDictionary<string, object> Axes => Numbered("xaxis", XAxes).Concat(Numbered("yaxis", YAxes)).ToDictionary();

    private static IEnumerable<KeyValuePair<string, object>> Numbered(string name, IReadOnlyList<PlotAxis> axes) =>
        axes.Select((axis, i) => KeyValuePair.Create(i == 0 ? name : FormattableString.Invariant($"{name}{i + 1}"), (object)axis));
}
