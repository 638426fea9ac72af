namespace CarbonComp.Charts;

// What the kinds of figures share: readable units, ranges, the order and the names of labels.
internal static class FigureParts
{
    public static void Own(IReadOnlyList<CarbonFigure> figures)
    {
        if (figures.Any(f => f.Foreign is not null))
            throw new CarbonCompException("A plot of another library cannot be put together with figures of CarbonComp here. Combine them in that library, "
                + "and make a figure of the result.");
    }

    /// <summary>The unit in which the largest of these numbers is read most easily.</summary>
    public static Unit Readable(IEnumerable<double> values, Unit unit) =>
        unit.Readable(values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());

    public static LabelledVector Readable(LabelledVector vector) => vector.In(Readable(vector.Values, vector.Unit));

    /// <summary>A range around numbers with a share of it free at each end that is not zero.</summary>
    public static double[] Around(IEnumerable<double> values, bool withZero, double below = 0.06, double above = 0.06)
    {
        var all = values.Where(double.IsFinite).Concat(withZero ? [0] : Array.Empty<double>()).DefaultIfEmpty(0).ToArray();
        double low = all.Min(), high = all.Max();
        var span = high - low;
        if (span == 0) return low == 0 ? [0, 1] : [low - Math.Abs(low) * 0.1, high + Math.Abs(high) * 0.1];
        return [withZero && low == 0 ? 0 : low - span * below, withZero && high == 0 ? 0 : high + span * above];
    }

    public static string Extremes(LabelledVector vector)
    {
        var high = vector.Values.MaximumIndex();
        var low = vector.Values.MinimumIndex();
        return $"highest {vector.Axis.Labels[high]} {Label.Number(vector[high], vector.Unit)}, lowest {vector.Axis.Labels[low]} "
            + $"{Label.Number(vector[low], vector.Unit)}";
    }

    public static string[] Keys(CarbonComp.Axis axis) => [.. axis.Labels.Select(Label.Escape)];

    /// <summary>A vertical axis of labels that reads from above.</summary>
    public static PlotAxis Downwards(PlotAxis category) => category with { Range = [category.Labels!.Count - 0.5, -0.5] };

    public static LabelledMatrix Matrix(IReadOnlyList<LabelledVector> series)
    {
        if (series.Count == 0) throw new CarbonCompException("There is no series to show. Give at least one vector.");
        var first = series[0];
        foreach (var other in series) first.Axis.Require(other.Axis, other.Name);
        var name = series.Count == 1 ? first.Name : Common(series.Select(s => s.Name));
        return new(name, first.Axis, new CategoryAxis("series", series.Select(s => s.Name)),
            MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnVectors(series.Select(s => s.In(first.Unit).Values)),
            first.Unit, ValueStatuses.Weakest(series.Select(s => s.Status)));
    }

    // "emissions 2010", "emissions 2020" are emissions.
    public static string Common(IEnumerable<string> names)
    {
        var words = names.Select(n => n.Split(' ')).ToArray();
        var shared = words[0].TakeWhile((w, i) => words.All(o => i < o.Length && o[i] == w)).ToArray();
        return shared.Length > 0 ? string.Join(' ', shared).TrimEnd(',') : string.Join(", ", words.Select(w => string.Join(' ', w)));
    }

    public static LabelledVector Ordered(LabelledVector vector, Order order)
    {
        if (order == Order.AsGiven) return vector;
        var places = Enumerable.Range(0, vector.Axis.Count);
        int[] sorted = order == Order.Descending ? [.. places.OrderByDescending(i => vector[i])] : [.. places.OrderBy(i => vector[i])];
        return new(vector.Name, Picked(vector.Axis, sorted), sorted.Select(i => vector[i]), vector.Unit, vector.Status);
    }

    public static LabelledMatrix Ordered(LabelledMatrix matrix, Order order) =>
        order == Order.AsGiven ? matrix : matrix.ForRows(Ordered(matrix.RowSums(), order).Axis);

    public static CarbonComp.Axis Picked(CarbonComp.Axis axis, IReadOnlyList<int> places) => axis switch
    {
        RegionAxis regions => new RegionAxis(places.Select(i => regions[i])),
        SectorAxis sectors => new SectorAxis(places.Select(i => sectors[i])),
        _ => new CategoryAxis(axis.Kind, places.Select(i => axis.Labels[i])),
    };

    /// <summary>A filled outline that says what it is on hovering.</summary>
    public static ScatterTrace Area(PlotValues x, PlotValues y, string color, string hover, Line? line = null) => new()
    {
        Mode = "lines", X = x, Y = y, Fill = "toself", FillColor = color, Line = line ?? new(color, 0),
        HoverOn = "fills", HoverInfo = "text", Text = hover, ShowLegend = false,
    };

    /// <summary>A square in the legend, for what is an area in the figure.</summary>
    public static ScatterTrace SquareKey(string name, ThemeColor color) =>
        Key(name, color) with { Marker = new() { Color = color.ToString(), Symbol = "square", Size = new double[] { 14 }, Opacity = 1 } };

    public static ScatterTrace Key(string name, ThemeColor color) => new()
    {
        Name = name, Mode = "markers", X = new double?[] { null }, Y = new double?[] { null }, HoverInfo = "skip",
        Marker = new() { Color = color.ToString(), Size = new double[] { 10 }, Opacity = 1 },
    };
}
