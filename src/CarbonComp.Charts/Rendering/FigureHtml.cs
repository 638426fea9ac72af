using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace CarbonComp.Charts;

/// <summary>Figures as HTML.</summary>
internal static class FigureHtml
{
    private static readonly Lazy<string> DrawScript = new(() => Script("figure"));

    /// <summary>The figure's place, its data, the resources that it carries, and the script that draws every figure of the page that is not drawn.</summary>
    /// <param name="plot">The figure.</param>
    /// <param name="carries">Which resources it brings to the page.</param>
    public static string Render(PagePlot plot, Func<PlotlyResource, bool> carries)
    {
        var html = new StringBuilder();
        var description = WebUtility.HtmlEncode(plot.Words);
        var outlines = string.Join(' ', plot.Resources.Skip(1).Select(r => r.Name));
        var place = $"overflow:auto hidden;background:{Theme.Background};color:{Theme.Text}";
        var box = FormattableString.Invariant($"width:{plot.Width}px;min-height:{plot.Height}px;white-space:pre-line;")
            + $"font:13px {WebUtility.HtmlEncode(Theme.FontFamily)}";
        const string Untrusted = "This figure is drawn by a script. Where you see these words instead, "
            + "trust the notebook (File, Trust Notebook) or run the cell again.";
        var drawing = $"<div class=\"carboncomp-plot\" role=\"figure\" aria-label=\"{description}\" style=\"{box}\">{description}";
        // Without a script only this text is seen: in a notebook that is not trusted, or in a viewer that draws no figures.
        html.Append(CultureInfo.InvariantCulture, $"""
            <div class="carboncomp-figure" data-plotly="{plot.Resources[0].Name}" data-outlines="{outlines}" style="{place}">{drawing}

            {Untrusted}</div><script type="application/json" class="carboncomp-figure-data">{plot.Json}</script></div>

            """);
        foreach (var (resource, i) in plot.Resources.Select((r, i) => (r, i)).Where(r => r.r.IsPresent && carries(r.r)))
            html.Append("<script type=\"text/plain\" class=\"carboncomp-").Append(i == 0 ? "plotly" : "outlines")
                .Append("\" data-name=\"").Append(resource.Name).Append("\" data-version=\"")
                .Append(resource.Version).Append("\">").Append(resource.Base64).Append("</script>\n");
        var missing = plot.Missing.Any();
        return html.Append("<script class=\"carboncomp-draw\" data-library=\"").Append(missing ? "missing" : "built-in").Append("\">")
            .Append(DrawScript.Value.Replace("{{advice}}", missing
                ? $"This build of CarbonComp has no plotly.js, which draws the figures. To add it, {PlotlyResource.Remedy}."
                : "The script that draws figures (plotly.js) is not on this page. Run this cell again: its output then carries it.", StringComparison.Ordinal))
            .Append("</script>").ToString();
    }

    /// <summary>Writes a page of the figure alone.</summary>
    public static void Save(PagePlot plot, string path)
    {
        RequireResources(plot, path);
        var page = Encoding.UTF8.GetBytes(Page(plot, margin: 16, ""));
        AtomicFile.Write(path, stream => stream.Write(page));
    }

    /// <summary>A page that shows the figure and nothing else.</summary>
    /// <param name="plot">The figure.</param>
    /// <param name="margin">Room around it, px.</param>
    /// <param name="after">HTML that follows the figure: a script.</param>
    public static string Page(PagePlot plot, int margin, string after) => $"""
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{WebUtility.HtmlEncode(
            plot.Title.Length > 0 ? plot.Title : "Figure")}</title></head>
        <body style="margin:{margin.ToString(CultureInfo.InvariantCulture)}px;background:{Theme.Background}">
        {Render(plot, _ => true)}{after}
        </body>
        </html>

        """;

    /// <summary>Refuses to write a file that could not be drawn.</summary>
    public static void RequireResources(PagePlot plot, string path)
    {
        if (plot.Missing.Any())
            throw new CarbonCompException($"{path} was not written: this build of CarbonComp has no plotly.js to put into it. To add it, "
                + $"{PlotlyResource.Remedy}.");
    }

    /// <summary>A script that this assembly carries.</summary>
    public static string Script(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"CarbonComp.Charts.{name}.js")!;
        return new StreamReader(resource).ReadToEnd().Trim();
    }
}
