using CarbonComp.Uncertainty;
using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class ViolinFigures
{
    public static CarbonFigure Of(Ensemble ensemble, string above, string below)
    {
        var median = ensemble.Median();
        var all = median.Axis.Labels.SelectMany(ensemble.Of);
        var unit = Readable(all, ensemble.Unit);
        var factor = ensemble.Unit.To(unit);
        int[] order = [.. Enumerable.Range(0, median.Axis.Count).OrderByDescending(i => median[i])];
        var axis = Picked(median.Axis, order);
        var keys = Keys(axis);
        var (low, high) = (ensemble.Quantile(0.05), ensemble.Quantile(0.95));
        ThemeColor Colour(int i) => low[i] > 0 ? Theme.Payer : high[i] < 0 ? Theme.Receiver : Theme.Neutral;
        (string Name, ThemeColor Colour)[] legend = [(above, Theme.Payer), (below, Theme.Receiver), ("either", Theme.Neutral)];
        return new CarbonFigure
        {
            Traces =
            [
                .. order.Select((i, row) =>
                {
                    double[] values = [.. ensemble.Of(median.Axis.Labels[i]).Select(v => v * factor)];
                    return new ViolinTrace
                    {
                        Name = axis.Labels[row], X = values, Y = Enumerable.Repeat(keys[row], values.Length).ToArray(), ShowLegend = false, Width = 0.85,
                        Line = new(Colour(i).ToString(), 1), FillColor = Colour(i).WithAlpha(0.45), HoverInfo = "x",
                        Mean = new(true, Theme.Text.ToString(), 1.5),
                    };
                }),
                .. legend.Where(l => order.Any(i => Colour(i) == l.Colour)).Select(l => Key(l.Name, l.Colour)),
            ],
            Layout = new()
            {
                Title = new($"{Label.Sentence(ensemble.Name)}: all runs"), ShowLegend = true,
                Height = Math.Max(260, 150 + Math.Max(34, FigureFit.LabelHeight(axis.Labels)) * order.Length),
                XAxes = [PlotAxis.Of(new Quantity(ensemble.Name, unit)) with { Range = Around(all.Select(v => v * factor), withZero: true, 0.03, 0.03) }],
                YAxes = [Downwards(PlotAxis.Of(axis.Labels))],
            },
            Caption = new(ensemble.Status,
                FormattableString.Invariant($"A shape is the density of {ensemble.RunCount} runs, all as high; the stroke is the mean. ")
                + "Coloured where the middle 90 % lie on one side of zero"),
            Summary = $"Densities of {ensemble.Name}, {order.Length} {axis.Kinds}; medians: {Extremes(median.In(unit))}",
        };
    }
}
