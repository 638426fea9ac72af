namespace CarbonComp;

/// <summary>Flows between regions as a directed, weighted network: degrees, betweenness, concentration, communities.</summary>
/// <remarks>The flows may be embodied carbon, sink service or payments. A positive flow from one region to another is a link if it reaches the
/// threshold; w[i,j] is its weight and W the sum of all. Shares of W, concentration and communities of a network without links are not defined: they
/// throw a <see cref="CarbonCompException"/>.</remarks>
/// <example><c>FlowNetwork.Of(transfers.ToMatrix()).Betweenness</c>, <c>settlement.Network().Communities</c></example>
public sealed record FlowNetwork : Tabular
{
    private readonly Matrix<double> w;

    private FlowNetwork(LabelledMatrix flows, RegionAxis regions, double threshold)
    {
        (Flows, Regions, Threshold) = (flows, regions, threshold);
        w = flows.Values.MapIndexed((r, s, flow) => r != s && flow > 0 && flow >= threshold ? flow : 0, Zeros.Include);
    }

    /// <summary>The network of flows from the row's region to the column's; the diagonal is ignored. The threshold is in the unit of the flows; by
    /// default every positive flow is a link.</summary>
    /// <exception cref="AxisException">Not region × region.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A threshold that is negative or not finite.</exception>
    public static FlowNetwork Of(LabelledMatrix flows, double threshold = 0) => new(flows, flows.RegionsOf(), Guard.NotNegative(threshold));

    /// <summary>The flows, with those below the threshold.</summary>
    public LabelledMatrix Flows { get; }

    /// <summary>The regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>The smallest flow that is a link.</summary>
    public double Threshold { get; }

    /// <summary>Number of links.</summary>
    public int Links => OutDegree.Sum();

    /// <summary>Links as a share of all pairs.</summary>
    public double Density => Regions.Count < 2 ? 0 : (double)Links / (Regions.Count * (Regions.Count - 1));

    /// <summary>W, the sum of the links.</summary>
    public Quantity Total => new(w.Enumerate().Sum(), Flows.Unit, Status);

    /// <summary>Number of links out of each region.</summary>
    public IReadOnlyList<int> OutDegree => [.. w.EnumerateRows().Select(row => row.Count(v => v > 0))];

    /// <summary>Number of links into each region.</summary>
    public IReadOnlyList<int> InDegree => [.. w.EnumerateColumns().Select(column => column.Count(v => v > 0))];

    /// <summary>Sum of the links out of each region.</summary>
    public LabelledVector OutStrength => new("out-strength", Regions, w.RowSums(), Flows.Unit, Status);

    /// <summary>Sum of the links into each region.</summary>
    public LabelledVector InStrength => new("in-strength", Regions, w.ColumnSums(), Flows.Unit, Status);

    /// <summary>Share of the shortest paths between two others that lead through a region, from 0 to 1 (Brandes 2001).</summary>
    /// <remarks>The length of a link is the inverse of its weight.</remarks>
    public LabelledVector Betweenness => new("betweenness", Regions, ShortestPaths.Betweenness(w), Unit.One, Status);

    /// <summary>Herfindahl index <c>Σ (w/W)²</c>, from 1/<see cref="Links"/> to 1.</summary>
    public double Herfindahl => (w / RequireLinks()).Enumerate(Zeros.AllowSkip).Sum(share => share * share);

    /// <summary>The number of equal links that would be as concentrated: 1 over <see cref="Herfindahl"/>.</summary>
    public double EffectiveLinks => 1 / Herfindahl;

    /// <summary>Communities found by greedy agglomeration (Clauset, Newman and Moore 2004), the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<Region>> Communities => Parts(Enumerable.Range(0, Regions.Count), Community());

    /// <summary>Modularity of the communities, from 0 to 1: a lower bound of the best partition's.</summary>
    public double CommunityModularity => NetworkCommunities.Modularity(w, RequireLinks(), Community());

    /// <inheritdoc/>
    public override ValueStatus Status => Flows.Status;

