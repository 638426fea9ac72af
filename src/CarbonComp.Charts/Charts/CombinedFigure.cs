using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

// Several figures on one pair of axes.
internal static class CombinedFigure
{
    public static CarbonFigure Of(IReadOnlyList<CarbonFigure> figures)
    {
        if (figures.Count == 0) throw new CarbonCompException("There is no figure to combine. Give at least one.");
        Own(figures);
        var first = figures[0];
        foreach (var figure in figures.Skip(1))
            if (!Units(figure).SequenceEqual(Units(first)))
                throw new CarbonCompException($"The figures show different units on their axes ({string.Join(", ", Units(first))}; "
                    + $"{string.Join(", ", Units(figure))}). Combine figures of the same units, or set them side by side with CarbonChart.Grid.");
        return first with
        {
            Traces = [.. figures.SelectMany(f => f.Traces)],
            Layout = first.Layout with
            {
                ShowLegend = true,
                // Bars of several figures are beside each other, not on top of each other.
                BarMode = first.Layout.BarMode is null ? null : "group",
                XAxes = [.. first.Layout.XAxes.Select((a, i) => Widened(a, figures.Select(f => f.Layout.XAxes[i])))],
                YAxes = [.. first.Layout.YAxes.Select((a, i) => Widened(a, figures.Select(f => f.Layout.YAxes[i])))],
                Annotations = [.. figures.SelectMany(f => f.Layout.Annotations).Distinct()],
                Shapes = [.. figures.SelectMany(f => f.Layout.Shapes).Distinct()],
            },
            Caption = FigureCaption.Of([.. figures.Select(f => f.Caption)]),
            Summary = string.Join(" ", figures.Select(f => f.Summary)),
        };
    }

    private static IEnumerable<string> Units(CarbonFigure figure) =>
        figure.Layout.XAxes.Concat(figure.Layout.YAxes).Select(a => a.Quantity?.Unit.Symbol ?? "labels");

    private static PlotAxis Widened(PlotAxis axis, IEnumerable<PlotAxis> all)
    {
        var axes = all.ToArray();
        if (axis.Labels is not null) return axis with { Labels = [.. axes.SelectMany(a => a.Labels ?? []).Distinct()] };
        return axes.All(a => a.Range is not null)
            ? axis with { Range = [axes.Min(a => a.Range![0]), axes.Max(a => a.Range![1])] } : axis;
    }
}
