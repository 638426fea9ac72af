namespace CarbonComp;

/// <summary>K-means clusters of regions by several standardized variables (Lloyd 1957, seeded by k-means++, Arthur and Vassilvitskii 2007).</summary>
/// <remarks>
/// Each variable is taken from its mean in its standard deviations, so that units do not matter. The best of several starts is kept. A
/// start depends on the seed alone and not on the order of the regions: the same numbers give the same clusters.
/// </remarks>
public static class KMeans
{
    private const int MostRounds = 1000;

    /// <summary>Puts regions into clusters by variables along one axis (ECC, ESC, emissions per area): the best of several random starts.</summary>
    /// <exception cref="AxisException">Variables along different axes.</exception>
    /// <exception cref="CarbonCompException">No variable, one that is the same everywhere, or more clusters than different regions.</exception>
    public static RegionClusters Cluster(IReadOnlyList<LabelledVector> variables, int clusters, int seed = 1, int starts = 100)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(starts, 1);
        if (variables.Count == 0) throw new CarbonCompException("There is no variable to cluster by. Give at least one.");
        var axis = variables[0].Axis;
        foreach (var variable in variables) axis.Require(variable.Axis, variable.Name);
        var standardized = variables.Select(Standardized).ToArray();
        double[][] given = [.. Enumerable.Range(0, axis.Count).Select(i => standardized.Select(v => v[i]).ToArray())];
        // In the order of their numbers, so that the order in which regions are given means nothing.
        int[] order = [.. Enumerable.Range(0, given.Length).Order(Comparer<int>.Create((a, b) => given[a].AsSpan().SequenceCompareTo(given[b])))];
        double[][] points = [.. order.Select(i => given[i])];
        var different = 1 + Enumerable.Range(1, points.Length - 1).Count(i => !points[i].AsSpan().SequenceEqual(points[i - 1]));
        if (clusters < 1 || clusters > different)
            throw new CarbonCompException($"{clusters} clusters cannot be made of {different} different {axis.Kinds}. Ask for 1 to {different}.");

        var random = new Random(seed);
        var best = Enumerable.Range(0, starts).Select(_ => Settled(points, Seeds(points, clusters, random))).MinBy(found => found.Sum);
        // Cluster 1 is highest in the first variable.
        int[] ranked = [.. best.Members.Zip(points, (cluster, point) => (cluster, First: point[0])).GroupBy(p => p.cluster)
            .OrderByDescending(g => g.Average(p => p.First)).ThenBy(g => g.Key).Select(g => g.Key)];
        var members = new int[given.Length];
        for (var i = 0; i < order.Length; i++) members[order[i]] = Array.IndexOf(ranked, best.Members[i]) + 1;
        return new(variables, members, clusters, best.Sum);
    }

    private static double[] Standardized(LabelledVector variable)
    {
        var mean = variable.Values.Average();
        var deviation = Math.Sqrt(variable.Values.Select(v => (v - mean) * (v - mean)).Average());
        return deviation > 1e-12 * Math.Abs(mean) && deviation > 0 ? [.. variable.Values.Select(v => (v - mean) / deviation)]
            : throw new CarbonCompException($"{variable.Name} is the same for every {variable.Axis.Kind}, so it cannot tell clusters apart. Leave it out.");
    }

    // The first centre is any point; each further one is drawn with a chance in proportion to its squared distance from the nearest centre.
    private static double[][] Seeds(double[][] points, int clusters, Random random)
    {
        var centres = new List<double[]> { points[random.Next(points.Length)] };
        while (centres.Count < clusters)
        {
            var weights = points.Select(p => centres.Min(c => Squared(p, c))).ToArray();
            var left = random.NextDouble() * weights.Sum();
            var drawn = Array.FindIndex(weights, w => w > 0 && (left -= w) <= 0);
            centres.Add(points[drawn >= 0 ? drawn : Array.FindLastIndex(weights, w => w > 0)]);
        }
        return [.. centres];
    }

    private static (int[] Members, double Sum) Settled(double[][] points, double[][] centres)
    {
        var members = Nearest(points, centres);
        for (var round = 0; round < MostRounds; round++)
        {
            StopButton.Look();
            centres = [.. centres.Select((old, k) => Centre([.. points.Where((_, i) => members[i] == k)]) ?? Farthest(points, centres))];
            var moved = Nearest(points, centres);
            if (moved.AsSpan().SequenceEqual(members)) break;
            members = moved;
        }
        return (members, Enumerable.Range(0, points.Length).Sum(i => Squared(points[i], centres[members[i]])));
    }

    private static int[] Nearest(double[][] points, double[][] centres) =>
        [.. points.Select(p => Enumerable.Range(0, centres.Length).MinBy(k => Squared(p, centres[k])))];

    // A cluster that lost all its members begins anew where the others reach worst.
    private static double[] Farthest(double[][] points, double[][] centres) => points.MaxBy(p => centres.Min(c => Squared(p, c)))!;

    private static double[]? Centre(double[][] members) =>
        members.Length == 0 ? null : [.. Enumerable.Range(0, members[0].Length).Select(j => members.Average(m => m[j]))];

    private static double Squared(double[] a, double[] b) => MathNet.Numerics.Distance.SSD(a, b);
}
