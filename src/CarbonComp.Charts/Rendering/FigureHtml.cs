using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace CarbonComp.Charts;

/// <summary>Figures as HTML.</summary>
internal static class FigureHtml
{
    private static readonly Lazy<string> DrawScript = new(() => Script("figure"));

    /// <summary>The figure's place, its data, the library where it carries it, and the script that draws every figure of the page that is not drawn.</summary>
    public static string Render(CarbonFigure figure, bool library)
    {
        var html = new StringBuilder();
        var description = WebUtility.HtmlEncode(figure.ToString());
        // Without a script only this text is seen: in a notebook that is not trusted, or in a viewer that draws no figures.
        html.Append(CultureInfo.InvariantCulture, $"""
            <div class="carboncomp-figure" style="overflow-x:auto;background:{Theme.Background};color:{Theme.Text}"><div class="carboncomp-plot" role="img" aria-label="{description}" style="width:{figure.Layout.Width}px;min-height:{figure.Layout.Height}px;white-space:pre-line;font:13px {WebUtility.HtmlEncode(Theme.FontFamily)}">{description}

            This figure is drawn by a script. Where you see these words instead, trust the notebook (File, Trust Notebook) or run the cell again.</div><script type="application/json" class="carboncomp-figure-data">{figure.ToJson()}</script></div>

            """);
        if (library && PlotlyLibrary.Base64 is { } packed)
            html.Append("<script type=\"text/plain\" class=\"carboncomp-plotly\" data-version=\"").Append(PlotlyLibrary.Version).Append("\">").Append(packed).Append("</script>\n");
        return html.Append("<script class=\"carboncomp-draw\" data-library=\"").Append(PlotlyLibrary.IsPresent ? "built-in" : "missing").Append("\">")
            .Append(DrawScript.Value.Replace("{{advice}}", PlotlyLibrary.IsPresent
                ? "The script that draws figures (plotly.js) is not on this page. Run this cell again: its output then carries it."
                : $"This build of CarbonComp.Charts has no plotly.js, which draws the figures. To add it, {PlotlyLibrary.Remedy}.", StringComparison.Ordinal))
            .Append("</script>").ToString();
    }

    /// <summary>Writes a page of the figure alone.</summary>
    public static void Save(CarbonFigure figure, string path)
    {
        RequireLibrary(path);
        var page = Encoding.UTF8.GetBytes(Page(figure, margin: 16, ""));
        AtomicFile.Write(path, stream => stream.Write(page));
    }

    /// <summary>A page that shows the figure and nothing else.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="margin">Room around it, px.</param>
    /// <param name="after">What follows it: a script.</param>
    public static string Page(CarbonFigure figure, int margin, string after) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(figure.Layout.Title?.Words ?? "Figure")}</title></head>
        <body style="margin:{margin.ToString(CultureInfo.InvariantCulture)}px;background:{Theme.Background}">
        {Render(figure, library: true)}{after}
        </body>
        </html>

        """;

    /// <summary>Refuses to write a file that could not be drawn.</summary>
    public static void RequireLibrary(string path)
    {
        if (!PlotlyLibrary.IsPresent)
            throw new CarbonCompException($"{path} was not written: this build of CarbonComp.Charts has no plotly.js to put into it. To add it, {PlotlyLibrary.Remedy}.");
    }

    /// <summary>A script that this assembly carries.</summary>
    public static string Script(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CarbonComp.Charts.{name}.js")!;
        return new StreamReader(resource).ReadToEnd().Trim();
    }
}
