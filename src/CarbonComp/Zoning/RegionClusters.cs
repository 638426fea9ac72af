namespace CarbonComp.Zoning;

/// <summary>Regions in clusters of similar ones (<see cref="KMeans"/>); cluster 1 is highest in the first variable.</summary>
public sealed record RegionClusters : Tabular
{
    internal RegionClusters(IReadOnlyList<LabelledVector> variables, IReadOnlyList<int> clusters, int count, double within) =>
        (Variables, Clusters, Count, WithinSumOfSquares) = (variables, clusters, count, within);

    /// <summary>The variables.</summary>
    public IReadOnlyList<LabelledVector> Variables { get; }

    /// <summary>The regions.</summary>
    public Axis Regions => Variables[0].Axis;

    /// <summary>The cluster of each region, from 1.</summary>
    public IReadOnlyList<int> Clusters { get; }

    /// <summary>The number of clusters; none is empty.</summary>
    public int Count { get; }

    /// <summary>Sum of squared distances of the regions from the mean of their cluster, in standard deviations of the variables.</summary>
    public double WithinSumOfSquares { get; }

    /// <summary>Share of the standardized variables' variance that the clusters explain, 0 to 1.</summary>
    public double GoodnessOfVarianceFit => 1 - WithinSumOfSquares / (Regions.Count * Variables.Count);

    /// <inheritdoc/>
    public override ValueStatus Status => ValueStatuses.Weakest(Variables.Select(v => v.Status));

    /// <inheritdoc/>
    public override string Caption => $"{Count} clusters by {string.Join(", ", Variables.Select(v => v.Name))} (k-means)";

    /// <summary>The cluster of a region (code, name or local name), from 1.</summary>
    public int this[string region] => Clusters[Regions.IndexOf(region)];

    /// <summary>The regions of a cluster, counted from 1.</summary>
    public IReadOnlyList<string> Members(int number) => [.. Regions.Labels.Where((_, i) => Clusters[i] == number)];

    /// <summary>A row a cluster: the mean of each variable, how many regions, which.</summary>
    public Table Centres() => Variables.Aggregate(Table.OfRows(Caption, Enumerable.Range(1, Count), Status).With("cluster", k => k),
            (table, v) => table.With($"mean {v.Name}", k => v.Values.Where((_, i) => Clusters[i] == k).Average(), v.Unit))
        .With("number", k => Members(k).Count).With("members", k => string.Join(", ", Members(k)));

    /// <summary>The number of regions in each pair of cluster and group of another division (one a region), such as functional zones.</summary>
    /// <exception cref="CarbonCompException">Another number of groups than regions.</exception>
    public LabelledMatrix Against(string name, IReadOnlyList<string> groups)
    {
        if (groups.Count != Regions.Count)
            throw new CarbonCompException($"{name} has {groups.Count} entries for {Regions.Count} {Regions.Kinds}. Give one for each.");
        var kinds = new CategoryAxis(name, groups.Distinct());
        var numbers = Matrix<double>.Build.Dense(kinds.Count, Count);
        for (var r = 0; r < groups.Count; r++) numbers[kinds.IndexOf(groups[r]), Clusters[r] - 1]++;
        return new($"{Regions.Kinds} by {name} and cluster", kinds, new CategoryAxis("cluster",
            Enumerable.Range(1, Count).Select(k => $"cluster {k}")), numbers, Unit.Parse("count"), Status);
    }

    /// <summary>A row a region: its variables and its cluster.</summary>
    public override Columns ToColumns() => Columns.Of(Variables).With("cluster", Clusters);
}
