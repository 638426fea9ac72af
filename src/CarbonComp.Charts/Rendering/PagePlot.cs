namespace CarbonComp.Charts;

/// <summary>A plot as a page shows it.</summary>
/// <param name="Title">The page's title.</param>
/// <param name="Words">The plot in words.</param>
/// <param name="Json">Plotly's JSON, safe inside a script element.</param>
/// <param name="Width">Width in px.</param>
/// <param name="Height">Height in px.</param>
/// <param name="Resources">The scripts that draw it: plotly.js, then the outlines that its maps need.</param>
internal sealed record PagePlot(string Title, string Words, string Json, double Width, double Height, IReadOnlyList<PlotlyResource> Resources)
{
    /// <summary>The resources that this build lacks.</summary>
    public IEnumerable<PlotlyResource> Missing => Resources.Where(r => !r.IsPresent);
}
