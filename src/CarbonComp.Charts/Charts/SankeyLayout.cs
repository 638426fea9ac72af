namespace CarbonComp.Charts;

/// <summary>The places of a Sankey diagram's blocks and ribbons, on a plane one wide and <see cref="Height"/> px high, downwards.</summary>
internal sealed class SankeyLayout
{
    /// <summary>A block: everything that passes one place.</summary>
    public sealed record Block(string Name, int Stage, double Amount, double Top, double Bottom);

    /// <summary>A ribbon: its upper edge at both ends, and its thickness.</summary>
    public sealed record Ribbon(int From, int To, double Amount, double LeftTop, double RightTop, double Thickness);

    private SankeyLayout(IReadOnlyList<Block> blocks, IReadOnlyList<Ribbon> ribbons, int stages, double height) =>
        (Blocks, Ribbons, Stages, Height) = (blocks, ribbons, stages, height);

    public IReadOnlyList<Block> Blocks { get; }

    public IReadOnlyList<Ribbon> Ribbons { get; }

    public int Stages { get; }

    public double Height { get; }

    /// <summary>Places blocks in stages, the largest on top; each has at least a label's height.</summary>
    /// <param name="names">The blocks' names.</param>
    /// <param name="stages">The stage of each block, from 0.</param>
    /// <param name="flows">Amounts from block to block of a later stage.</param>
    /// <param name="label">The least height of a block with the space under it, px.</param>
    /// <param name="least">The least height of the diagram, px.</param>
    public static SankeyLayout Of(IReadOnlyList<string> names, IReadOnlyList<int> stages,
        IReadOnlyList<(int From, int To, double Amount)> flows, double label, double least)
    {
        var count = names.Count;
        double[] leaves = new double[count], arrives = new double[count];
        foreach (var (from, to, amount) in flows) (leaves[from], arrives[to]) = (leaves[from] + amount, arrives[to] + amount);
        double[] amounts = [.. leaves.Zip(arrives, Math.Max)];
        var last = stages.DefaultIfEmpty(0).Max();
        var columns = Enumerable.Range(0, last + 1)
            .Select(s => Enumerable.Range(0, count).Where(i => stages[i] == s).OrderByDescending(i => amounts[i]).ToArray()).ToArray();

        const double Space = 5;
        var height = Math.Max(least, columns.Max(c => c.Length) * (label + 4));
        double Needed(int[] column, double scale) => column.Sum(i => Math.Max(amounts[i] * scale + Space, label));
        // The thickest scale at which every column fits: heights grow with it, so halving finds it.
        double low = 0, high = height / Math.Max(columns.Max(c => c.Sum(i => amounts[i])), double.Epsilon);
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (columns.All(c => Needed(c, middle) <= height)) low = middle; else high = middle;
        }

        var blocks = new Block[count];
        for (var s = 0; s <= last; s++)
        {
            var top = (height - Needed(columns[s], low)) / 2;
            foreach (var i in columns[s])
            {
                var slot = Math.Max(amounts[i] * low + Space, label);
                var start = top + (slot - amounts[i] * low) / 2;
                blocks[i] = new(names[i], s, amounts[i], start, start + amounts[i] * low);
                top += slot;
            }
        }

        // Ribbons leave and arrive in the order of the blocks at their other end, so that few cross.
        double[] leftTop = new double[flows.Count], rightTop = new double[flows.Count];
        foreach (var bundle in Enumerable.Range(0, flows.Count).GroupBy(k => flows[k].From)) Stack(bundle, k => flows[k].To, leftTop, blocks[bundle.Key].Top);
        foreach (var bundle in Enumerable.Range(0, flows.Count).GroupBy(k => flows[k].To)) Stack(bundle, k => flows[k].From, rightTop, blocks[bundle.Key].Top);
        void Stack(IEnumerable<int> bundle, Func<int, int> end, double[] tops, double top)
        {
            foreach (var k in bundle.OrderBy(k => blocks[end(k)].Top))
            {
                tops[k] = top;
                top += flows[k].Amount * low;
            }
        }
        return new(blocks, [.. flows.Select((f, k) => new Ribbon(f.From, f.To, f.Amount, leftTop[k], rightTop[k], f.Amount * low))], last + 1, height);
    }

    /// <summary>The outline of a ribbon between two places across: out along the upper edge, back along the lower.</summary>
    public static (double[] X, double[] Y) Outline(Ribbon ribbon, double left, double right)
    {
        const int Steps = 20;
        var share = Enumerable.Range(0, Steps + 1).Select(k => (double)k / Steps).ToArray();
        // A smooth step leaves and arrives level.
        double[] y = [.. share.Select(t => ribbon.LeftTop + (ribbon.RightTop - ribbon.LeftTop) * t * t * t * (t * (6 * t - 15) + 10))];
        double[] x = [.. share.Select(t => left + (right - left) * t)];
        return ([.. x, .. x.Reverse(), x[0]], [.. y, .. y.Reverse().Select(v => v + ribbon.Thickness), y[0]]);
    }
}
