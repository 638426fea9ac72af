using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class GridFigures
{
    public static CarbonFigure Grid(IReadOnlyList<CarbonFigure> figures, int columns, string title, bool sharedScale = true)
    {
        if (figures.Count == 0) throw new CarbonCompException("There is no figure to show. Give at least one.");
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        Own(figures);
        if (figures.Any(f => f.Layout.XAxes.Count != 1 || f.Layout.YAxes.Count != 1))
            throw new CarbonCompException("A grid cannot be part of a grid. Give its figures one by one.");
        var modes = figures.Select(f => f.Layout.BarMode).OfType<string>().Distinct().ToArray();
        if (modes.Length > 1) throw new CarbonCompException($"The bars of these figures are arranged in different ways ({string.Join(", ", modes)}), which "
            + $"one grid "
            + $"cannot show. Show them as figures of their own.");
        columns = Math.Min(columns, figures.Count);
        var cells = sharedScale ? SharedScales(figures) : figures;
        var rows = (cells.Count + columns - 1) / columns;
        var isMap = cells.All(c => c.Layout.YAxes[0].ScaleAnchor is not null);
        // Maps of one scale have one key, beside the whole.
        var oneKey = isMap && cells.Count(HasKey) == 1;
        static bool HasKey(CarbonFigure cell) => cell.Traces.Any(FigureFit.HasColorBar);

        const double TitleRoom = 26, GapX = 20, GapY = 18, Widest = 940;
        double Left(int column) => InColumn(column).Max(c => FigureFit.FitY(c.Layout.YAxes[0]).Room + c.Layout.Margin.Left);
        double Right(int column) => InColumn(column).Max(c => c.Layout.Margin.Right + (!oneKey && HasKey(c) ? 96 : 0));
        IEnumerable<CarbonFigure> InColumn(int column) => cells.Where((_, i) => i % columns == column);
        IEnumerable<CarbonFigure> InRow(int row) => cells.Where((_, i) => i / columns == row);
        double[] lefts = [.. Enumerable.Range(0, columns).Select(Left)], rights = [.. Enumerable.Range(0, columns).Select(Right)];
        var legend = cells.Any(c => c.Layout.ShowLegend);
        var beside = 24 + (oneKey ? 96 : 0) + (legend ? LegendRoom(cells) : 0);
        var cellWidth = Math.Clamp((Widest - beside - lefts.Sum() - rights.Sum() - (columns - 1) * GapX) / columns, 170, isMap ? 300 : 420);
        var plotWidth = lefts.Sum() + rights.Sum() + columns * cellWidth + (columns - 1) * GapX;
        var width = Math.Round(plotWidth + beside);
        double[] bottoms = [.. Enumerable.Range(0, rows).Select(r => InRow(r).Max(c => FigureFit.FitX(c.Layout.XAxes[0], cellWidth).Room))];
        double[] heights = [.. Enumerable.Range(0, rows)
            .Select(r => isMap ? cellWidth * Aspect(cells[0]) : Math.Clamp(InRow(r).Max(c => c.Layout.Height) - 170, 200, 420))];
        double Top(int row) => Enumerable.Range(0, row).Sum(r => TitleRoom + heights[r] + bottoms[r] + GapY) + TitleRoom;
        var plotHeight = Top(rows) - TitleRoom - GapY;

        var traces = new List<Trace>();
        var annotations = new List<Annotation>();
        var shapes = new List<Shape>();
        var xAxes = new List<PlotAxis>();
        var yAxes = new List<PlotAxis>();
        var named = new HashSet<string>();
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = cells[i];
            var (row, column) = (i / columns, i % columns);
            var suffix = i == 0 ? "" : FormattableString.Invariant($"{i + 1}");
            var x0 = Enumerable.Range(0, column).Sum(c => lefts[c] + cellWidth + rights[c] + GapX) + lefts[column];
            var y1 = plotHeight - Top(row);
            double[] across = [x0 / plotWidth, (x0 + cellWidth) / plotWidth], up = [(y1 - heights[row]) / plotHeight, y1 / plotHeight];
            xAxes.Add(FigureFit.FitX(cell.Layout.XAxes[0], cellWidth).Axis with { Domain = across, Anchor = "y" + suffix });
            var vertical = FigureFit.FitY(cell.Layout.YAxes[0]).Axis;
            yAxes.Add(vertical with { Domain = up, Anchor = "x" + suffix, ScaleAnchor = vertical.ScaleAnchor is null ? null : "x" + suffix });
            foreach (var trace in isMap
                ? MapNames.Thinned(cell.Traces, (cell.Layout.XAxes[0].Range![1] - cell.Layout.XAxes[0].Range![0]) / cellWidth, move: false) : cell.Traces)
            {
                var placed = trace with { XAxis = "x" + suffix, YAxis = "y" + suffix };
                if (cell.Layout.ShowLegend && trace.ShowLegend != false && trace.Name is { } name)
                    placed = placed with { LegendGroup = Label.Escape(name), ShowLegend = named.Add(name) };
                else placed = placed with { ShowLegend = false };
                if (FigureFit.HasColorBar(trace))
                    placed = WithBar(placed, bar => oneKey ? bar : bar with { X = across[1] + 6 / plotWidth, Y = (up[0] + up[1]) / 2, Len = up[1] - up[0] });
                traces.Add(placed);
            }
            string Ref(string reference) =>
                reference == "paper" ? throw new CarbonCompException("A text placed relative to the paper has no place in a grid.")
                : reference[..1] + suffix + reference[1..];
            annotations.AddRange(cell.Layout.Annotations.Select(a => a with { XRef = Ref(a.XRef), YRef = Ref(a.YRef) }));
            shapes.AddRange(cell.Layout.Shapes.Select(s => s with { XRef = Ref(s.XRef), YRef = Ref(s.YRef) }));
            if (cell.Layout.Title is { } heading)
            {
                var lines = TextWidth.Wrap(heading.Words, Theme.FontSize, cellWidth + rights[column] - 4);
                annotations.Add(new()
                {
                    Text = $"<b>{Label.Escape(lines.Count > 1 ? lines[0] + " …" : heading.Words)}</b>",
                    X = across[0], Y = up[1], XRef = "paper", YRef = "paper", XAnchor = "left",
                    YAnchor = "bottom", YShift = 3, Font = new(Size: Theme.FontSize, Color: Theme.Text.ToString()),
                });
            }
        }
        var caption = FigureCaption.Of([.. cells.Select(c => c.Caption)]);
        var layout = new Layout
        {
            Title = title.Length == 0 ? null : new(Label.Sentence(title)), Width = width,
            XAxes = xAxes, YAxes = yAxes, Annotations = annotations, Shapes = shapes,
            BarMode = modes.FirstOrDefault(), BarGap = cells.Select(c => c.Layout.BarGap).FirstOrDefault(g => g is not null),
            ShowLegend = legend && named.Count > 0, Legend = new(),
        };
        return new CarbonFigure
        {
            Traces = traces, Caption = caption,
            Layout = layout with { Height = Math.Round(plotHeight + FigureFit.HeadHeight(layout) + FigureFit.FootHeight(caption, width)) },
            Summary = $"{cells.Count} figures: {string.Join(" · ", cells.Select(c => c.Summary))}",
        };
    }

    public static CarbonFigure SmallMultiples(IReadOnlyList<LabelledVector> series, int columns)
    {
        var given = Matrix(series);
        var unit = Readable(given.Values.Enumerate(), given.Unit);
        var order = Ordered(series[0], Order.Descending).Axis;
        var cells = series.Select(s => s.In(unit)).Select(s => new LabelledVector(s.Name, order, order.Codes.Select(c => s[c]), unit, s.Status)).ToArray();
        var quantity = new Quantity(given.Name, unit);
        var decimals = Label.Decimals(cells.SelectMany(c => c.Values));
        return Grid([.. cells.Select(c => BarFigures.Bars(c, horizontal: true, null, decimals)).Select((f, i) => f with
        {
            Layout = f.Layout with
            {
                XAxes = [f.Layout.XAxes[0] with { Quantity = quantity }],
            },
        })], columns, given.Name);
    }

    private static double LegendRoom(IEnumerable<CarbonFigure> cells) => 58 + cells.Where(c => c.Layout.ShowLegend).SelectMany(c => c.Traces)
        .Where(t => t.ShowLegend != false).Select(t => t.Name).OfType<string>().Distinct().SelectMany(n => TextWidth.Wrap(n, Theme.FontSize, 170))
        .Select(n => TextWidth.Of(n, Theme.FontSize)).DefaultIfEmpty(0).Max();

    private static double Aspect(CarbonFigure map)
    {
        IReadOnlyList<double> x = map.Layout.XAxes[0].Range!, y = map.Layout.YAxes[0].Range!;
        return Math.Clamp(Math.Abs((y[1] - y[0]) / (x[1] - x[0])), 0.3, 2);
    }

    private static Trace WithBar(Trace trace, Func<ColorBar, ColorBar> place) => trace switch
    {
        HeatmapTrace { ColorBar: { } bar } map => map with { ColorBar = place(bar) },
        ScatterTrace { Marker: { ColorBar: { } bar } marker } points => points with { Marker = marker with { ColorBar = place(bar) } },
        _ => trace,
    };

    // Axes of one quantity get the widest range that any of the figures has.
    private static CarbonFigure[] SharedScales(IReadOnlyList<CarbonFigure> figures)
    {
        PlotAxis Shared(PlotAxis axis, Func<CarbonFigure, PlotAxis> of)
        {
            if (axis.Quantity is not { } quantity || axis.Range is null) return axis;
            var ranges = figures.Select(of).Where(a => a.Quantity == quantity && a.Type == axis.Type && a.Range is not null).Select(a => a.Range!).ToArray();
            return axis with { Range = [ranges.Min(r => r[0]), ranges.Max(r => r[1])] };
        }
        return [.. figures.Select(f => f with
        {
            Layout = f.Layout with
            {
                XAxes = [Shared(f.Layout.XAxes[0], o => o.Layout.XAxes[0])], YAxes = [Shared(f.Layout.YAxes[0], o => o.Layout.YAxes[0])],
            },
        })];
    }
}
