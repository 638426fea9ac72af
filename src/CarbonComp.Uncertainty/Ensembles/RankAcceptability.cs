namespace CarbonComp.Uncertainty;

/// <summary>How often a label has each rank: the rank acceptability of Lahdelma, Hokkanen and Salminen (1998).</summary>
/// <param name="Shares">The share of the runs by label (rows) and rank (columns), the first rank for the largest number.</param>
/// <param name="Name">What is ranked.</param>
public sealed record RankAcceptability(LabelledMatrix Shares, string Name) : Tabular
{
    internal static RankAcceptability Of(Ensemble ensemble)
    {
        var n = ensemble.Axis.Count;
        var counts = Matrix<double>.Build.Dense(n, n);
        foreach (var run in ensemble.Results)
        {
            int[] order = [.. Enumerable.Range(0, n).OrderByDescending(j => run[j])];
            for (var from = 0; from < n;)
            {
                var to = from + 1;
                while (to < n && run[order[to]] == run[order[from]]) to++;
                for (var i = from; i < to; i++)
                    for (var rank = from; rank < to; rank++) counts[order[i], rank] += 1.0 / (to - from);
                from = to;
            }
        }
        var ranks = new CategoryAxis("rank", Enumerable.Range(1, n).Select(r => Invariant($"{r}")));
        return new(new LabelledMatrix($"rank acceptability of {ensemble.Name}", ensemble.Axis, ranks, counts / ensemble.RunCount, Unit.One, ensemble.Status),
            ensemble.Name);
    }

    /// <summary>The mean rank by label, 1 for the largest number.</summary>
    public LabelledVector MeanRank() => new($"mean rank of {Name}", Shares.Rows,
        Enumerable.Range(0, Shares.Rows.Count).Select(i => Enumerable.Range(0, Shares.Columns.Count).Sum(r => Shares.Values[i, r] * (r + 1))),
        Unit.One, Status);

    /// <summary>The share of the runs in which a label has its most frequent rank.</summary>
    public LabelledVector HighestShare() => new($"share of runs with the most frequent rank of {Name}", Shares.Rows,
        Enumerable.Range(0, Shares.Rows.Count).Select(i => Shares.Values.Row(i).Maximum()), Unit.One, Status);

    /// <inheritdoc/>
    public override string Caption => $"Share of runs in which each has each rank of {Name}";

    /// <inheritdoc/>
    public override ValueStatus Status => Shares.Status;

    /// <inheritdoc/>
    public override Columns ToColumns() => Shares.ToColumns();
}
