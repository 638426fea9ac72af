namespace CarbonComp.Studies;

/// <summary>Which rows one comparison decides together: copies of each other, and numbers that are computed from one another.</summary>
internal static class SharedChecks
{
    /// <summary>The row under which each row's check is counted: the first, in the order of the source, of those that hang together.</summary>
    /// <exception cref="CarbonCompException">A row restates, or shares its check with, one that is not published.</exception>
    public static IReadOnlyDictionary<string, string> Of(PublishedNumbers published, IEnumerable<Recomputation> recomputed)
    {
        var order = published.All.Select((row, i) => (row.Id, i)).ToDictionary(p => p.Id, p => p.i);
        int[] first = [.. Enumerable.Range(0, order.Count)];
        int Root(int i) => first[i] == i ? i : first[i] = Root(first[i]);
        foreach (var (row, other) in published.All.Select(p => (p.Id, p.Restates)).Concat(recomputed.Select(r => (r.Id, r.SharesCheckWith))))
        {
            if (other.Length == 0) continue;
            if (!order.TryGetValue(other, out var to)) throw new CarbonCompException($"{row} counts with \"{other}\", which is not published.");
            var (a, b) = (Root(order[row]), Root(to));
            first[Math.Max(a, b)] = Math.Min(a, b);
        }
        return published.All.ToDictionary(p => p.Id, p => published.All[Root(order[p.Id])].Id);
    }
}
