namespace CarbonComp;

/// <summary>A transfer matrix as a directed, weighted network of regions: degree, strength, betweenness, top flows.</summary>
/// <remarks>
/// A link r → s stands where <c>T[r,s]</c> reaches the threshold. Strength is the sum of a region's links. Betweenness counts the
/// shortest ways that lead through a region (Brandes 2001), where the length of a link is the inverse of its tonnes, normalized by (R−1)(R−2).
/// </remarks>
public sealed record TransferNetwork : Tabular
{
    private readonly TransferMatrix transfers;

    private TransferNetwork(TransferMatrix transfers, double threshold) => (this.transfers, Threshold) = (transfers, threshold);

    /// <summary>t CO2 from which on a flow is a link.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => transfers.Status;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Network of embodied carbon: {Links} "
        + $"links{(Threshold > 0 ? $" of {NumberFormat.Quantity(Threshold, Unit.TonneCO2)} or more" : "")}, density {Density:P1}");

    /// <summary>The network of a transfer matrix.</summary>
    /// <param name="transfers">The transfers; own use is left out.</param>
    /// <param name="threshold">t CO2 from which on a flow is a link; every positive flow unless said otherwise.</param>
    public static TransferNetwork Of(TransferMatrix transfers, double threshold = 0) => threshold >= 0 && double.IsFinite(threshold)
        ? new(transfers, threshold) : throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is tonnes, from 0.");

    /// <summary>Number of links.</summary>
    public int Links => OutDegree.Sum();

    /// <summary>Links as a share of all pairs.</summary>
    public double Density => Count < 2 ? 0 : (double)Links / (Count * (Count - 1));

    /// <summary>To how many regions each one's emissions go.</summary>
    public IReadOnlyList<int> OutDegree => [.. All.Select(r => All.Count(s => IsLink(r, s)))];

    /// <summary>From how many regions each one's use draws.</summary>
    public IReadOnlyList<int> InDegree => [.. All.Select(r => All.Count(s => IsLink(s, r)))];

    /// <summary>t CO2 emitted for others along the links.</summary>
    public LabelledVector OutStrength => new("out-strength", transfers.Regions, All.Select(r => All.Sum(s => Weight(r, s))), Unit.TonneCO2, Status);

    /// <summary>t CO2 drawn from others along the links.</summary>
    public LabelledVector InStrength => new("in-strength", transfers.Regions, All.Select(r => All.Sum(s => Weight(s, r))), Unit.TonneCO2, Status);

    /// <summary>Share of the shortest ways between two others that lead through a region, from 0 to 1.</summary>
    public LabelledVector Betweenness => new("betweenness", transfers.Regions, BetweennessCounts(), Unit.One, Status);

    /// <summary>The largest flows between different regions.</summary>
    /// <param name="count">How many.</param>
    public IReadOnlyList<TransferFlow> TopFlows(int count = 10) =>
        [.. (from r in All from s in All where IsLink(r, s) select new TransferFlow(transfers.Regions[r], transfers.Regions[s], Weight(r, s)))
            .OrderByDescending(f => f.Tonnes).Take(count)];

    /// <inheritdoc/>
    public override Columns ToColumns() => new(new Column("region", transfers.Regions.Labels.ToArray()),
        new Column("out-degree", OutDegree.ToArray()), new Column("in-degree", InDegree.ToArray()),
        new Column("out-strength", OutStrength.Values.ToArray(), Unit.TonneCO2), new Column("in-strength", InStrength.Values.ToArray(), Unit.TonneCO2),
        new Column("betweenness", Betweenness.Values.ToArray(), Unit.One));

    private int Count => transfers.Regions.Count;

    private IEnumerable<int> All => Enumerable.Range(0, Count);

    private bool IsLink(int r, int s) => r != s && transfers.Tonnes[r, s] > 0 && transfers.Tonnes[r, s] >= Threshold;

    private double Weight(int r, int s) => IsLink(r, s) ? transfers.Tonnes[r, s] : 0;

    private double[] BetweennessCounts()
    {
        var through = new double[Count];
        foreach (var source in All)
        {
            StopButton.Look();
            var (distance, ways, dependency) = (new double[Count], new double[Count], new double[Count]);
            Array.Fill(distance, double.PositiveInfinity);
            (distance[source], ways[source]) = (0, 1);
            var (before, settled, queue) = (All.Select(_ => new List<int>()).ToArray(), new List<int>(), new PriorityQueue<int, double>());
            var done = new bool[Count];
            queue.Enqueue(source, 0);
            while (queue.TryDequeue(out var r, out _))
            {
                if (done[r]) continue;
                done[r] = true;
                settled.Add(r);
                foreach (var s in All.Where(s => IsLink(r, s) && !done[s]))
                {
                    var length = distance[r] + 1 / Weight(r, s);
                    // Ways whose lengths differ by rounding alone are equally short.
                    if (Math.Abs(length - distance[s]) <= 1e-12 * length)
                    {
                        ways[s] += ways[r];
                        before[s].Add(r);
                    }
                    else if (length < distance[s])
                    {
                        (distance[s], ways[s]) = (length, ways[r]);
                        before[s] = [r];
                        queue.Enqueue(s, length);
                    }
                }
            }
            for (var k = settled.Count - 1; k > 0; k--)
            {
                var s = settled[k];
                foreach (var r in before[s]) dependency[r] += ways[r] / ways[s] * (1 + dependency[s]);
                through[s] += dependency[s];
            }
        }
        return Count < 3 ? through : Array.ConvertAll(through, t => t / ((Count - 1.0) * (Count - 2)));
    }
}
