namespace CarbonComp.Notebooks.Tests;

/// <summary>What two runs of one notebook show differently.</summary>
internal static class Comparison
{
    private const int Context = 60;

    /// <summary>A line a difference: cell, kind of content, and both texts where they part. Empty when a reader sees the same.</summary>
    public static IReadOnlyList<string> Differences(ExecutedNotebook ours, ExecutedNotebook theirs)
    {
        if (ours.Cells.Count != theirs.Cells.Count)
            return [$"{ours.Cells.Count} code cells, and {theirs.Cells.Count}"];
        return [.. ours.Cells.Zip(theirs.Cells).SelectMany((pair, i) =>
            OfCell(pair.First, pair.Second).Select(difference => $"code cell {i + 1}: {difference}"))];
    }

    private static IEnumerable<string> OfCell(IReadOnlyList<CellOutput> ours, IReadOnlyList<CellOutput> theirs)
    {
        string Kinds(IReadOnlyList<CellOutput> outputs) => "[" + string.Join(", ",
            outputs.Select(output => $"{output.Kind} {string.Join(" ", output.Contents.Keys.Order())}")) + "]";
        return Kinds(ours) != Kinds(theirs) ? [$"{Kinds(ours)}, and {Kinds(theirs)}"]
            : ours.Zip(theirs).SelectMany(pair => pair.First.Contents.Keys
                .Where(type => pair.First.Contents[type] != pair.Second.Contents[type])
                .Select(type => $"{type} {Parting(pair.First.Contents[type], pair.Second.Contents[type])}"));
    }

    private static string Parting(string ours, string theirs)
    {
        var at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        string Near(string text) => text[Math.Max(0, at - Context)..Math.Min(text.Length, at + Context)];
        return $"at {at}: …{Near(ours)}…, and …{Near(theirs)}…";
    }
}
