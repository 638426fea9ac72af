namespace CarbonComp.InputOutput;

// Shortest paths of a directed, weighted network, where the length of a link is the inverse of its weight.
internal static class ShortestPaths
{
    // Betweenness of each node (Brandes 2001), normalized by (n−1)(n−2).
    public static double[] Betweenness(Matrix<double> weights)
    {
        var n = weights.RowCount;
        var through = new double[n];
        for (var source = 0; source < n; source++)
        {
            StopButton.Look();
            var (distance, paths, dependency) = (new double[n], new double[n], new double[n]);
            Array.Fill(distance, double.PositiveInfinity);
            (distance[source], paths[source]) = (0, 1);
            var (before, settled, queue) = (Enumerable.Range(0, n).Select(_ => new List<int>()).ToArray(), new List<int>(),
                new PriorityQueue<int, double>());
            var done = new bool[n];
            queue.Enqueue(source, 0);
            while (queue.TryDequeue(out var r, out _))
            {
                if (done[r]) continue;
                done[r] = true;
                settled.Add(r);
                for (var s = 0; s < n; s++)
                {
                    if (done[s] || !(weights[r, s] > 0)) continue;
                    var length = distance[r] + 1 / weights[r, s];
                    // Paths whose lengths differ by rounding alone are equally short.
                    if (Math.Abs(length - distance[s]) <= 1e-12 * length)
                    {
                        paths[s] += paths[r];
                        before[s].Add(r);
                    }
                    else if (length < distance[s])
                    {
                        (distance[s], paths[s]) = (length, paths[r]);
                        before[s] = [r];
                        queue.Enqueue(s, length);
                    }
                }
            }
            for (var k = settled.Count - 1; k > 0; k--)
            {
                var s = settled[k];
                foreach (var r in before[s]) dependency[r] += paths[r] / paths[s] * (1 + dependency[s]);
                through[s] += dependency[s];
            }
        }
        return n < 3 ? through : Array.ConvertAll(through, t => t / ((n - 1.0) * (n - 2)));
    }
}
