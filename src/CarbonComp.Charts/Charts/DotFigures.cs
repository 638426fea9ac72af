using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

// A line for each label with a dot for each series: where thirty groups of bars would be a wall.
internal static class DotFigures
{
    private static readonly string[] Symbols = ["circle", "diamond", "square", "triangle-up", "cross", "x", "star"];

    public static CarbonFigure Dots(IReadOnlyList<LabelledVector> series)
    {
        var all = Matrix(series);
        var values = all.In(Readable(all.Values.Enumerate(), all.Unit)).ForRows(Ordered(series[0], Order.Descending).Axis);
        var (labels, rows) = (Keys(values.Rows), values.Values);
        // Beside zero the first two colours would say who pays and who receives.
        var first = rows.Enumerate().Any(v => v < 0) ? 2 : 0;
        var between = new ScatterTrace
        {
            Mode = "lines", HoverInfo = "skip", ShowLegend = false, Line = new(Theme.Neutral.ToString(), 1.5),
            X = Enumerable.Range(0, labels.Length).SelectMany(i => new double?[] { rows.Row(i).Minimum(), rows.Row(i).Maximum(), null }).ToArray(),
            Y = labels.SelectMany(l => new[] { l, l, l }).ToArray(),
        };
        return new()
        {
            Traces =
            [
                between,
                .. values.Columns.Labels.Select((name, j) => new ScatterTrace
                {
                    Name = name, X = rows.Column(j).ToArray(), Y = labels, ClipOnAxis = false, HoverInfo = "text",
                    Marker = new()
                    {
                        Color = Theme.Series(first + j).ToString(), Symbol = Symbols[j % Symbols.Length], Opacity = 1,
                        Size = labels.Select(_ => 9.0).ToArray(), Line = new(Theme.Background.ToString(), 1),
                    },
                    HoverText = labels.Select((_, i) => Label.Hover(Label.Full(values.Rows, i), $"{name}: {Label.Number(rows[i, j], values.Unit)}")).ToArray(),
                }),
            ],
            Layout = new()
            {
                Title = new(Label.Sentence(values.Name)), ShowLegend = true, Width = 920,
                Height = Math.Max(280, 150 + Math.Max(20, FigureFit.LabelHeight(values.Rows.Labels)) * labels.Length),
                XAxes = [PlotAxis.Of(new Quantity(values.Name, values.Unit)) with { Range = Around(rows.Enumerate(), withZero: true, 0.04, 0.04) }],
                YAxes = [Downwards(PlotAxis.Of(values.Rows.Labels))],
            },
            Caption = new(values.Status),
            Summary = $"Dots of {values.Name}: {labels.Length} {values.Rows.Kinds}, {values.Columns.Count} series; "
                + string.Join("; ", series.Select(s => $"{s.Name}: {Extremes(s.In(values.Unit))}")),
        };
    }
}
