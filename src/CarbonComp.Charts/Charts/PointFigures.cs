using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class PointFigures
{
    public static CarbonFigure Point(LabelledVector x, LabelledVector y, bool names, AxisScale xScale, AxisScale yScale)
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

    public static CarbonFigure Bubble(LabelledVector x, LabelledVector y, LabelledVector size, bool names) => Points(x, y, size, names);

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
