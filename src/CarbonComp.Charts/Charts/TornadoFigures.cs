using CarbonComp.Uncertainty;
using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class TornadoFigures
{
    public static CarbonFigure Bars(Tornado tornado, int top)
    {
        if (top < 1) throw new CarbonCompException($"A tornado of {top} inputs shows nothing. Ask for at least one.");
        var shown = Math.Min(top, tornado.Low.Axis.Count);
        var unit = Readable(tornado.Low.Values.Concat(tornado.High.Values), tornado.Low.Unit);
        var axis = new CategoryAxis("input", tornado.Low.Axis.Labels.Take(shown));
        var (low, high, middle) = (tornado.Low.In(unit).For(axis), tornado.High.In(unit).For(axis), tornado.Base.In(unit).Value);
        BarTrace Of(string name, ThemeColor color, LabelledVector ends) => new()
        {
            Name = name, Orientation = "h", Marker = new() { Color = color.ToString() }, Y = Keys(axis),
            Base = ends.Values.Select(_ => middle).ToArray(), X = ends.Values.Select(v => v - middle).ToArray(), TextPosition = "none", HoverInfo = "text",
            HoverText = axis.Labels.Select((input, i) => Label.Hover(input, $"low: {Label.Number(low[i], unit)}", $"high: {Label.Number(high[i], unit)}",
                $"others at their medians: {Label.Number(middle, unit)}")).ToArray(),
        };
        return new CarbonFigure
        {
            Traces = [Of("input low", Theme.Series(3), low), Of("input high", Theme.Series(2), high)],
            Layout = new()
            {
                Title = new($"{Label.Sentence(tornado.Result)}: one input at a time"), BarMode = "overlay", BarGap = 0.3, ShowLegend = true,
                Height = Math.Max(260, 150 + Math.Max(27, FigureFit.LabelHeight(axis.Labels)) * shown),
                XAxes =
                [
                    PlotAxis.Of(new Quantity(tornado.Result, unit)) with { Range = Around([.. low.Values, .. high.Values, middle], false), ZeroLine = false },
                ],
                YAxes = [Downwards(PlotAxis.Of(axis.Labels))],
                Shapes = [new() { X0 = middle, X1 = middle, Y0 = 0, Y1 = 1, YRef = "y domain", Line = new(Theme.Text.ToString(), 1.5) }],
            },
            Caption = new(tornado.Status, FormattableString.Invariant($"Low and high hold {100 * tornado.Level:0.##} % of an input's distribution, ")
                + "the others are at their medians (line)" + Left(tornado.Low.Axis.Count, shown)),
            Summary = $"Tornado of {tornado.Result}, {shown} inputs: widest {axis.Labels[0]} from {Label.Number(low[0], unit)} "
                + $"to {Label.Number(high[0], unit)}",
        };
    }

    // What the caption says of inputs that are not drawn.
    internal static string Left(int all, int shown) => shown == all ? "" : $". The {shown} of {all} inputs that matter most are drawn";
}
