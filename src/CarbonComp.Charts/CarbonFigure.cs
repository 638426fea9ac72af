using System.Text.Json;

namespace CarbonComp.Charts;

/// <summary>A picture of numbers: marks, axes with units, and a caption that says where the numbers come from.</summary>
/// <remarks>
/// Made by <see cref="CarbonChart"/> or by a result (<c>transfers.ToSankey()</c>), changed by <c>With…</c>, which return another figure.
/// A notebook shows it as HTML that needs nothing else on the page.
/// </remarks>
[TypeFormatterSource(typeof(FigureFormatterSource))]
public sealed record CarbonFigure
{
    internal CarbonFigure() { }

    /// <summary>The marks.</summary>
    internal IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>Size, title, axes, texts.</summary>
    internal Layout Layout { get; init; } = new();

    /// <summary>The behaviour of the picture on a page.</summary>
    internal Config Config { get; init; } = new();

    /// <summary>The plot of another library that the figure shows in place of marks of ours; null for none.</summary>
    internal PlotlyJson? Foreign { get; init; }

    /// <summary>The title, without markup; empty for none.</summary>
    public string Title => Layout.Title?.Words ?? "";

    /// <summary>Width in px.</summary>
    public double Width => Layout.Width;

    /// <summary>Height in px.</summary>
    public double Height => Layout.Height;

    /// <summary>The text under it: what was left out, where the values come from, and whether anybody observed them.</summary>
    public required FigureCaption Caption { get; init; }

    /// <summary>The figure in words, for those who cannot see it: kind, what it shows, extremes.</summary>
    public required string Summary { get; init; }

    /// <summary>The figure with a title.</summary>
    /// <param name="title">The title; empty for none.</param>
    public CarbonFigure WithTitle(string title) =>
        this with { Layout = Layout with { Title = title.Length == 0 ? null : new Title(title) { Subtitle = Layout.Title?.Subtitle } } };

    /// <summary>The figure with a line under its title, such as a rank correlation.</summary>
    /// <param name="subtitle">The line; empty for none.</param>
    public CarbonFigure WithSubtitle(string subtitle) => this with
    {
        Layout = Layout with { Title = (Layout.Title ?? new Title("")) with { Subtitle = subtitle.Length == 0 ? null : subtitle } },
    };

    /// <summary>The figure with another title of the horizontal axis; the unit stays.</summary>
    /// <param name="title">The title, without the unit.</param>
    public CarbonFigure WithXAxisTitle(string title) =>
        this with { Layout = Layout with { XAxes = [.. Layout.XAxes.Select((a, i) => i == 0 ? Named(a, title) : a)] } };

    /// <summary>The figure with another title of the vertical axis; the unit stays.</summary>
    /// <param name="title">The title, without the unit.</param>
    public CarbonFigure WithYAxisTitle(string title) =>
        this with { Layout = Layout with { YAxes = [.. Layout.YAxes.Select((a, i) => i == 0 ? Named(a, title) : a)] } };

    /// <summary>The figure in another size.</summary>
    /// <param name="width">Width in px, at least 200.</param>
    /// <param name="height">Height in px, at least 120.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too small to read.</exception>
    public CarbonFigure WithSize(double width, double height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 120);
        return this with { Layout = Layout with { Width = width, Height = height } };
    }

    /// <summary>The figure with or without its legend.</summary>
    /// <param name="show">Whether there is one.</param>
    public CarbonFigure WithLegend(bool show) => this with { Layout = Layout with { ShowLegend = show } };

    /// <summary>The figure with a source line.</summary>
    /// <param name="source">The publication or procedure the values come from.</param>
    public CarbonFigure WithSource(string source) => this with { Caption = Caption with { Source = source } };

    /// <summary>The figure with something more that its reader must know.</summary>
    /// <param name="note">A sentence; it follows what the caption says already.</param>
    public CarbonFigure WithNote(string note) => this with
    {
        Caption = FigureCaption.Of([Caption, new FigureCaption(Caption.Status, note)]),
    };

    /// <summary>The figure as plotly's JSON: <c>{"data": […], "layout": {…}, "config": {…}}</c>. Safe inside a script element.</summary>
    public string ToJson()
    {
        if (Foreign is not null) return ForeignFigure.Json(this);
        var fitted = FigureFit.Fit(this);
        return FigureJson.Write(writer =>
        {
            writer.WritePropertyName("data");
            JsonSerializer.Serialize(writer, fitted.Traces, FigureJson.Options);
            writer.WritePropertyName("layout");
            JsonSerializer.Serialize(writer, fitted.Layout, FigureJson.Options);
            writer.WritePropertyName("config");
            JsonSerializer.Serialize(writer, fitted.Config, FigureJson.Options);
        });
    }

    /// <summary>The figure as HTML for a page.</summary>
    /// <param name="library">Whether it carries plotly.js (about 0.6 MB); a page needs it once.</param>
    public string ToHtml(bool library = true) => FigureHtml.Render(ToPage(), _ => library);

    /// <summary>Writes a page of its own that shows the figure without a network.</summary>
    /// <param name="path">The file; it is replaced at once or not at all.</param>
    /// <exception cref="CarbonCompException">This build has no plotly.js to put into the page.</exception>
    public void SaveHtml(string path) => FigureHtml.Save(ToPage(), path);

    /// <summary>Writes the figure as a picture for a manuscript or a slide: <c>.svg</c> and <c>.pdf</c> without loss, <c>.png</c> in pixels.</summary>
    /// <remarks>A browser that is installed draws it as in the notebook, without its window and without a network.</remarks>
    /// <param name="path">The file; its ending says the format. It is replaced at once or not at all.</param>
    /// <param name="scale">Pixels of a png for a pixel of the screen: 3 gives some 300 to the inch.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="CarbonCompException">Another ending, no browser, or one that does not draw; the message says what to install.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A scale that is not above 0 or makes more than 20 000 pixels a side.</exception>
    public void SaveImage(string path, double scale = 3, CancellationToken cancellation = default) => FigureImage.Save(ToPage(), path, scale, cancellation);

    /// <summary>Title, summary and caption in plain text.</summary>
    public override string ToString() =>
        $"[{Summary}]" is var shown && Layout.Title is { } title
            ? $"{string.Join('\n', new[] { title.Words, title.Subtitle }.Where(t => t is { Length: > 0 }))}\n{shown}\n{Caption}" : $"{shown}\n{Caption}";

    internal PagePlot ToPage() => new(Title, ToString(), ToJson(), Width, Height, Foreign?.Resources ?? [PlotlyResource.Cartesian]);

    private static PlotAxis Named(PlotAxis axis, string title) =>
        axis.Quantity is { } quantity ? axis with { Quantity = quantity with { Name = title } } : axis with { Title = new Title(title) };
}
