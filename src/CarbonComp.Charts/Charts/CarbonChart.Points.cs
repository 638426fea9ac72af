namespace CarbonComp.Charts;

public static partial class CarbonChart
{
    private static readonly string[] Dashes = ["solid", "dash", "dot", "dashdot"];
    private static readonly string[] Symbols = ["circle", "square", "diamond", "triangle-up", "x"];

    /// <summary>A point for each label, named where there is room.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions, along the same axis.</param>
    /// <param name="names">Whether points have labels.</param>
    /// <param name="xScale">How the horizontal axis rises.</param>
    /// <param name="yScale">How the vertical axis rises.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
    /// <exception cref="CarbonCompException">A number that is not above zero on a logarithmic axis; the message names it.</exception>
    public static CarbonFigure Point(LabelledVector x, LabelledVector y, bool names = true,
        AxisScale xScale = AxisScale.Linear, AxisScale yScale = AxisScale.Linear)
    {
        var figure = Points(x, y, null, names);
        PlotAxis Scaled(PlotAxis axis, LabelledVector values, AxisScale scale)
        {
            if (scale == AxisScale.Linear) return axis;
            var lowest = values.Values.MinimumIndex();
            return values[lowest] > 0 ? PlotAxis.Logarithmic(axis.Quantity!, values.In(axis.Quantity!.Unit).Values)
                : throw new CarbonCompException($"{values.Name} of {values.Axis.Labels[lowest]} is {Label.Number(values[lowest], values.Unit)}. A "
                    + $"logarithmic axis has only numbers above zero; use a linear one, or leave the {values.Axis.Kind} out.");
        }
        return figure with
        {
            Layout = figure.Layout with { XAxes = [Scaled(figure.Layout.XAxes[0], x, xScale)], YAxes = [Scaled(figure.Layout.YAxes[0], y, yScale)] },
            Caption = FigureCaption.Of([figure.Caption, new(figure.Caption.Status, (xScale, yScale) switch
            {
                (AxisScale.Linear, AxisScale.Linear) => null,
                (AxisScale.Logarithmic, AxisScale.Logarithmic) => "Both axes are logarithmic",
                (AxisScale.Logarithmic, _) => "The horizontal axis is logarithmic",
                _ => "The vertical axis is logarithmic",
            })]),
        };
    }

    /// <summary>A disc for each label, its area by a third number.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions, along the same axis.</param>
    /// <param name="size">The discs' areas, along the same axis; below zero is refused.</param>
    /// <param name="names">Whether discs have labels.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
    /// <exception cref="CarbonCompException">A size below zero.</exception>
    public static CarbonFigure Bubble(LabelledVector x, LabelledVector y, LabelledVector size, bool names = true) => Points(x, y, size, names);

    /// <summary>Points in four fields, parted by a line for each axis.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions, along the same axis.</param>
    /// <param name="xLine">The position of the vertical line, in the unit of x.</param>
    /// <param name="yLine">The position of the horizontal line, in the unit of y.</param>
    /// <param name="fields">The names of the fields: upper right, upper left, lower left, lower right; empty for no names.</param>
    /// <exception cref="ArgumentException">Neither none nor four names of fields.</exception>
    public static CarbonFigure Quadrant(LabelledVector x, LabelledVector y, double xLine, double yLine, params IReadOnlyList<string> fields)
    {
        if (fields.Count is not (0 or 4))
            throw new ArgumentException($"Four fields have four names; {fields.Count} were given. Name upper right, upper left, lower left, lower right.",
                nameof(fields));
        var figure = Points(x, y, null, true, xLine, yLine);
        var (xAxis, yAxis) = (figure.Layout.XAxes[0], figure.Layout.YAxes[0]);
        double h = xLine * x.Unit.To(xAxis.Quantity!.Unit), v = yLine * y.Unit.To(yAxis.Quantity!.Unit);
        var line = new Line(Theme.Muted.ToString(), 1.5, "dash");
        Annotation Field(int index, double px, double py) => new()
        {
            Text = $"<b>{Label.Escape(fields[index])}</b>", X = px, Y = py, XRef = "x domain", YRef = "y domain",
            XAnchor = px == 0 ? "left" : "right", YAnchor = py == 0 ? "bottom" : "top",
            XShift = px == 0 ? 4 : -4, YShift = py == 0 ? 5 : -5, BgColor = Theme.Background.WithAlpha(0.8),
            Font = new(Size: Theme.SmallSize, Color: Theme.Muted.ToString()),
        };
        return figure with
        {
            Layout = figure.Layout with
            {
                XAxes = [xAxis with { ZeroLine = false }], YAxes = [yAxis with { ZeroLine = false }],
                Shapes =
                [
                    new() { X0 = h, X1 = h, Y0 = 0, Y1 = 1, YRef = "y domain", Line = line, Layer = "below" },
                    new() { X0 = 0, X1 = 1, XRef = "x domain", Y0 = v, Y1 = v, Line = line, Layer = "below" },
                ],
                Annotations = fields.Count == 0 ? [] : [Field(0, 1, 1), Field(1, 0, 1), Field(2, 0, 0), Field(3, 1, 0)],
            },
            Caption = FigureCaption.Of([figure.Caption, new(figure.Caption.Status,
                $"Dashed lines: {x.Name} {Label.Number(h, xAxis.Quantity.Unit)}, {y.Name} {Label.Number(v, yAxis.Quantity.Unit)}")]),
        };
    }

