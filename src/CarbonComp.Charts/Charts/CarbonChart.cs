namespace CarbonComp.Charts;

/// <summary>Makes figures. Names follow Plotly.NET's where it has them; arguments carry names, units and status, so figures do too.</summary>
public static partial class CarbonChart
{
    /// <summary>Several figures of one kind of axes as one: the marks of all, the axes of the first.</summary>
    /// <param name="figures">At least one; all with the same quantities on their axes.</param>
    /// <exception cref="CarbonCompException">None, or axes that show different quantities.</exception>
    public static CarbonFigure Combine(params IReadOnlyList<CarbonFigure> figures)
    {
        if (figures.Count == 0) throw new CarbonCompException("There is no figure to combine. Give at least one.");
        Own(figures);
        var first = figures[0];
        foreach (var figure in figures.Skip(1))
            if (!Units(figure).SequenceEqual(Units(first)))
                throw new CarbonCompException($"The figures show different units on their axes ({string.Join(", ", Units(first))}; "
                    + $"{string.Join(", ", Units(figure))}). Combine figures of the same units, or set them side by side with CarbonChart.Grid.");
        return first with
        {
            Traces = [.. figures.SelectMany(f => f.Traces)],
            Layout = first.Layout with
            {
                ShowLegend = true,
                // Bars of several figures are beside each other, not on top of each other.
                BarMode = first.Layout.BarMode is null ? null : "group",
                XAxes = [.. first.Layout.XAxes.Select((a, i) => Widened(a, figures.Select(f => f.Layout.XAxes[i])))],
                YAxes = [.. first.Layout.YAxes.Select((a, i) => Widened(a, figures.Select(f => f.Layout.YAxes[i])))],
                Annotations = [.. figures.SelectMany(f => f.Layout.Annotations).Distinct()],
                Shapes = [.. figures.SelectMany(f => f.Layout.Shapes).Distinct()],
            },
            Caption = FigureCaption.Of([.. figures.Select(f => f.Caption)]),
            Summary = string.Join(" ", figures.Select(f => f.Summary)),
        };
    }

    private static void Own(IReadOnlyList<CarbonFigure> figures)
    {
        if (figures.Any(f => f.Foreign is not null))
            throw new CarbonCompException("A plot of another library cannot be put together with figures of CarbonComp here. Combine them in that library, "
                + "and make a figure of the result.");
    }

    private static IEnumerable<string> Units(CarbonFigure figure) =>
        figure.Layout.XAxes.Concat(figure.Layout.YAxes).Select(a => a.Quantity?.Unit.Symbol ?? "labels");

    private static PlotAxis Widened(PlotAxis axis, IEnumerable<PlotAxis> all)
    {
        var axes = all.ToArray();
        if (axis.Labels is not null) return axis with { Labels = [.. axes.SelectMany(a => a.Labels ?? []).Distinct()] };
        return axes.All(a => a.Range is not null)
            ? axis with { Range = [axes.Min(a => a.Range![0]), axes.Max(a => a.Range![1])] } : axis;
    }

    /// <summary>The unit in which the largest of these numbers is read most easily.</summary>
    private static Unit Readable(IEnumerable<double> values, Unit unit) =>
        unit.Readable(values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());

    private static LabelledVector Readable(LabelledVector vector) => vector.In(Readable(vector.Values, vector.Unit));

    /// <summary>A range around numbers with a share of it free at each end that is not zero.</summary>
    private static double[] Around(IEnumerable<double> values, bool withZero, double below = 0.06, double above = 0.06)
    {
        var all = values.Where(double.IsFinite).Concat(withZero ? [0] : Array.Empty<double>()).DefaultIfEmpty(0).ToArray();
        double low = all.Min(), high = all.Max();
        var span = high - low;
        if (span == 0) return low == 0 ? [0, 1] : [low - Math.Abs(low) * 0.1, high + Math.Abs(high) * 0.1];
        return [withZero && low == 0 ? 0 : low - span * below, withZero && high == 0 ? 0 : high + span * above];
    }

    private static string Extremes(LabelledVector vector)
    {
        var high = vector.Values.MaximumIndex();
        var low = vector.Values.MinimumIndex();
        return $"highest {vector.Axis.Labels[high]} {Label.Number(vector[high], vector.Unit)}, lowest {vector.Axis.Labels[low]} "
            + $"{Label.Number(vector[low], vector.Unit)}";
    }

    private static string[] Keys(CarbonComp.Axis axis) => [.. axis.Labels.Select(Label.Escape)];
}
