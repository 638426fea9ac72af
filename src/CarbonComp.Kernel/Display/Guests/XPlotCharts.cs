using System.Globalization;

namespace CarbonComp.Kernel.Display.Guests;

/// <summary>XPlot's charts: the page that the library writes, in a frame of its own. The page takes plotly.js from the network.</summary>
internal static class XPlotCharts
{
    // Room for the page's margins.
    private const int Margin = 20;

    /// <summary>How values of a type are shown, or <see langword="null"/> where they are not of this kind.</summary>
    public static Func<object, MimeBundle>? For(Type type)
    {
        if (type.FullName is not ("XPlot.Plotly.PlotlyChart" or "XPlot.GoogleCharts.GoogleChart") || type.GetMethod("GetHtml", Type.EmptyTypes) is not { } page)
            return null;
        return value =>
        {
            var content = HtmlString.Encode((string?)page.Invoke(value, null));
            var size = string.Create(CultureInfo.InvariantCulture, $"width=\"{Size(value, "Width")}\" height=\"{Size(value, "Height")}\"");
            return new MimeBundle("text/html", $"<iframe srcdoc=\"{content}\" sandbox=\"allow-scripts\" style=\"border:0\" {size}></iframe>")
                .Add("text/plain", TypeNames.Of(type));
        };
    }

    private static int Size(object chart, string side) => chart.GetType().GetProperty(side)?.GetValue(chart) is int size ? size + Margin : 600;
}