    /// <summary>A line for each vector over the labels they share, such as years.</summary>
    /// <param name="series">Vectors along one axis and of one kind of unit.</param>
    public static CarbonFigure Line(params IReadOnlyList<LabelledVector> series)
    {
        var given = Matrix(series);
        var values = given.In(Readable(given.Values.Enumerate(), given.Unit));
        return Lines(PlotAxis.Of(values.Rows.Labels), Keys(values.Rows), values.Rows.Labels,
            [.. values.Columns.Labels.Select((name, j) => new ChartSeries(name, [.. values.Values.Column(j)], values.Unit, values.Status))],
            values.Name, values.Rows.Kind);
    }

    /// <summary>A curve for each series of y over the numbers x.</summary>
    /// <param name="x">The horizontal positions.</param>
    /// <param name="y">The vertical positions: series as long as x, of one kind of unit.</param>
    /// <exception cref="CarbonCompException">No series, or one of another length.</exception>
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

    /// <summary>A line for each label from its number before to its number after, named at both ends.</summary>
    /// <param name="before">The numbers on the left.</param>
    /// <param name="after">The numbers on the right, along the same axis and of one kind of unit.</param>
    /// <exception cref="AxisException">The vectors have different axes.</exception>
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

    internal static ScatterTrace Key(string name, ThemeColor color) => new()
    {
        Name = name, Mode = "markers", X = new double?[] { null }, Y = new double?[] { null }, HoverInfo = "skip",
        Marker = new() { Color = color.ToString(), Size = new double[] { 10 }, Opacity = 1 },
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

    private static CarbonFigure Points(LabelledVector x, LabelledVector y, LabelledVector? size, bool names, double? xLine = null, double? yLine = null)
    {
        x.Axis.Require(y.Axis, y.Name);
        if (size is not null) x.Axis.Require(size.Axis, size.Name);
        if (size?.Values.Minimum() < 0)
            throw new CarbonCompException($"{size.Name} of {size.Axis.Labels[size.Values.MinimumIndex()]} is below zero. The area of a disc cannot be; show "
                + $"it with CarbonChart.DivergingBar.");
        var (across, up) = (Readable(x), Readable(y));
        var measure = size is null ? null : Readable(size);
        var xs = across.Values.Concat(xLine is { } h ? [h * x.Unit.To(across.Unit)] : Array.Empty<double>()).ToArray();
        var ys = up.Values.Concat(yLine is { } v ? [v * y.Unit.To(up.Unit)] : Array.Empty<double>()).ToArray();
        double[] xRange = Around(xs, withZero: false, 0.08, 0.12), yRange = Around(ys, withZero: false, 0.1, 0.1);
        double[] diameters = measure is null ? [.. across.Values.Select(_ => 10.0)]
            : [.. measure.Values.Select(s => Math.Max(4, 54 * Math.Sqrt(s / Math.Max(measure.Values.Maximum(), double.Epsilon))))];
        var labels = across.Axis.Labels;
        return new CarbonFigure
        {
            Traces =
            [
                new ScatterTrace
                {
                    Mode = names ? "markers+text" : "markers", X = across.Values.ToArray(), Y = up.Values.ToArray(), ShowLegend = false,
                    Marker = new() { Color = Theme.Primary.ToString(), Size = diameters, Opacity = measure is null
                        ? 0.9 : 0.65, Line = new(Theme.Background.ToString(), 1) },
                    PointNames = names ? labels : null,
                    TextFont = new(Size: Theme.SmallSize, Color: Theme.Text.ToString()), ClipOnAxis = false, HoverInfo = "text",
                    HoverText = labels.Select((_, i) =>
                        Label.Hover(Label.Full(across.Axis, i), $"{across.Name}: {Label.Number(across[i], across.Unit)}",
                            $"{up.Name}: {Label.Number(up[i], up.Unit)}",
                        measure is null ? "" : $"{measure.Name}: {Label.Number(measure[i], measure.Unit)}")).ToArray(),
                },
            ],
            Layout = new()
            {
                Title = new($"{Label.Sentence(up.Name)} against {across.Name}"), Height = 560,
                XAxes = [PlotAxis.Of(new Quantity(across.Name, across.Unit)) with { Range = xRange }],
                YAxes = [PlotAxis.Of(new Quantity(up.Name, up.Unit)) with { Range = yRange }],
            },
            Caption = new(ValueStatuses.Weakest(new[] { x, y, size }.OfType<LabelledVector>().Select(s => s.Status)),
                measure is null ? null : $"Area of a disc: {measure.Name}, the largest {Label.Number(measure.Values.Maximum(), measure.Unit)} "
                    + $"({measure.Axis.Labels[measure.Values.MaximumIndex()]})"),
            Summary = $"Points of {labels.Count} {across.Axis.Kinds}: {across.Name} ({Extremes(across)}) against {up.Name} ({Extremes(up)})",
        };
    }
}
