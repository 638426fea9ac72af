using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace CarbonComp.Charts;

/// <summary>Figures as HTML.</summary>
internal static class FigureHtml
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("CarbonComp.Charts.figure.js")!;
        return new StreamReader(resource).ReadToEnd().Trim();
    });

    /// <summary>The figure's place, its data, the library where it carries it, and the script that draws every figure of the page that is not drawn.</summary>
    public static string Render(Figure figure, bool library)
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
            .Append(Script.Value.Replace("{{advice}}", PlotlyLibrary.IsPresent
                ? "The script that draws figures (plotly.js) is not on this page. Run this cell again: its output then carries it."
                : $"This build of CarbonComp.Charts has no plotly.js, which draws the figures. To add it, {PlotlyLibrary.Remedy}.", StringComparison.Ordinal))
            .Append("</script>").ToString();
    }

    public static void Save(Figure figure, string path)
    {
        if (!PlotlyLibrary.IsPresent)
            throw new CarbonCompException($"{path} was not written: this build of CarbonComp.Charts has no plotly.js to put into it. To add it, {PlotlyLibrary.Remedy}.");
        var title = WebUtility.HtmlEncode(figure.Layout.Title?.Words ?? "Figure");
        var page = $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title></head>
            <body style="margin:16px;background:{Theme.Background}">
            {Render(figure, library: true)}
            </body>
            </html>

            """;
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, page, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
