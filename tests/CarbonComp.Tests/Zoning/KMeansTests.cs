using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests.Zoning;

public class KMeansTests
{
    [Fact]
    public void Three_pairs_are_three_clusters_whatever_the_units()
    {
        // Standardized, both variables have a variance of 1, so the pairs are what is near.
        double[] x = [0, 1, 100, 101, 50, 51], y = [10, 10, 10, 10, 90, 90];
        var found = KMeans.Cluster([Vector("x", x), Vector("y", y)], 3);
        Assert.Equal([3, 3, 1, 1, 2, 2], found.Clusters);
        Assert.Equal(["R2", "R3"], found.Members(1));
        Assert.Equal(found.Clusters, KMeans.Cluster([Vector("x", [.. x.Select(v => v / 1000)]), Vector("y", y)], 3).Clusters);
        // Within: three pairs half a unit from their means; 1 − SS/(n·variables).
        var variance = x.Select(v => (v - x.Average()) * (v - x.Average())).Average();
        Assert.Equal(3 * 2 * 0.25 / variance, found.WithinSumOfSquares, 12);
        Assert.Equal([100.5, 50.5, 0.5], (double[])found.Centres().Columns["mean x"]);
    }

    [Fact]
    public void The_order_of_the_regions_changes_nothing() => Prop.ForAll(Points().ToArbitrary(), Gen.Choose(2, 4).ToArbitrary(), Gen.Choose(0, 1000)
        .ToArbitrary(), (points, wanted, seed) =>
    {
        var clusters = Math.Min(wanted, points.Distinct().Count());
        int[] order = [.. Enumerable.Range(0, points.Length).OrderBy(i => (i * 7919 + seed) % 104729)];
        var straight = Cluster(points, clusters);
        var turned = Cluster([.. order.Select(i => points[i])], clusters);
        return order.Select((from, to) => straight.Clusters[from] == turned.Clusters[to]).All(same => same)
            && Math.Abs(straight.WithinSumOfSquares - turned.WithinSumOfSquares) < 1e-9;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_one_dimension_the_exact_natural_breaks_are_reached() =>
        Prop.ForAll(Gen.Choose(-50, 50).ArrayOf(9).Where(v => v.Distinct().Count() > 3).ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (values, clusters) =>
    {
        var vector = Vector("x", [.. values.Select(v => (double)v)]);
        var variance = vector.Values.Select(v => Math.Pow(v - vector.Values.Average(), 2)).Average();
        var optimum = NaturalBreaks.Classify(vector, clusters).WithinSumOfSquares / variance;
        return Math.Abs(KMeans.Cluster([vector], clusters, starts: 200).WithinSumOfSquares - optimum) < 1e-9 * (1 + optimum);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_region_is_nearer_to_another_cluster_and_more_clusters_never_fit_worse() => Prop.ForAll(Points().ToArbitrary(), points =>
    {
        var most = Math.Min(4, points.Distinct().Count());
        var fits = Enumerable.Range(1, most).Select(k => Cluster(points, k).WithinSumOfSquares).ToArray();
        return fits.Zip(fits.Skip(1)).All(p => p.Second <= p.First + 1e-9)
            && Enumerable.Range(1, most).All(k => Cluster(points, k).Clusters.Distinct().Count() == k);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Clusters_are_set_against_another_division()
    {
        var found = KMeans.Cluster([Vector("x", [1, 2, 10, 11])], 2);
        var table = found.Against("zone", ["low", "low", "low", "high"]);
        Assert.Equal(4, table.Total);
        Assert.Equal(2, table["low", "cluster 2"]);
        Assert.Equal(1, table["high", "cluster 1"]);
        Assert.Throws<CarbonCompException>(() => found.Against("zone", ["low"]));
    }

    [Fact]
    public void What_cannot_be_clustered_is_refused()
    {
        Assert.Contains("same for every region", Assert.Throws<CarbonCompException>(() => KMeans.Cluster([Vector("x", [3, 3, 3])], 1)).Message,
            StringComparison.Ordinal);
        Assert.Contains("1 to 2", Assert.Throws<CarbonCompException>(() => KMeans.Cluster([Vector("x", [3, 3, 4])], 3)).Message, StringComparison.Ordinal);
        Assert.Throws<CarbonCompException>(() => KMeans.Cluster([], 1));
        Assert.Throws<AxisException>(() => KMeans.Cluster([Vector("x", [1, 2]), Vector("y", [1, 2, 3])], 1));
    }

    private static RegionClusters Cluster((int X, int Y)[] points, int clusters) =>
        KMeans.Cluster([Vector("x", [.. points.Select(p => (double)p.X)]), Vector("y", [.. points.Select(p => (double)p.Y)])], clusters, starts: 40);

    private static LabelledVector Vector(string name, double[] values) =>
        new(name, RegionAxis.Of(values.Select((_, i) => $"R{i}")), values, Unit.One, ValueStatus.Illustrative);

    private static Gen<(int X, int Y)[]> Points() => from x in Gen.Choose(0, 30).ArrayOf(8)
                                                     from y in Gen.Choose(0, 30).ArrayOf(8)
                                                     where x.Distinct().Count() > 1 && y.Distinct().Count() > 1
                                                     select x.Zip(y).ToArray();
}
