using System.Net;

namespace CarbonComp.Charts;

// A figure below its controls, drawn again when one of them is moved.
internal static class LiveFigure
{
    public static InteractiveFigure Show(IReadOnlyList<Widget> controls, Func<CarbonFigure> figure, Func<ExploredFigure> still) =>
        new([.. controls.Select(c => c.Name)], Placed(controls, figure, still) ? null : still());

    // Whether the figure is on the page with its controls.
    private static bool Placed(IReadOnlyList<Widget> controls, Func<CarbonFigure> figure, Func<ExploredFigure> still)
    {
        Action<IReadOnlyDictionary<string, string>>? place = null;
        var refused = false;
        // The first control tells whether there is a page with a person. A page without ipywidgets closes the line.
        foreach (var control in controls)
            if (!control.TryShow(() => place?.Invoke(Drawn(figure)), Refuse)) return false;
        place = Page.Place(Drawn(figure));
        return place is not null;

        void Refuse()
        {
            if (refused) return;
            refused = true;
            place?.Invoke(Drawn(still));
        }
    }

    private static Dictionary<string, string> Drawn(Func<CarbonFigure> figure) => Safely(() =>
    {
        var drawn = figure();
        return new() { ["text/html"] = FigureHtml.Render(drawn.ToPage(), resource => resource.Carry()), ["text/plain"] = drawn.ToString() };
    });

    private static Dictionary<string, string> Drawn(Func<ExploredFigure> figure) => Safely(() =>
    {
        var drawn = figure();
        return new() { ["text/html"] = FigureHtml.Render(drawn.ToPage(), resource => resource.Carry()), ["text/plain"] = drawn.ToString() };
    });

    // A value that the calculation refuses is told in the figure's place; the controls stay.
    private static Dictionary<string, string> Safely(Func<Dictionary<string, string>> draw)
    {
        try { return draw(); }
        catch (Exception wrong) when (wrong is CarbonCompException or ArgumentException)
        {
            return new() { ["text/html"] = $"<p style=\"color:{Theme.Text}\">{WebUtility.HtmlEncode(wrong.Message)}</p>", ["text/plain"] = wrong.Message };
        }
    }
}
