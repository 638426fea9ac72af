using CarbonComp.Uncertainty;
using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class SensitivityFigures
{
    public static CarbonFigure Bars(SobolIndices indices, int top)
    {
        var axis = Largest(indices, top);
        BarTrace Of(string name, ThemeColor color, LabelledVector values, LabelledVector low, LabelledVector high)
        {
            var (v, l, h) = (values.For(axis), low.For(axis), high.For(axis));
            return new()
            {
                Name = name, Orientation = "h", Marker = new() { Color = color.ToString() }, Y = Keys(axis), X = v.Values.ToArray(), TextPosition = "none",
                ErrorX = new()
                {
                    Array = h.Values.Select((end, i) => Math.Max(0, end - v[i])).ToArray(),
                    ArrayMinus = l.Values.Select((end, i) => Math.Max(0, v[i] - end)).ToArray(),
                    Color = Theme.Text.ToString(), Thickness = 1.2, Width = 3,
                },
                HoverInfo = "text",
                HoverText = axis.Labels.Select((input, i) => Label.Hover(input,
                    $"{name}: {Label.NumberText(v[i])} ({Label.NumberText(l[i])} to {Label.NumberText(h[i])})")).ToArray(),
            };
        }
        double[] ends = [.. indices.TotalUpper.Values, .. indices.FirstUpper.Values, .. indices.FirstLower.Values, .. indices.TotalLower.Values];
        return new CarbonFigure
        {
            Traces =
            [
                Of("alone (first order)", Theme.Series(4), indices.First, indices.FirstLower, indices.FirstUpper),
                Of("with the others (total)", Theme.Series(5), indices.Total, indices.TotalLower, indices.TotalUpper),
            ],
            Layout = new()
            {
                Title = new($"What the spread of {indices.Result} comes from"), BarMode = "group", BarGap = 0.25, ShowLegend = true,
                Height = Math.Max(280, 160 + Math.Max(36, FigureFit.LabelHeight(axis.Labels)) * axis.Count),
                XAxes = [PlotAxis.Of(new Quantity("share of the variance", Unit.One)) with { Range = Around(ends, withZero: true, 0.03, 0.03) }],
                YAxes = [Downwards(PlotAxis.Of(axis.Labels))],
            },
            Caption = new(indices.Status, FormattableString.Invariant($"Whiskers: {100 * indices.Level:0.##} % bootstrap intervals, {indices.Samples} samples")
                + TornadoFigures.Left(indices.Total.Axis.Count, axis.Count)),
            Summary = $"Sobol indices of {indices.Result}, {axis.Count} inputs, total: {Extremes(indices.Total.For(axis))}",
        };
    }

    public static CarbonFigure Convergence(SobolConvergence convergence, int top)
    {
        var last = convergence.Steps[^1];
        var inputs = Largest(last, top);
        var samples = new CategoryAxis("samples", convergence.Steps.Select(s => FormattableString.Invariant($"{s.Samples}")));
        LabelledVector Over(string input, Func<SobolIndices, LabelledVector> of) =>
            new(input, samples, convergence.Steps.Select(s => of(s)[input]), Unit.One, convergence.Status);
        var figure = LineFigures.Line([.. inputs.Labels.Select(input => Over(input, s => s.Total))]);
        var keys = Keys(samples);
        var bands = inputs.Labels.Select((input, k) => (Trace)Area(keys.Concat(keys.Reverse()).ToArray(),
            Over(input, s => s.TotalUpper).Values.Concat(Over(input, s => s.TotalLower).Values.Reverse()).ToArray(),
            Theme.Series(k).WithAlpha(0.14), Label.Escape(input)));
        double[] ends = [.. inputs.Labels.SelectMany(input => Over(input, s => s.TotalUpper).Values.Concat(Over(input, s => s.TotalLower).Values))];
        return figure with
        {
            Traces = [.. bands, .. figure.Traces],
            Layout = figure.Layout with
            {
                Title = new($"Were the runs enough? {Label.Sentence(convergence.Result)}"), ShowLegend = true,
                XAxes = [figure.Layout.XAxes[0] with { Title = new("Samples (rows of the design)") }],
                YAxes = [PlotAxis.Of(new Quantity("total Sobol index", Unit.One)) with { Range = Around(ends, withZero: true, 0.03, 0.03) }],
            },
            Caption = new(convergence.Status, FormattableString.Invariant($"Bands: {100 * last.Level:0.##} % bootstrap intervals")
                + TornadoFigures.Left(last.Total.Axis.Count, inputs.Count)),
            Summary = $"Total Sobol indices of {convergence.Result} from {convergence.Steps[0].Samples} to {last.Samples} samples, {inputs.Count} inputs; "
                + $"at last the widest interval is {Label.NumberText(convergence.WidestInterval)}",
        };
    }

    private static CategoryAxis Largest(SobolIndices indices, int top) => top < 1
        ? throw new CarbonCompException($"A figure of {top} inputs shows nothing. Ask for at least one.")
        : new("input", indices.Total.Ranked().Take(top));
}
