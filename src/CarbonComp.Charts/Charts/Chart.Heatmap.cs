namespace CarbonComp.Charts;

public static partial class Chart
{
    /// <summary>A cell for each pair of labels, coloured by its number; up to 15 columns with the number in it.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="scale">How they become colours.</param>
    /// <param name="diagonal">Whether a label's cell with itself is shown; in a matrix of flows it often hides all others.</param>
    /// <exception cref="CarbonCompException">A logarithmic scale and no number above zero.</exception>
    public static Figure Heatmap(LabelledMatrix values, HeatmapScale scale = HeatmapScale.Automatic, bool diagonal = true)
    {
        var square = values.Rows.Equals(values.Columns);
        bool Shown(int i, int j) => diagonal || !square || i != j;
        int rows = values.Rows.Count, columns = values.Columns.Count;
        var cells = (from i in Enumerable.Range(0, rows) from j in Enumerable.Range(0, columns) where Shown(i, j) select values.Values[i, j]).ToArray();
        var unit = Readable(cells, values.Unit);
        var z = (values.Values * values.Unit.To(unit)).ToArray();
        cells = [.. cells.Select(v => v * values.Unit.To(unit))];
        var colors = Coloring.Of(cells, scale, values.Name, new(values.Name, unit));

        var annotated = columns <= 15 && rows <= 40;
        var decimals = cells.Length == 0 ? 0 : Math.Min(NumberFormat.Decimals(cells), 2);
        var annotations = !annotated ? [] :
            (from i in Enumerable.Range(0, rows)
             from j in Enumerable.Range(0, columns)
             where Shown(i, j)
             let text = Short(z[i, j], decimals)
             select new Annotation
             {
                 Text = text, X = j, Y = i,
                 Font = new(Size: text.Length > 5 ? 10 : 11, Color: (colors.Of(z[i, j]) is { } color ? Theme.TextOn(color) : Theme.Muted).ToString()),
             }).ToArray();
        return new Figure
        {
            Traces =
            [
                new HeatmapTrace
                {
                    X = Keys(values.Columns), Y = Keys(values.Rows),
                    Z = [.. Enumerable.Range(0, rows).Select(i => (PlotValues)Enumerable.Range(0, columns).Select(j => Shown(i, j) ? colors.Place(z[i, j]) : null).ToArray())],
                    ZMin = colors.Low, ZMax = colors.High, ColorScale = colors.Scale.ToPlotly(), ShowScale = true, ColorBar = colors.Bar,
                    XGap = 1, YGap = 1, HoverInfo = "text",
                    HoverText = [.. Enumerable.Range(0, rows).Select(i => (IReadOnlyList<string>)[.. Enumerable.Range(0, columns).Select(j =>
                        Label.Hover($"{Label.Full(values.Rows, i)} → {Label.Full(values.Columns, j)}", $"{values.Name}: {Label.Number(z[i, j], unit)}"))])],
                },
            ],
            Layout = new()
            {
                Title = new(Label.Sentence(values.Name)), Width = Math.Max(720, Math.Min(1100, 330 + 46 * columns)), Height = Math.Max(320, 210 + 27 * rows),
                XAxes = [PlotAxis.Of(values.Columns.Labels)],
                YAxes = [Downwards(PlotAxis.Of(values.Rows.Labels))],
                Annotations = annotations,
            },
            Caption = new(values.Status, diagonal || !square ? null : $"What a {values.Rows.Kind} has with itself is left blank"),
            Summary = $"Heat map of {values.Name}: {rows} {values.Rows.Kind}s in rows by {columns} {values.Columns.Kind}s in columns, {Largest(values, Shown, z, unit)}",
        };
    }

    private static string Largest(LabelledMatrix values, Func<int, int, bool> shown, double[,] z, Unit unit)
    {
        var all = from i in Enumerable.Range(0, values.Rows.Count) from j in Enumerable.Range(0, values.Columns.Count) where shown(i, j) select (i, j);
        if (!all.Any()) return "no cell";
        var (a, b) = all.MaxBy(p => z[p.i, p.j]);
        return $"highest {values.Rows.Labels[a]} to {values.Columns.Labels[b]} {Label.Number(z[a, b], unit)}";
    }

    // Cells are small: a number that the decimals would show as zero says that it is not.
    private static string Short(double value, int decimals) =>
        value != 0 && Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? (value > 0 ? "~0" : "−0") : NumberFormat.Format(value, value == 0 ? 0 : decimals);
}
