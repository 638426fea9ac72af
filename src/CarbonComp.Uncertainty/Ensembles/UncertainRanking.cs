namespace CarbonComp.Uncertainty;

/// <summary>A ranking beside what the runs of a sample say of it: intervals of numbers and ranks, and how often sign and order hold.</summary>
public sealed record UncertainRanking : Tabular
{
    private readonly Ensemble ensemble;
    private readonly int[] order;
    private readonly int[][] ranks;

    private UncertainRanking(LabelledVector stated, Ensemble ensemble, double level)
    {
        ensemble.Axis.Require(stated.Axis, stated.Name);
        (Stated, this.ensemble, Intervals) = (stated.In(ensemble.Unit), ensemble, ensemble.Intervals(level));
        order = [.. Enumerable.Range(0, stated.Axis.Count).OrderByDescending(i => stated[i])];
        ranks = [.. Enumerable.Range(0, stated.Axis.Count).Select(i => ensemble.Results.Select(run => 1 + run.Count(v => v > run[i])).Order().ToArray())];
        SameSign = ensemble.Vector($"share of runs with the stated sign of {ensemble.Name}",
            i => Share(run => Math.Sign(run[i]) == Math.Sign(Stated[i])), Unit.One);
    }

    internal static UncertainRanking Of(Ensemble ensemble, LabelledVector? stated, double level) =>
        new(stated ?? ensemble.Median().Named("median"), ensemble, level);

    /// <summary>The numbers that are ranked.</summary>
    public LabelledVector Stated { get; }

    /// <summary>The intervals of the runs.</summary>
    public EnsembleIntervals Intervals { get; }

    /// <summary>The share of the runs in which a label's number has the stated sign.</summary>
    public LabelledVector SameSign { get; }

    /// <summary>The number of runs.</summary>
    public int RunCount => ensemble.RunCount;

    /// <summary>The labels whose stated sign holds in nearly every run, from the largest number down.</summary>
    /// <param name="share">In what share of the runs; 0.95 by default.</param>
    /// <exception cref="UncertaintyException">A share outside (0.5, 1].</exception>
    public IReadOnlyList<string> Firm(double share = 0.95)
    {
        if (!(share is > 0.5 and <= 1)) throw new UncertaintyException($"A sign is firm in a share of {share} of the runs. Give more than 0.5, at most 1.");
        return [.. order.Where(i => SameSign[i] >= share).Select(i => Stated.Axis.Labels[i])];
    }

    /// <summary>The label with the largest stated number.</summary>
    public string First => Stated.Axis.Labels[order[0]];

    /// <summary>The label with the smallest stated number.</summary>
    public string Last => Stated.Axis.Labels[order[^1]];

    /// <summary>The share of the runs in which <see cref="First"/> has the largest number.</summary>
    public double FirstHolds => Share(run => run[order[0]] == run.Max());

    /// <summary>The share of the runs in which <see cref="Last"/> has the smallest number.</summary>
    public double LastHolds => Share(run => run[order[^1]] == run.Min());

    /// <summary>The probability that two labels, taken at random, stand in the stated order in a run: 1 where the whole ranking always holds.</summary>
    public double OrderHolds
    {
        get
        {
            var n = order.Length;
            if (n < 2) return 1;
            var kept = ensemble.Results.Sum(run =>
                Enumerable.Range(0, n - 1).Sum(a => Enumerable.Range(a + 1, n - 1 - a).Count(b => run[order[a]] > run[order[b]])));
            return kept / (0.5 * n * (n - 1) * RunCount);
        }
    }

    /// <inheritdoc/>
    public override string Caption => Invariant($"{ensemble.Name}, ranked, with the middle {100 * Intervals.Level:0.##} % of {RunCount} runs");

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Stated.Status, ensemble.Status);

    /// <summary>A row a label, the largest number first: number and interval, rank and its interval, and how often the sign holds.</summary>
    public override Columns ToColumns()
    {
        int Rank(int i, double share) => ranks[i][(int)Math.Round(share * (RunCount - 1))];
        var (low, high) = ((1 - Intervals.Level) / 2, (1 + Intervals.Level) / 2);
        return Table.OfRows(Caption, order, Status).With(Stated.Axis.Kind, i => Stated.Axis.Labels[i])
            .With(Stated.Name, i => Stated[i], Stated.Unit).With("from", i => Intervals.Lower[i], Stated.Unit).With("to", i => Intervals.Upper[i], Stated.Unit)
            .With("same sign in runs", i => 100 * SameSign[i], Unit.Percent)
            .With("rank", i => Array.IndexOf(order, i) + 1).With("rank in runs", i => Span(Rank(i, low), Rank(i, high))).ToColumns();
    }

    private static string Span(int from, int to) => from == to ? Invariant($"{from}") : Invariant($"{from}–{to}");

    private double Share(Func<double[], bool> holds) => ensemble.Results.Count(holds) / (double)RunCount;
}
