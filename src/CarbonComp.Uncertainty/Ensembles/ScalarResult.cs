namespace CarbonComp.Uncertainty;

// A calculation of one number as one of a vector with a single label.
internal static class ScalarResult
{
    private static readonly CategoryAxis Single = new("result", "result");

    public static Func<Draw, LabelledVector> Of(Func<Draw, double> calculation) =>
        draw => new("result", Single, [calculation(draw)], Unit.One, ValueStatus.Statistic);

    // The position of the result that is meant: the named one, or the only one.
    public static int Position(Axis axis, string? label) => label is not null ? axis.IndexOf(label)
        : axis.Count == 1 ? 0
        : throw new UncertaintyException($"The result has {axis.Count} {axis.Kinds}. Say which is meant: {Listing.Of(axis.Labels)}.");
}
