using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class HeatmapFigures
{
    public static CarbonFigure Heatmap(LabelledMatrix values, HeatmapScale scale, bool diagonal)
    {
        var square = values.Rows.Equals(values.Columns);
        bool IsDrawn(int i, int j) => diagonal || !square || i != j;
        int rows = values.Rows.Count, columns = values.Columns.Count;
        var cells = (from i in Enumerable.Range(0, rows) from j in Enumerable.Range(0, columns) where IsDrawn(i, j) select values.Values[i, j]).ToArray();
        var unit = Readable(cells, values.Unit);
        var z = (values.Values * values.Unit.To(unit)).ToArray();
        cells = [.. cells.Select(v => v * values.Unit.To(unit))];
        var colors = Coloring.Of(cells, scale, values.Name, new(values.Name, unit));

        var annotated = columns <= 15 && rows <= 40;
        var annotations = !annotated ? [] :
            (from i in Enumerable.Range(0, rows)
             from j in Enumerable.Range(0, columns)
             where IsDrawn(i, j)
             let text = Short(z[i, j])
             select new Annotation
             {
                 Text = text, X = j, Y = i,
                 Font = new(Size: text.Length > 5 ? 10 : 11, Color: (colors.Of(z[i, j]) is { } color ? Theme.TextOn(color) : Theme.Muted).ToString()),
             }).ToArray();
        // Two axes of one kind need other words, which only the caller knows.
        Title? Kind(CarbonComp.Axis axis) => square ? null : new(Label.Sentence(axis.Kind));
        return new CarbonFigure
        {
            Traces =
            [
                new HeatmapTrace
                {
                    X = Keys(values.Columns), Y = Keys(values.Rows),
                    Z = [.. Enumerable.Range(0, rows)
                        .Select(i => (PlotValues)Enumerable.Range(0, columns).Select(j => IsDrawn(i, j) ? colors.Place(z[i, j]) : null).ToArray())],
                    ZMin = colors.Low, ZMax = colors.High, ColorScale = colors.Scale.ToPlotly(), ShowScale = true, ColorBar = colors.Bar,
                    XGap = 1, YGap = 1, HoverInfo = "text",
                    HoverText = [.. Enumerable.Range(0, rows).Select(i => (IReadOnlyList<string>)[.. Enumerable.Range(0, columns).Select(j =>
                        Label.Hover($"{Label.Full(values.Rows, i)} → {Label.Full(values.Columns, j)}", $"{values.Name}: {Label.Number(z[i, j], unit)}"))])],
                },
            ],
            Layout = new()
            {
                Title = new(Label.Sentence(values.Name)), Width = Math.Max(720, Math.Min(1100, 330 + 46 * columns)), Height = Math.Max(320, 210 + 27 * rows),
                XAxes = [PlotAxis.Of(values.Columns.Labels) with { Title = Kind(values.Columns) }],
                YAxes = [Downwards(PlotAxis.Of(values.Rows.Labels)) with { Title = Kind(values.Rows) }],
                Annotations = annotations,
            },
            Caption = new(values.Status, diagonal || !square ? null : $"What a {values.Rows.Kind} has with itself is left blank"),
            Summary = $"Heat map of {values.Name}: {rows} {values.Rows.Kinds} in rows by {columns} {values.Columns.Kinds} in columns, "
                + $"{Largest(values, IsDrawn, z, unit)}",
        };
    }

    private static string Largest(LabelledMatrix values, Func<int, int, bool> shown, double[,] z, Unit unit)
    {
        var all = from i in Enumerable.Range(0, values.Rows.Count) from j in Enumerable.Range(0, values.Columns.Count) where shown(i, j) select (i, j);
        if (!all.Any()) return "no cell";
        var (a, b) = all.MaxBy(p => z[p.i, p.j]);
        return $"highest {values.Rows.Labels[a]} to {values.Columns.Labels[b]} {Label.Number(z[a, b], unit)}";
    }

    // Cells are small: two or three significant digits, and a number too small for them says that it is not zero.
    private static string Short(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.001 => "≈0",
        < 0.1 => NumberFormat.Format(value, 3),
        < 10 => NumberFormat.Format(value, 2),
        < 100 => NumberFormat.Format(value, 1),
        _ => NumberFormat.Format(value, 0),
    };
}
