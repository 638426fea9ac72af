using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

// What comes in to the right, what goes out to the left, and a mark at the difference.
internal static class InOutFigures
{
    public static CarbonFigure Of(LabelledVector incoming, LabelledVector outgoing, string net)
    {
        incoming.Axis.Require(outgoing.Axis, outgoing.Name);
        foreach (var side in new[] { incoming, outgoing })
            if (side.Values.Minimum() < 0)
                throw new CarbonCompException($"{side.Name} of {side.Axis.Labels[side.Values.MinimumIndex()]} is below zero. "
                    + "What comes in and what goes out are amounts; show their difference with CarbonChart.DivergingBar.");
        var unit = Readable(incoming.Values.Concat(outgoing.In(incoming.Unit).Values), incoming.Unit);
        var difference = Ordered((incoming - outgoing).Named(net).In(unit), Order.Descending);
        var axis = difference.Axis;
        var (into, from) = (incoming.In(unit), outgoing.In(unit));
        string[] labels = Keys(axis);
        double[] Of(LabelledVector vector) => [.. axis.Codes.Select(code => vector[code])];
        string[] Hover(string name, double[] numbers) =>
            [.. labels.Select((_, i) => Label.Hover(Label.Full(axis, i), $"{name}: {Label.Number(numbers[i], unit)}"))];
        BarTrace Side(LabelledVector vector, ThemeColor color, int sign) => new()
        {
            Name = vector.Name, Orientation = "h", X = Of(vector).Select(v => sign * v).ToArray(), Y = labels, TextPosition = "none",
            Marker = new() { Color = color.ToString() }, HoverInfo = "text", HoverText = Hover(vector.Name, Of(vector)),
        };
        return new()
        {
            Traces =
            [
                Side(into, Theme.Payer, 1), Side(from, Theme.Receiver, -1),
                new ScatterTrace
                {
                    Name = net, X = difference.Values.ToArray(), Y = labels, HoverInfo = "text", HoverText = Hover(net, [.. difference.Values]),
                    Marker = new()
                    {
                        Color = Theme.Text.ToString(), Symbol = "diamond", Size = labels.Select(_ => 10.0).ToArray(), Opacity = 1,
                        Line = new(Theme.Background.ToString(), 1.5),
                    },
                },
            ],
            Layout = new()
            {
                Title = new($"{Label.Sentence(into.Name)}, {from.Name} and {net}"), BarMode = "relative", BarGap = 0.3, ShowLegend = true,
                Height = Math.Max(280, 150 + Math.Max(24, FigureFit.LabelHeight(axis.Labels)) * labels.Length), Width = 920,
                XAxes = [PlotAxis.Of(new Quantity($"{into.Name} to the right, {from.Name} to the left", unit)) with
                {
                    Range = Around(into.Values.Concat(from.Values.Select(v => -v)), withZero: true, 0.03, 0.03),
                }],
                YAxes = [Downwards(PlotAxis.Of(axis.Labels))],
            },
            Caption = new(ValueStatuses.Weakest(incoming.Status, outgoing.Status), $"Diamond: {net}, the difference of the two"),
            Summary = $"Bars of {into.Name} ({Extremes(into)}) and {from.Name} ({Extremes(from)}) of {labels.Length} {axis.Kinds}; "
                + $"{net}: {Extremes(difference)}",
        };
    }
}
