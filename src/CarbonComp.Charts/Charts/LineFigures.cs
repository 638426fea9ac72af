using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class LineFigures
{
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "x"];

    public static CarbonFigure Line(params IReadOnlyList<LabelledVector> series)
    {
        var given = Matrix(series);
        var values = given.In(Readable(given.Values.Enumerate(), given.Unit));
        return Lines(PlotAxis.Of(values.Rows.Labels), Keys(values.Rows), values.Rows.Labels,
            [.. values.Columns.Labels.Select((name, j) => new ChartSeries(name, [.. values.Values.Column(j)], values.Unit, values.Status))],
            values.Name, values.Rows.Kind);
    }

    public static CarbonFigure Line(ChartSeries x, params IReadOnlyList<ChartSeries> y)
    {
        if (y.Count == 0) throw new CarbonCompException($"There is no series to draw over {x.Name}. Give at least one.");
        if (y.FirstOrDefault(s => s.Values.Count != x.Values.Count) is { } other)
            throw new CarbonCompException($"{other.Name} has {other.Values.Count} values, {x.Name} has {x.Values.Count}. Give as many.");
        var across = x.In(Readable(x.Values, x.Unit));
        var unit = Readable(y.SelectMany(s => s.In(y[0].Unit).Values), y[0].Unit);
        var axis = PlotAxis.Of(new Quantity(across.Name, across.Unit)) with { Range = Around(across.Values, withZero: false, 0, 0), ZeroLine = false };
        var figure = Lines(axis, across.Values.ToArray(), [.. across.Values.Select(v => $"{across.Name} {Label.Number(v, across.Unit)}")],
            [.. y.Select(s => s.In(unit))], y.Count == 1 ? y[0].Name : Common(y.Select(s => s.Name)), across.Name);
        return figure with { Caption = new(ValueStatuses.Weakest(y.Select(s => s.Status).Append(x.Status))) };
    }

    public static CarbonFigure Slope(LabelledVector before, LabelledVector after)
    {
        before.Axis.Require(after.Axis, after.Name);
        var unit = Readable(before.Values.Concat(after.In(before.Unit).Values), before.Unit);
        var (left, right) = (before.In(unit), after.In(unit));
        var labels = left.Axis.Labels;
        var height = Math.Max(440, 150 + 24 * labels.Count);
        var range = Around(left.Values.Concat(right.Values), withZero: false, 0.04, 0.04);
        var decimals = Label.Decimals(left.Values.Concat(right.Values));
        // Data units that a label's height takes in the plot.
        var gap = (range[1] - range[0]) * 17 / (height - 130);
        var (leftNames, rightNames) = (Heights(left), Heights(right));
        double[] Heights(LabelledVector side) => LabelPlacement.Spread([.. side.Values], gap, range[0] + gap, range[1]);
        ThemeColor Of(int i) => right[i] > left[i] ? Theme.Payer : right[i] < left[i] ? Theme.Receiver : Theme.Neutral;
        IEnumerable<Annotation> Names(LabelledVector side, double[] heights, double x, string anchor) =>
            heights.Select((y, i) => new Annotation
            {
                Text = $"{Label.Escape(labels[i])}  {NumberFormat.Format(side[i], decimals)}", X = x, Y = y, XAnchor = anchor,
                Font = new(Size: Theme.SmallSize, Color: Theme.Text.ToString()),
            });
        var reach = 0.1 + (TextWidth.Widest(labels, Theme.SmallSize) + 70) / 400;
        return new CarbonFigure
        {
            Traces =
            [
                .. labels.Select((_, i) => new ScatterTrace
                {
                    Mode = "lines+markers", X = new double[] { 0, 1 }, Y = new[] { left[i], right[i] },
                    Line = new(Of(i).ToString(), 2), Marker = new() { Color = Of(i).ToString(), Size = new double[] { 7, 7 }, Opacity = 1 }, ShowLegend = false,
                    HoverInfo = "text",
                    HoverText = Label.Hover(Label.Full(left.Axis, i),
                        $"{left.Name}: {Label.Number(left[i], unit)}", $"{right.Name}: {Label.Number(right[i], unit)}",
                        left[i] == 0 ? "" : $"change: {NumberFormat.Format(100 * (right[i] - left[i]) / Math.Abs(left[i]), 1)} %"),
                }),
                // Thin lines lead from points to names that had to give way.
                Leaders(0, -0.07, left, leftNames), Leaders(1, 1.07, right, rightNames),
                Key("rises", Theme.Payer), Key("falls", Theme.Receiver),
            ],
            Layout = new()
            {
                Title = new($"{Label.Sentence(left.Name)} and {right.Name}"), Height = height, Width = 760, ShowLegend = true,
                XAxes =
                [
                    new()
                    {
                        Type = "linear", Range = [-reach, 1 + reach], ShowGrid = false, ZeroLine = false,
                        TickVals = new double[] { 0, 1 }, TickText = new[] { Label.Escape(left.Name), Label.Escape(right.Name) },
                    },
                ],
                YAxes = [PlotAxis.Of(new Quantity(Common([left.Name, right.Name]), unit)) with { Range = range,
                    ShowTickLabels = false, ShowGrid = false, ZeroLine = false }],
                Annotations = [.. Names(left, leftNames, -0.07, "right"), .. Names(right, rightNames, 1.07, "left")],
                Shapes = [.. new[] { 0.0, 1 }.Select(x =>
                    new Shape { X0 = x, X1 = x, Y0 = 0, Y1 = 1, YRef = "y domain", Layer = "below", Line = new(Theme.Grid.ToString(), 1) })],
            },
            Caption = new(ValueStatuses.Weakest(left.Status, right.Status)),
            Summary = $"Slope chart of {labels.Count} {left.Axis.Kinds} from {left.Name} to {right.Name}: "
                + $"{labels.Where((_, i) => right[i] > left[i]).Count()} rise, {labels.Where((_, i) => right[i] < left[i]).Count()} fall",
        };
    }

    private static ScatterTrace Leaders(double from, double to, LabelledVector values, double[] names) => new()
    {
        Mode = "lines", X = values.Values.SelectMany(_ => new double?[] { from, to, null }).ToArray(),
        Y = values.Values.SelectMany((v, i) => new double?[] { v, names[i], null }).ToArray(),
        Line = new(Theme.Neutral.WithAlpha(0.6), 0.8), HoverInfo = "skip", ShowLegend = false,
    };

    private static CarbonFigure Lines(PlotAxis axis, PlotValues x, IReadOnlyList<string> places, IReadOnlyList<ChartSeries> series, string name, string over)
    {
        var markers = axis.Labels is not null;
        var unit = series[0].Unit;
        return new CarbonFigure
        {
            Traces =
            [
                .. series.Select((s, k) => new ScatterTrace
                {
                    Name = s.Name, Mode = markers ? "lines+markers" : "lines", X = x, Y = s.Values.ToArray(),
                    Line = new(Theme.Series(k).ToString(), 2.5, Dashes[k / Theme.Qualitative.Count % Dashes.Length]),
                    Marker = markers ? new() { Size = Enumerable.Repeat(7.0, s.Values.Count).ToArray(),
                        Color = Theme.Series(k).ToString(), Symbol = Symbols[k % Symbols.Length], Opacity = 1 } : null,
                    HoverInfo = "text", HoverText = s.Values.Select((v, i) => Label.Hover(places[i], $"{s.Name}: {Label.Number(v, s.Unit)}")).ToArray(),
                }),
            ],
            Layout = new()
            {
                Title = new(Label.Sentence(name)), ShowLegend = series.Count > 1, XAxes = [axis],
                YAxes = [PlotAxis.Of(new Quantity(name, unit)) with { Range = Around(series.SelectMany(s => s.Values), withZero: true) }],
            },
            Caption = new(ValueStatuses.Weakest(series.Select(s => s.Status))),
            Summary = $"{(series.Count == 1 ? "Line" : $"{series.Count} lines")} of {name} over {over}, from "
                + $"{Label.Number(series.SelectMany(s => s.Values).Where(double.IsFinite).DefaultIfEmpty(0).Min(), unit)} to "
                + $"{Label.Number(series.SelectMany(s => s.Values).Where(double.IsFinite).DefaultIfEmpty(0).Max(), unit)}",
        };
    }
}
