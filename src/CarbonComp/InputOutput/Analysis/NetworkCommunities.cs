namespace CarbonComp.InputOutput;

// Modularity of a directed, weighted network, and communities that raise it.
internal static class NetworkCommunities
{
    // Q of a partition: the community of each node.
    public static double Modularity(Matrix<double> weights, double whole, int[] community)
    {
        var (w, outgoing, incoming) = Shares(weights / whole);
        var q = 0.0;
        for (var i = 0; i < community.Length; i++)
            for (var j = 0; j < community.Length; j++)
                if (community[i] == community[j]) q += w[i, j] - outgoing[i] * incoming[j];
        return q;
    }

    // Merges the two communities that raise Q most, until none does. Nodes without links stay alone.
    public static int[] Greedy(Matrix<double> weights, double whole)
    {
        var n = weights.RowCount;
        var community = Enumerable.Range(0, n).ToArray();
        var alive = Enumerable.Range(0, n).ToList();
        var (between, outgoing, incoming) = Shares(weights / whole);
        while (true)
        {
            StopButton.Look();
            var (best, a, b) = (1e-12, -1, -1);
            foreach (var i in alive)
                foreach (var j in alive.Where(j => j > i))
                    if (between[i, j] + between[j, i] - outgoing[i] * incoming[j] - outgoing[j] * incoming[i] is var gain && gain > best)
                        (best, a, b) = (gain, i, j);
            if (a < 0) return community;
            between.SetRow(a, between.Row(a) + between.Row(b));
            between.SetColumn(a, between.Column(a) + between.Column(b));
            (outgoing[a], incoming[a]) = (outgoing[a] + outgoing[b], incoming[a] + incoming[b]);
            alive.Remove(b);
            for (var r = 0; r < n; r++) if (community[r] == b) community[r] = a;
        }
    }

    private static (Matrix<double> Weights, Vector<double> Outgoing, Vector<double> Incoming) Shares(Matrix<double> shares) =>
        (shares, shares.RowSums(), shares.ColumnSums());
}
