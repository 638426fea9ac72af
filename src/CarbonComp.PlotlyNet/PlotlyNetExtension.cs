using CarbonComp.Charts;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace CarbonComp.PlotlyNet;

/// <summary>Shows charts of Plotly.NET in notebooks without a network. A kernel runs it when a cell loads this assembly.</summary>
public sealed class PlotlyNetExtension : IKernelExtension
{
    private const string Html = "text/html", Plain = "text/plain";

    /// <summary>Registers how charts are shown; running it again changes nothing but its turn: what is registered last wins.</summary>
    /// <param name="kernel">The kernel; what is registered holds for all of them.</param>
    public Task OnLoadAsync(Kernel kernel)
    {
        Formatter.Register<GenericChart>((chart, writer) => Write(chart, writer), Html);
        Formatter.Register<GenericChart>((chart, writer) => writer.Write(ChartContent.Of(chart).Summary), Plain);
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), Html, Plain);
        return Task.CompletedTask;
    }

    /// <summary>Writes a chart as HTML; one that was made from figures of ours with their caption.</summary>
    internal static void Write(GenericChart chart, TextWriter writer)
    {
        var content = ChartContent.Of(chart);
        var plot = content.ToPlot();
        if (plot.Caption is { } caption) FigureFormatter.Html.Format(plot.ToFigure(caption, content.Summary), writer);
        else writer.Write(plot.ToHtml(content.Summary));
    }
}
