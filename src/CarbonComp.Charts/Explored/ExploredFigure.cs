namespace CarbonComp.Charts;

/// <summary>A figure with a slider: one picture for each value of a parameter, all computed beforehand.</summary>
/// <remarks>Made by <see cref="CarbonChart.Explore{T}"/>. The slider works on every kernel, in exported pages and without a network; a print shows the
/// first picture. Axes of numbers are the same in all pictures where the units are, so that lengths can be compared.</remarks>
[TypeFormatterSource(typeof(ExploredFigureFormatterSource))]
public sealed class ExploredFigure
{
    internal ExploredFigure(string parameter, IReadOnlyList<string> labels, IReadOnlyList<CarbonFigure> figures, int start) =>
        (Parameter, Labels, Figures, Start) = (parameter, labels, figures, start);

    /// <summary>The parameter's name.</summary>
    public string Parameter { get; }

    /// <summary>The values as the slider shows them.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>The picture of each value, for instance to save one of them.</summary>
    public IReadOnlyList<CarbonFigure> Figures { get; }

    /// <summary>The place of the picture that is shown first.</summary>
    public int Start { get; }

    /// <summary>All pictures and the slider as plotly's JSON. Safe inside a script element.</summary>
    public string ToJson() => ExploredJson.Of(this);

    /// <summary>The figure as HTML for a page.</summary>
    /// <param name="library">Whether it carries plotly.js (about 0.6 MB); a page needs it once.</param>
    public string ToHtml(bool library = true) => FigureHtml.Render(ToPage(), _ => library);

    /// <summary>Writes a page of its own that shows figure and slider without a network.</summary>
    /// <param name="path">The file; it is replaced at once or not at all.</param>
    /// <exception cref="CarbonCompException">This build has no plotly.js to put into the page.</exception>
    public void SaveHtml(string path) => FigureHtml.Save(ToPage(), path);

    /// <summary>The values that the slider has, and the first picture in words.</summary>
    public override string ToString() =>
        $"Slider: {Parameter}, {Labels.Count} values from {Labels[0]} to {Labels[^1]}; shown: {Labels[Start]}.\n{Figures[Start]}";

    internal PagePlot ToPage() => new(Figures[Start].Title, ToString(), ToJson(), ExploredJson.Width(this), ExploredJson.Height(this),
        [PlotlyResource.Cartesian]);
}
