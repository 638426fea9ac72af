using static CarbonComp.Charts.FigureParts;

namespace CarbonComp.Charts;

internal static class SankeyFigures
{
    public static CarbonFigure Sankey(LabelledMatrix flows, int top, bool own)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        var square = flows.Rows.Equals(flows.Columns);
        var (kept, note) = LargestFlows(flows, top, own);
        if (kept.Count == 0) return Empty(flows.Name, flows.Unit, flows.Status);
        var unit = Readable(kept.Select(f => f.Amount), flows.Unit);
        var factor = flows.Unit.To(unit);
        int[] rows = [.. kept.Select(f => f.Row).Distinct()], columns = [.. kept.Select(f => f.Column).Distinct()];
        // A block's number is the place's whole amount: what is too small to draw goes to, or comes from, the others together.
        double Left(IEnumerable<double> all, IEnumerable<double> drawn) => Math.Max(0, all.Sum() - drawn.Sum());
        var counted = flows.Values.Clone();
        if (square && !own) for (var i = 0; i < flows.Rows.Count; i++) counted[i, i] = 0;
        double[] leaves = [.. rows.Select(i => Left(counted.Row(i), kept.Where(f => f.Row == i).Select(f => f.Amount)))];
        double[] arrives = [.. columns.Select(j => Left(counted.Column(j), kept.Where(f => f.Column == j).Select(f => f.Amount)))];
        int[] sending = Rest(leaves), receiving = Rest(arrives);
        var (to, from) = (rows.Length + columns.Length, rows.Length + columns.Length + (sending.Length > 0 ? 1 : 0));
        (int From, int To, double Amount)[] ribbons =
        [
            .. kept.Select(f => (Array.IndexOf(rows, f.Row), rows.Length + Array.IndexOf(columns, f.Column), f.Amount * factor)),
            .. sending.Select(k => (k, to, leaves[k] * factor)), .. receiving.Select(k => (from, rows.Length + k, arrives[k] * factor)),
        ];
        int[] Rest(double[] amounts) => [.. Enumerable.Range(0, amounts.Length).Where(k => amounts[k] > 1e-9 * kept[0].Amount)];
        // A region has one colour on both sides.
        (string Name, int Stage, ThemeColor Color)[] blocks =
        [
            .. rows.Select(i => (flows.Rows.Labels[i], 0, Theme.Series(i))),
            .. columns.Select(j => (flows.Columns.Labels[j], 1, Theme.Series(square ? j : flows.Rows.Count + j))),
            .. sending.Take(1).Select(_ => ($"other {flows.Columns.Kinds}", 1, Theme.Neutral)),
            .. receiving.Take(1).Select(_ => ($"other {flows.Rows.Kinds}", 0, Theme.Neutral)),
        ];
        var figure = Sankey(flows.Name, unit, flows.Status, [.. blocks.Select(b => b.Name)], [.. blocks.Select(b => b.Stage)], ribbons,
            [.. blocks.Select(b => b.Color)]);
        return figure with
        {
            Caption = new(flows.Status, sending.Length + receiving.Length == 0 ? note
                : $"{note} Grey: what the {flows.Rows.Kinds} shown send and receive by smaller flows, so that each number is a whole amount."),
        };
    }

    public static CarbonFigure Sankey(string name, Unit unit, ValueStatus status, IReadOnlyList<Flow> flows)
    {
        if (flows.FirstOrDefault(f => !(f.Amount >= 0 && double.IsFinite(f.Amount))) is { } wrong)
            throw new CarbonCompException(FormattableString.Invariant($"{name} from {wrong.From} to {wrong.To} is {wrong.Amount}. ")
                + "A flow must be zero or positive; turn a negative flow around.");
        var drawn = flows.Where(f => f.Amount > 0).ToArray();
        if (drawn.Length == 0) return Empty(name, unit, status);
        string[] names = [.. drawn.SelectMany(f => new[] { f.From, f.To }).Distinct()];
        var stages = Stages(name, names, drawn);
        var readable = Readable(drawn.Select(f => f.Amount), unit);
        return Sankey(name, readable, status, names, stages,
            [.. drawn.Select(f => (Array.IndexOf(names, f.From), Array.IndexOf(names, f.To), f.Amount * unit.To(readable)))],
            [.. Enumerable.Range(0, names.Length).Select(Theme.Series)]);
    }

    // A price of zero is no mistake.
    private static CarbonFigure Empty(string name, Unit unit, ValueStatus status)
    {
        var quantity = new Quantity(name, unit);
        return new()
        {
            Traces = [Area(new double[] { 0, 0, 0 }, new double[] { 0, 0, 0 }, Theme.Background.ToString(), "")],
            Layout = new()
            {
                Title = new(quantity.Heading), Height = 180, XAxes = [PlotAxis.Hidden with { Range = [0, 1] }],
                YAxes = [PlotAxis.Hidden with { Range = [1, 0] }], Quantity = quantity,
            },
            Caption = new(status, "Nothing flows: all amounts are zero."),
            Summary = $"Sankey diagram of {name}: nothing flows",
        };
    }

    private static CarbonFigure Sankey(string name, Unit unit, ValueStatus status, string[] names, int[] stages,
        (int From, int To, double Amount)[] flows, IReadOnlyList<ThemeColor> colors)
    {
        const double BlockWidth = 0.022, LabelHeight = 19;
        var layout = SankeyLayout.Of(names, stages, flows, LabelHeight, 380);
        var decimals = Label.Decimals(layout.Blocks.Select(b => b.Amount));
        string Text(SankeyLayout.Block b) => $"{b.Name}  {NumberFormat.Format(b.Amount, decimals)}";
        double Left(int stage) => layout.Stages == 1 ? 0 : stage * (1 - BlockWidth) / (layout.Stages - 1);
        double Room(bool last) =>
            layout.Blocks.Where(b => last ? b.Stage == layout.Stages - 1 : b.Stage == 0)
            .Select(b => TextWidth.Of(Text(b), Theme.SmallSize)).DefaultIfEmpty(0).Max() + 10;
        var ribbons = layout.Ribbons.OrderByDescending(r => r.Amount).Select(r =>
        {
            var (x, y) = SankeyLayout.Outline(r, Left(stages[r.From]) + BlockWidth, Left(stages[r.To]));
            return Area(x, y, colors[r.From].WithAlpha(0.42),
                Label.Hover($"{names[r.From]} → {names[r.To]}", $"{name}: {Label.Number(r.Amount, unit)}"));
        });
        var blocks = layout.Blocks.Select((b, i) =>
        {
            double l = Left(b.Stage), r = l + BlockWidth, bottom = Math.Max(b.Bottom, b.Top + 1);
            return Area(new[] { l, r, r, l, l }, new[] { b.Top, b.Top, bottom, bottom, b.Top },
                colors[i].ToString(), Label.Hover(b.Name, $"{name}: {Label.Number(b.Amount, unit)}"));
        });
        var labels = layout.Blocks.Select(b => new Annotation
        {
            Text = $"{Label.Escape(b.Name)}  <b>{NumberFormat.Format(b.Amount, decimals)}</b>", Y = (b.Top + b.Bottom) / 2,
            X = b.Stage == 0 ? Left(0) : Left(b.Stage) + BlockWidth, XAnchor = b.Stage == 0 ? "right" : "left", XShift = b.Stage == 0 ? -4 : 4,
            Font = new(Size: Theme.SmallSize, Color: Theme.Text.ToString()),
            BgColor = b.Stage == 0 || b.Stage == layout.Stages - 1 ? null : Theme.Background.WithAlpha(0.7),
        });
        var quantity = new Quantity(name, unit);
        return new CarbonFigure
        {
            Traces = [.. ribbons, .. blocks],
            Layout = new()
            {
                Title = new(quantity.Heading), Height = layout.Height + 90, Margin = new(Room(false), Room(true), 4, 6),
                XAxes = [PlotAxis.Hidden with { Range = [0, 1] }], YAxes = [PlotAxis.Hidden with { Range = [layout.Height, 0] }],
                Annotations = [.. labels], Quantity = quantity,
            },
            Caption = new(status),
            Summary = $"Sankey diagram of {name}: {flows.Length} flows, {Label.Number(flows.Where(f => stages[f.From] == 0).Sum(f => f.Amount), unit)} in all, "
                + (flows.MaxBy(f => f.Amount) is var most ? $"the largest from {names[most.From]} to {names[most.To]} {Label.Number(most.Amount, unit)}" : ""),
        };
    }

    public static (IReadOnlyList<(int Row, int Column, double Amount)> Kept, string? Note) LargestFlows(LabelledMatrix flows, int top, bool own)
    {
        if (flows.Values.Enumerate().Min() < 0)
        {
            var (i, j, _) = flows.Values.EnumerateIndexed().MinBy(c => c.Item3);
            throw new CarbonCompException($"{flows.Name} from {flows.Rows.Labels[i]} to {flows.Columns.Labels[j]} is below zero. A ribbon cannot be; show "
                + $"the matrix as a heat map, or its net flows.");
        }
        var square = flows.Rows.Equals(flows.Columns);
        var all = flows.Values.EnumerateIndexed().Where(c => c.Item3 > 0).Select(c => (Row: c.Item1, Column: c.Item2, Amount: c.Item3)).ToArray();
        var candidates = all.Where(f => own || !square || f.Row != f.Column).OrderByDescending(f => f.Amount).ToArray();
        if (candidates.Length == 0) return ([], $"Nothing flows between two {flows.Rows.Kinds}: all amounts are zero.");
        var kept = candidates.Take(top).ToArray();
        double total = candidates.Sum(f => f.Amount), left = candidates.Skip(top).Sum(f => f.Amount);
        var self = own || !square ? 0 : all.Where(f => f.Row == f.Column).Sum(f => f.Amount);
        string Share(double part, double whole) => $"{NumberFormat.Format(100 * part / whole, 1)} %";
        string?[] notes =
        [
            candidates.Length <= top ? null
                : $"The {kept.Length} largest of {candidates.Length} flows are drawn; the others are {Share(left, total)} of their sum.",
            self <= 0 ? null : $"What stays in its own {flows.Rows.Kind} is left out ({Share(self, total + self)} of everything).",
        ];
        return (kept, string.Join(" ", notes.OfType<string>()) is { Length: > 0 } note ? note : null);
    }

    // The stage of a place is the longest way to it.
    private static int[] Stages(string name, string[] names, IReadOnlyList<Flow> flows)
    {
        var stages = new int[names.Length];
        var links = flows.Select(f => (From: Array.IndexOf(names, f.From), To: Array.IndexOf(names, f.To))).Distinct().ToArray();
        for (var round = 0; round <= names.Length; round++)
        {
            var moved = false;
            foreach (var (from, to) in links.Where(l => stages[l.To] <= stages[l.From]))
            {
                stages[to] = stages[from] + 1;
                moved = true;
            }
            if (!moved) return stages;
        }
        var circle = Enumerable.Range(0, names.Length).Where(i => stages[i] >= names.Length - 1).Select(i => names[i]);
        throw new CarbonCompException($"{name} flows in a circle through {string.Join(", ", circle.Take(5))}. A Sankey diagram goes from left to right; give "
            + $"a matrix, which has rows on the left and columns on the right.");
    }
}
