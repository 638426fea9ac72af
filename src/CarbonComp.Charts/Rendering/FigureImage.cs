using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CarbonComp.Charts;

/// <summary>Figures as pictures, drawn by the browser that is installed.</summary>
internal static partial class FigureImage
{
    private const double LargestSide = 20_000;

    public static void Save(PagePlot plot, string path, double scale, CancellationToken cancellation)
    {
        var (width, height) = (plot.Width, plot.Height);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale * Math.Max(width, height), LargestSide, nameof(scale));
        var format = Path.GetExtension(path).ToUpperInvariant();
        if (format is not (".SVG" or ".PNG" or ".PDF"))
            throw new CarbonCompException($"{path} was not written: a picture can be .svg, .png or .pdf. Give the file one of these endings, or use SaveHtml.");
        FigureHtml.RequireResources(plot, path);
        var content = format switch
        {
            ".PNG" => Convert.FromBase64String(Picture(plot, "png", scale, cancellation)["data:image/png;base64,".Length..]),
            ".SVG" => Encoding.UTF8.GetBytes(Vector(plot, cancellation)),
            _ => HeadlessBrowser.Print(Sheet(Vector(plot, cancellation), width, height), cancellation),
        };
        AtomicFile.Write(path, stream => stream.Write(content));
    }

    private static string Vector(PagePlot plot, CancellationToken cancellation) =>
        Uri.UnescapeDataString(Picture(plot, "svg", 1, cancellation)["data:image/svg+xml,".Length..]);

    private static string Picture(PagePlot plot, string format, double scale, CancellationToken cancellation)
    {
        var script = FigureHtml.Script("image").Replace("{{format}}", format, StringComparison.Ordinal)
            .Replace("{{scale}}", scale.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var result = Result().Match(HeadlessBrowser.Load(FigureHtml.Page(plot, margin: 0, $"<script>{script}</script>"), cancellation));
        return result.Groups["kind"].Value == "image" ? WebUtility.HtmlDecode(result.Groups["text"].Value)
            : throw new CarbonCompException($"The browser {HeadlessBrowser.Program} did not draw the "
                + $"figure{(result.Success ? $": {WebUtility.HtmlDecode(result.Groups["text"].Value).Trim()}" : ".")} Use SaveHtml and the camera button of "
                + $"the page, or another browser in {HeadlessBrowser.Variable}.");
    }

    // A sheet of the figure's size; the browser's print keeps its lines and letters.
    private static string Sheet(string svg, double width, double height) => string.Create(CultureInfo.InvariantCulture, $$"""
        <!doctype html>
        <html><head><meta charset="utf-8"><style>@page { size: {{width}}px {{height}}px; margin: 0 } body { margin: 0 } svg { display: block }</style></head>
        <body>{{svg}}</body></html>
        """);

    [GeneratedRegex("""<pre id="carboncomp-(?<kind>image|failure)">(?<text>[^<]*)</pre>""")]
    private static partial Regex Result();
}
