using CarbonComp.Uncertainty;
using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class IntervalFigures
{
    public static CarbonFigure Bars(EnsembleIntervals intervals, string above, string below)
    {
        var unit = Readable(intervals.Lower.Values.Concat(intervals.Upper.Values), intervals.Median.Unit);
        var median = intervals.Median.In(unit);
        int[] order = [.. Enumerable.Range(0, median.Axis.Count).OrderByDescending(i => median[i])];
        LabelledVector Sorted(LabelledVector values) => new(values.Name, Picked(values.Axis, order), order.Select(i => values[i]), values.Unit, values.Status);
        var (low, mid, high, pays) = (Sorted(intervals.Lower.In(unit)), Sorted(median), Sorted(intervals.Upper.In(unit)),
            Sorted(intervals.ProbabilityAboveZero));
        var all = Enumerable.Range(0, order.Length).ToArray();
        var keys = Keys(mid.Axis);
        string Hover(int i) => Label.Hover(Label.Full(mid.Axis, i), $"median: {Label.Number(mid[i], unit)}",
            $"{Label.Number(low[i], unit)} to {Label.Number(high[i], unit)} in {100 * intervals.Level:0.##} % of the runs",
            $"{above} in {NumberFormat.Format(100 * pays[i], 0)} % of the runs");
        BarTrace Of(string name, ThemeColor color, Func<int, bool> belongs)
        {
            int[] mine = [.. all.Where(belongs)];
            return new()
            {
                Name = name, Orientation = "h", Marker = new() { Color = color.WithAlpha(0.55) }, ShowLegend = mine.Length > 0,
                Base = mine.Select(i => low[i]).ToArray(), X = mine.Select(i => high[i] - low[i]).ToArray(), Y = mine.Select(i => keys[i]).ToArray(),
                TextPosition = "none", HoverInfo = "text", HoverText = mine.Select(Hover).ToArray(),
            };
        }
        var name = intervals.Name;
        var span = FormattableString.Invariant($"{100 * intervals.Level:0.##} %");
        return new CarbonFigure
        {
            Traces =
            [
                Of(above, Theme.Payer, i => low[i] > 0), Of(below, Theme.Receiver, i => high[i] < 0),
                Of("either", Theme.Neutral, i => !(low[i] > 0) && !(high[i] < 0)),
                new ScatterTrace
                {
                    Name = "median", Mode = "markers", X = mid.Values.ToArray(), Y = keys, HoverInfo = "text", HoverText = all.Select(Hover).ToArray(),
                    Marker = new()
                    {
                        Color = Theme.Text.ToString(), Symbol = "line-ns-open", Size = all.Select(_ => 13.0).ToArray(), Opacity = 1,
                        Line = new(Theme.Text.ToString(), 2),
                    },
                },
            ],
            Layout = new()
            {
                Title = new($"{Label.Sentence(name)}: middle {span} of the runs"), BarMode = "overlay", BarGap = 0.35, ShowLegend = true,
                Height = Math.Max(260, 150 + Math.Max(27, FigureFit.LabelHeight(mid.Axis.Labels)) * order.Length),
                XAxes = [PlotAxis.Of(new Quantity(name, unit)) with { Range = Around(low.Values.Concat(high.Values), withZero: true, 0.03, 0.03) }],
                YAxes = [Downwards(PlotAxis.Of(mid.Axis.Labels))],
            },
            Caption = new(intervals.Status, $"A bar holds the middle {span} of the runs, the stroke is the median; grey bars lie on both sides of zero"),
            Summary = $"Interval bars of {name}, {order.Length} {mid.Axis.Kinds}: {all.Count(i => low[i] > 0)} above zero, "
                + $"{all.Count(i => high[i] < 0)} below, {all.Count(i => !(low[i] > 0) && !(high[i] < 0))} on both sides; medians: {Extremes(mid)}",
        };
    }
}
