using CarbonComp.Charts;
using Plotly.NET;

namespace CarbonComp.PlotlyNet;

/// <summary>Figures to Plotly.NET, whose verbs go on from there, and charts of Plotly.NET to figures.</summary>
public static class PlotlyNetFigures
{
    /// <summary>The figure as a chart of Plotly.NET: the same marks, axes and texts, to go on with its verbs (<c>WithXAxisStyle</c>,
    /// <c>Chart.Combine</c>).</summary>
    /// <remarks>The caption goes with the marks. <see cref="ToFigure"/> finds it there, and so does a notebook that shows the chart.</remarks>
    /// <param name="figure">The figure.</param>
    public static GenericChart ToPlotlyNet(this CarbonFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return JsonChart.Read(figure.ToJson());
    }

    /// <summary>A chart of Plotly.NET as a figure: in the theme of our figures, with a caption, and with their ways to a page or a picture.</summary>
    /// <remarks>What the chart states itself (colours, axes, size) stays. A chart that needs a server, such as one on map tiles, says so in its
    /// place.</remarks>
    /// <param name="chart">The chart.</param>
    /// <param name="status">The status of its values. Marks that came from figures of ours keep theirs: the weakest counts.</param>
    /// <param name="source">The publication or procedure that the values come from.</param>
    /// <param name="note">A remark for the reader.</param>
    public static CarbonFigure ToFigure(this GenericChart chart, ValueStatus status, string? source = null, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var content = ChartContent.Of(chart);
        return content.ToPlot().ToFigure(new FigureCaption(status, note, source), content.Summary);
    }

    extension(CarbonFigure)
    {
        /// <summary>A chart of Plotly.NET as a figure, as <see cref="ToFigure"/> makes it.</summary>
        /// <param name="chart">The chart.</param>
        /// <param name="status">The status of its values.</param>
        /// <param name="source">The publication or procedure that the values come from.</param>
        /// <param name="note">A remark for the reader.</param>
        public static CarbonFigure From(GenericChart chart, ValueStatus status, string? source = null, string? note = null) =>
            chart.ToFigure(status, source, note);
    }
}
