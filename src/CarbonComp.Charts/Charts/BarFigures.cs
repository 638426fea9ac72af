using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class BarFigures
{
    public static CarbonFigure Waterfall(LabelledVector parts, string total)
    {
        var values = Readable(parts);
        var ends = new double[values.Values.Count];
        var sum = 0.0;
        for (var i = 0; i < ends.Length; i++) ends[i] = sum += values[i];
        var starts = ends.Select((e, i) => e - values[i]).Append(0).ToArray();
        double[] heights = [.. values.Values, sum];
        string[] labels = [.. values.Axis.Labels, total];
        if (values.Axis.Labels.Contains(total))
            throw new CarbonCompException($"\"{total}\" is one of the parts of {parts.Name}. Give the sum another name.");
        var decimals = Label.Decimals(heights);
        string Signed(double v, int i) => (v > 0 && i < ends.Length ? "+" : "") + NumberFormat.Format(v, decimals);
        Trace Of(string name, ThemeColor color, Func<int, bool> belongs) => new BarTrace
        {
            Name = name, Marker = new() { Color = color.ToString() }, ShowLegend = Enumerable.Range(0, heights.Length).Any(belongs),
            X = Enumerable.Range(0, heights.Length).Where(belongs).Select(i => Label.Escape(labels[i])).ToArray(),
            Y = Enumerable.Range(0, heights.Length).Where(belongs).Select(i => heights[i]).ToArray(),
            Base = Enumerable.Range(0, heights.Length).Where(belongs).Select(i => starts[i]).ToArray(),
            Text = Enumerable.Range(0, heights.Length).Where(belongs).Select(i => Signed(heights[i], i)).ToArray(),
            TextPosition = "outside", ConstrainText = "none", ClipOnAxis = false,
            TextFont = new(Size: Theme.SmallSize, Color: Theme.Text.ToString()),
            HoverInfo = "text",
            HoverText = Enumerable.Range(0, heights.Length).Where(belongs)
                .Select(i => Label.Hover(labels[i], $"{values.Name}: {Label.Number(heights[i], values.Unit)}",
                i < ends.Length ? $"sum so far: {Label.Number(ends[i], values.Unit)}" : "")).ToArray(),
        };
        return new CarbonFigure
        {
            Traces =
            [
                Of("adds", Theme.Payer, i => i < ends.Length && heights[i] >= 0),
                Of("takes away", Theme.Receiver, i => i < ends.Length && heights[i] < 0),
                Of(total, Theme.Neutral, i => i == ends.Length),
            ],
            Layout = new()
            {
                Title = new(Label.Sentence(values.Name)), BarMode = "overlay", BarGap = 0.3, ShowLegend = true,
                XAxes = [PlotAxis.Of(labels)],
                YAxes = [PlotAxis.Of(new Quantity(values.Name, values.Unit)) with { Range = Around(ends.Concat(starts), withZero: true, 0.02, 0.02) }],
            },
            Caption = new(values.Status),
            Summary = $"Waterfall of {values.Name}: {ends.Length} parts that add up to {Label.Number(sum, values.Unit)}; {Extremes(values)}",
        };
    }

    public static CarbonFigure Bars(LabelledVector values, bool horizontal, (string Above, string Below)? sides, int? digits = null)
    {
        var decimals = digits ?? Label.Decimals(values.Values);
        var texts = values.Values.Select(v => NumberFormat.Format(v, decimals)).ToArray();
        var all = Enumerable.Range(0, values.Values.Count).ToArray();
        // Columns too narrow for their numbers go without; hovering shows them.
        var numbered = horizontal || TextWidth.Widest(texts, Theme.SmallSize) < 700.0 / all.Length;
        Trace Of(string name, ThemeColor color, Func<int, bool> belongs, bool legend)
        {
            var mine = all.Where(belongs).ToArray();
            PlotValues labels = mine.Select(i => Label.Escape(values.Axis.Labels[i])).ToArray();
            PlotValues numbers = mine.Select(i => values[i]).ToArray();
            return new BarTrace
            {
                Name = name, Orientation = horizontal ? "h" : "v", X = horizontal ? numbers : labels, Y = horizontal ? labels : numbers,
                Marker = new() { Color = color.ToString() }, ShowLegend = legend && mine.Length > 0,
                Text = mine.Select(i => texts[i]).ToArray(), TextPosition = numbered ? "outside" : "none", ConstrainText = "none", ClipOnAxis = false,
                TextFont = new(Size: Theme.SmallSize, Color: Theme.Text.ToString()), HoverInfo = "text",
                HoverText = mine.Select(i => Label.Hover(Label.Full(values.Axis, i), $"{values.Name}: {Label.Number(values[i], values.Unit)}"
                    + (sides is null ? "" : values[i] > 0 ? $" ({sides.Value.Above})" : values[i] < 0 ? $" ({sides.Value.Below})" : ""))).ToArray(),
            };
        }
        var quantity = PlotAxis.Of(new Quantity(values.Name, values.Unit)) with { Range = Around(values.Values, withZero: true, 0.01, 0.01) };
        var category = PlotAxis.Of(values.Axis.Labels);
        return new CarbonFigure
        {
            Traces = sides is { } s
                ? [Of(s.Above, Theme.Payer, i => values[i] > 0, true), Of(s.Below, Theme.Receiver, i => values[i] < 0, true),
                    Of("neither", Theme.Neutral, i => values[i] == 0, true)]
                : [Of(values.Name, Theme.Primary, _ => true, false)],
            Layout = new()
            {
                Title = new(Label.Sentence(values.Name)), BarMode = "relative", BarGap = 0.28, ShowLegend = sides is not null,
                Height = horizontal ? Math.Max(260, 150 + Math.Max(27, FigureFit.LabelHeight(values.Axis.Labels)) * all.Length) : 460,
                XAxes = [horizontal ? quantity : category],
                YAxes = [horizontal ? Downwards(category) : quantity],
            },
            Caption = new(values.Status),
            Summary = $"{(horizontal ? "Bars" : "Columns")} of {values.Name} by {values.Axis.Kind}, {all.Length} values: {Extremes(values)}",
        };
    }

    public static CarbonFigure Several(LabelledMatrix matrix, bool horizontal, string mode)
    {
        var values = matrix.In(Readable(matrix.Values.Enumerate(), matrix.Unit));
        var labels = values.Rows.Labels;
        var stacked = mode != "group";
        // Beside zero the first two colours would say who pays and who receives.
        var first = values.Values.Enumerate().Any(v => v < 0) ? 2 : 0;
        var own = LandColors.Of(values.Columns) ?? VerdictColors.Of(values.Columns);
        var ends = stacked
            ? values.Values.EnumerateRows().SelectMany(r => new[] { r.Where(v => v > 0).Sum(), r.Where(v => v < 0).Sum() })
            : values.Values.Enumerate();
        var quantity = PlotAxis.Of(new Quantity(values.Name, values.Unit)) with { Range = Around(ends, withZero: true, 0.04, 0.04) };
        var category = PlotAxis.Of(labels);
        var thickness = Math.Max(FigureFit.LabelHeight(labels), stacked ? 27 : Math.Max(27, 8 + 13 * values.Columns.Count));
        return new CarbonFigure
        {
            Traces =
            [
                .. values.Columns.Labels.Select((name, j) => new BarTrace
                {
                    Name = name, Orientation = horizontal ? "h" : "v",
                    Marker = new() { Color = (own?[j] ?? Theme.Series(first + j)).ToString(), Line = stacked ? new("#FFFFFF", 0.5) : null },
                    X = horizontal ? values.Values.Column(j).ToArray() : Keys(values.Rows),
                    Y = horizontal ? Keys(values.Rows) : values.Values.Column(j).ToArray(),
                    TextPosition = "none", HoverInfo = "text",
                    HoverText = labels.Select((_, i) => Label.Hover(Label.Full(values.Rows, i), $"{name}: {Label.Number(values.Values[i, j], values.Unit)}",
                        $"{values.Name}{(stacked ? $", sum: {Label.Number(values.Values.Row(i).Sum(), values.Unit)}" : "")}")).ToArray(),
                }),
            ],
            Layout = new()
            {
                Title = new(Label.Sentence(values.Name)), BarMode = mode, BarGap = 0.25, ShowLegend = true,
                Height = horizontal ? Math.Max(300, 150 + thickness * labels.Count) : 480,
                Width = 920,
                XAxes = [horizontal ? quantity : category],
                YAxes = [horizontal ? Downwards(category) : quantity],
            },
            Caption = new(values.Status),
            Summary = $"{(stacked ? "Stacked" : "Grouped")} {(horizontal ? "bars" : "columns")} of {values.Name}: {labels.Count} {values.Rows.Kinds} by "
                + $"{values.Columns.Count} {values.Columns.Kind}{(values.Columns.Kind.EndsWith('s') ? "" : "s")}, "
                + $"{Label.Number(values.Total, values.Unit)} in all; {Extremes(values.RowSums())}",
        };
    }
}
