namespace CarbonComp.Charts;

/// <summary>Puts the names of points where they cover neither points, lines, texts nor each other.</summary>
internal static class PointNames
{
    /// <summary>The traces with each name beside its point, and the number of names that have no room.</summary>
    public static (IReadOnlyList<Trace> Traces, int Hidden) Place(IReadOnlyList<Trace> traces,
        IReadOnlyList<Annotation> texts, IReadOnlyList<Shape> lines, PlotAxis[] xAxes, PlotAxis[] yAxes, double width, double height)
    {
        var hidden = 0;
        Trace Placed(Trace trace)
        {
            if (trace is not ScatterTrace { PointNames: { } names, X: { } x, Y: { } y } points) return trace;
            var (across, up) = (xAxes[FigureRange.Index(trace.XAxis)], yAxes[FigureRange.Index(trace.YAxis)]);
            static double Length(PlotAxis axis, double length) => axis.Domain is { } domain ? (domain[1] - domain[0]) * length : length;
            static Func<double, double> Pixels(PlotAxis axis, double length)
            {
                var size = Length(axis, length);
                return v => ((axis.Type == "log" ? Math.Log10(v) : v) - axis.Range![0]) / (axis.Range[1] - axis.Range[0]) * size;
            }
            var (toX, toY) = (Pixels(across, width), Pixels(up, height));
            double[] radii = [.. (points.Marker?.Size?.Numbers ?? []).Select(d => d / 2)];
            var places = LabelPlacement.Of([.. x.Numbers.Zip(y.Numbers).Select((p, i) => (toX(p.First), toY(p.Second), radii.ElementAtOrDefault(i)))],
                names, Theme.SmallSize, Length(across, width), Length(up, height),
                [.. texts.Select(t => RoomOf(t, trace, toX, toY, Length(across, width), Length(up, height))).OfType<(double, double, double, double)>()],
                [.. lines.Where(l => l.XRef == (trace.XAxis ?? "x") && l.X0 == l.X1).Select(l => toX(l.X0))],
                [.. lines.Where(l => l.YRef == (trace.YAxis ?? "y") && l.Y0 == l.Y1).Select(l => toY(l.Y0))]);
            hidden += places.Count(p => p is null);
            return points with
            {
                Text = names.Select((n, i) => places[i] is null ? "" : Label.Escape(n)).ToArray(),
                TextPosition = places.Select(p => p ?? "middle right").ToArray(),
            };
        }
        return ([.. traces.Select(Placed)], hidden);
    }

    // The place of a text on the same axes as the trace, px; null for one that stands elsewhere.
    private static (double Left, double Bottom, double Right, double Top)? RoomOf(Annotation text,
        Trace trace, Func<double, double> toX, Func<double, double> toY, double width, double height)
    {
        double? Place(string reference, string axis, double value, Func<double, double> pixels, double length) =>
            reference == axis ? pixels(value) : reference == axis + " domain" ? value * length : null;
        if (Place(text.XRef, trace.XAxis ?? "x", text.X, toX, width) is not { } x || Place(text.YRef, trace.YAxis ?? "y", text.Y, toY, height) is not { } y)
            return null;
        var lines = text.Text.Split("<br>").Select(Label.Plain).ToArray();
        double size = text.Font?.Size ?? Theme.FontSize, across = TextWidth.Widest(lines, size) + 4, up = lines.Length * size * 1.4;
        var left = x + (text.XShift ?? 0) - (text.XAnchor switch { "left" => 0, "right" => across, _ => across / 2 });
        var bottom = y + (text.YShift ?? 0) - (text.YAnchor switch { "bottom" => 0, "top" => up, _ => up / 2 });
        return (left, bottom, left + across, bottom + up);
    }
}