    /// <inheritdoc/>
    public override string Caption => Invariant($"Network of {Flows.Name}: {Links} links")
        + Invariant($"{(Threshold > 0 ? $" of {NumberFormat.Quantity(Threshold, Flows.Unit)} or more" : "")}, density {Density:P1}");

    /// <summary>The largest links, in order.</summary>
    public IReadOnlyList<(Region From, Region To, Quantity Flow)> Largest(int count = 10) =>
        [.. Ordered().Take(count).Select(l => (Regions[l.From], Regions[l.To], new Quantity(l.Flow, Flows.Unit, Status)))];

    /// <summary>The largest links that together make up a share of W, in order: positions of the two regions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A share that is not above 0 and up to 1.</exception>
    public IReadOnlyList<(int From, int To)> Backbone(double share = 0.5)
    {
        var (needed, sum) = (Guard.Share(Guard.Positive(share)) * RequireLinks() * (1 - 1e-12), 0.0);
        return [.. Ordered().TakeWhile(l =>
        {
            var missing = sum < needed;
            sum += l.Flow;
            return missing;
        }).Select(l => (l.From, l.To))];
    }

    /// <summary>The parts of the backbone, connected in any direction, the largest first. Regions without a link of it are in none.</summary>
    /// <inheritdoc cref="Backbone"/>
    public IReadOnlyList<IReadOnlyList<Region>> Components(double share = 0.5)
    {
        var part = Enumerable.Range(0, Regions.Count).ToArray();
        var links = Backbone(share);
        foreach (var (from, to) in links)
        {
            var (kept, merged) = (part[from], part[to]);
            for (var r = 0; r < part.Length; r++) if (part[r] == merged) part[r] = kept;
        }
        return Parts(links.SelectMany(l => new[] { l.From, l.To }).Distinct().Order(), part);
    }

    /// <summary>Modularity of a partition, <c>Q = Σ_ij [w_ij/W − w_i·w_·j/W²]·δ(c_i, c_j)</c> (Leicht and Newman 2008).</summary>
    /// <remarks>Above zero more flows within the parts than the strengths make likely; below zero more flows between them.</remarks>
    /// <exception cref="AxisException">A concordance of other regions.</exception>
    public double Modularity(Concordance groups)
    {
        Regions.Require(groups.From, "The concordance");
        return NetworkCommunities.Modularity(w, RequireLinks(), groups.Targets);
    }

    /// <summary>Flows between groups of regions, which are regions too, from rows to columns; on the diagonal the flows within a group.</summary>
    /// <exception cref="AxisException">A concordance of other regions, or to something else than regions.</exception>
    public LabelledMatrix Between(Concordance groups)
    {
        Regions.Require(groups.From, "The concordance");
        var to = groups.To as RegionAxis ?? throw new AxisException($"The concordance leads to {groups.To.Kinds}; it must lead to regions.");
        return new(Flows.Name, to, to, groups.ToMatrix() * w * groups.ToMatrix().Transpose(), Flows.Unit, Status);
    }

    /// <summary>The share of W that flows from one group to another.</summary>
    /// <exception cref="AxisException">A concordance of other regions, or no such group.</exception>
    public double Share(Concordance groups, string from, string to) => Between(groups)[from, to] / RequireLinks();

    /// <summary>One row per region: degrees, strengths and betweenness.</summary>
    public override Columns ToColumns() => Columns.Of(OutStrength, InStrength, Betweenness).With("out-degree", OutDegree).With("in-degree", InDegree);

    private double RequireLinks() => Total.Value is > 0 and var whole ? whole
        : throw new CarbonCompException($"Nothing flows between regions in {Flows.Name}, so the network has no links to measure.");

    private int[] Community() => NetworkCommunities.Greedy(w, RequireLinks());

    private IEnumerable<(int From, int To, double Flow)> Ordered() =>
        w.EnumerateIndexed(Zeros.AllowSkip).Where(l => l.Item3 > 0).OrderByDescending(l => l.Item3);

    private IReadOnlyList<Region>[] Parts(IEnumerable<int> members, int[] part) =>
        [.. members.GroupBy(r => part[r]).OrderByDescending(g => g.Count()).Select(g => (IReadOnlyList<Region>)[.. g.Select(r => Regions[r])])];
}
