namespace CarbonComp.Zoning;

/// <summary>Natural breaks (Fisher 1958, Jenks 1977): the classes with the smallest sum of squared distances from their means.</summary>
/// <remarks>Exact, by dynamic programming over the sorted values; equal values always share a class.</remarks>
public static class NaturalBreaks
{
    /// <summary>Puts values into classes, from 1 to the number of different values.</summary>
    /// <exception cref="CarbonCompException">More classes than different values, or fewer than one.</exception>
    public static Classification Classify(LabelledVector values, int classes)
    {
        var upper = Breaks(values.Values, classes)[1..];
        return new("natural breaks", values, [.. values.Values.Select(v => Array.FindIndex(upper, bound => v <= bound) + 1)], classes);
    }

    /// <summary>The smallest value and the largest of each class, in order: one number more than classes.</summary>
    /// <exception cref="CarbonCompException">A value that is NaN or infinite, more classes than different values, or fewer than one.</exception>
    public static double[] Breaks(IEnumerable<double> values, int classes)
    {
        var all = values.ToArray();
        if (Array.FindIndex(all, v => !double.IsFinite(v)) is var wrong and >= 0)
            throw new CarbonCompException($"Cannot classify the value at position {wrong + 1}: it is {all[wrong]}. Remove it or give it a value.");
        var groups = all.GroupBy(v => v).OrderBy(g => g.Key).Select(g => (Value: g.Key, Count: g.Count())).ToArray();
        if (classes < 1 || classes > groups.Length)
            throw new CarbonCompException($"{classes} classes cannot be made of {groups.Length} different values. Ask for 1 to {groups.Length}.");
        var n = groups.Length;

        // Sums of weights, values and squares up to each group. Values are taken from the mean, which keeps the differences exact enough.
        var mean = all.Average();
        var (weight, sum, square) = (new double[n + 1], new double[n + 1], new double[n + 1]);
        for (var i = 0; i < n; i++)
        {
            var x = groups[i].Value - mean;
            (weight[i + 1], sum[i + 1], square[i + 1]) = (weight[i] + groups[i].Count, sum[i] + groups[i].Count * x, square[i] + groups[i].Count * x * x);
        }
        double Cost(int from, int to) => Math.Max(0, square[to] - square[from] - (sum[to] - sum[from]) * (sum[to] - sum[from]) / (weight[to] - weight[from]));

        // best[i]: the least sum for the first i groups in so many classes; start[k, i]: where the last of k classes begins.
        var best = Enumerable.Range(0, n + 1).Select(i => i == 0 ? 0 : Cost(0, i)).ToArray();
        var start = new int[classes + 1, n + 1];
        for (var k = 2; k <= classes; k++)
        {
            var next = new double[n + 1];
            Array.Fill(next, double.PositiveInfinity);
            for (var i = k; i <= n; i++)
            {
                StopButton.Look();
                for (var from = k - 1; from < i; from++)
                    if (best[from] + Cost(from, i) is var total && total < next[i])
                        (next[i], start[k, i]) = (total, from);
            }
            best = next;
        }

        var breaks = new double[classes + 1];
        breaks[0] = groups[0].Value;
        for (var (k, end) = (classes, n); k >= 1; end = start[k, end], k--) breaks[k] = groups[end - 1].Value;
        return breaks;
    }
}
