using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

// A bar from a low to a high number of each label, and marks between them.
internal static class SpanFigures
{
    public static CarbonFigure Bars(string title, string name, string bar, LabelledVector low, LabelledVector high,
        IReadOnlyList<LabelledVector> marks, string note)
    {
        var unit = Readable(low.Values.Concat(high.Values), high.Unit);
        int[] order = [.. Enumerable.Range(0, high.Axis.Count).OrderByDescending(i => marks[0][i])];
        LabelledVector Sorted(LabelledVector v) => new(v.Name, Picked(v.Axis, order), order.Select(i => v.In(unit)[i]), unit, v.Status);
        var (from, to, points) = (Sorted(low), Sorted(high), marks.Select(Sorted).ToArray());
        var (axis, keys) = (from.Axis, Keys(from.Axis));
        string[] hover = [.. keys.Select((_, i) => Label.Hover(Label.Full(axis, i), [$"{Label.Number(from[i], unit)} to {Label.Number(to[i], unit)}",
            .. points.Select(p => $"{p.Name}: {Label.Number(p[i], unit)}")]))];
        string[] symbols = ["line-ns-open", "diamond"];
        return new CarbonFigure
        {
            Traces =
            [
                new BarTrace
                {
                    Name = bar, Orientation = "h", Marker = new() { Color = Theme.Primary.WithAlpha(0.45) }, ShowLegend = true,
                    Base = from.Values.ToArray(), X = (to - from).Values.ToArray(), Y = keys, TextPosition = "none", HoverInfo = "text", HoverText = hover,
                },
                .. points.Select((p, k) => new ScatterTrace
                {
                    Name = p.Name, Mode = "markers", X = p.Values.ToArray(), Y = keys, HoverInfo = "text", HoverText = hover,
                    Marker = new()
                    {
                        Color = k == 0 ? Theme.Text.ToString() : Theme.Series(1).ToString(), Symbol = symbols[k], Opacity = 1,
                        Size = keys.Select(_ => k == 0 ? 13.0 : 8.0).ToArray(), Line = new(Theme.Text.ToString(), k == 0 ? 2 : 0),
                    },
                }),
            ],
            Layout = new()
            {
                Title = new(title), BarMode = "overlay", BarGap = 0.35, ShowLegend = true,
                Height = Math.Max(260, 150 + Math.Max(22, FigureFit.LabelHeight(axis.Labels)) * order.Length),
                XAxes = [PlotAxis.Of(new Quantity(name, unit)) with { Range = Around(from.Values.Concat(to.Values).Concat(points.SelectMany(p => p.Values)),
                    withZero: true, 0.03, 0.03) }],
                YAxes = [Downwards(PlotAxis.Of(axis.Labels))],
            },
            Caption = new(ValueStatuses.Weakest(low.Status, high.Status), note),
            Summary = $"Bars of {name}, {order.Length} {axis.Kinds}; {points[0].Name}: {Extremes(points[0])}",
        };
    }
}
