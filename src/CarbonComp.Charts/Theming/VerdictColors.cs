namespace CarbonComp.Charts;

/// <summary>The colours of the verdicts of a comparison: what is confirmed blue, what is contradicted vermillion, what nothing was said of grey.</summary>
internal static class VerdictColors
{
    private static readonly Dictionary<string, ThemeColor> Known = new()
    {
        ["reproduced"] = Theme.Receiver,
        ["reproduced by another route"] = ThemeColor.Parse("#8CBBDD"),
        ["contradicted"] = Theme.Payer,
        ["not checkable"] = ThemeColor.Parse("#9A9A9A"),
        ["given"] = ThemeColor.Parse("#DADADA"),
    };

    // The colours of all verdicts of an axis; null where it has others.
    public static IReadOnlyList<ThemeColor>? Of(Axis axis) =>
        axis.Kind == "verdict" && axis.Labels.All(Known.ContainsKey) ? [.. axis.Labels.Select(label => Known[label])] : null;
}
