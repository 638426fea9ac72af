namespace CarbonComp.Interactive;

/// <summary>The labels of a frame's rows or columns, and the axis they are on.</summary>
/// <param name="Place">The place, for messages: <c>column "city"</c>.</param>
/// <param name="Kind">The noun for the labels, in the singular.</param>
/// <param name="Texts">A label for each row; null where it is missing.</param>
/// <param name="Given">The axis, where the caller gives one.</param>
internal sealed record LabelColumn(string Place, string Kind, string?[] Texts, Axis? Given)
{
    /// <summary>The axis and the position of each row on it; null with a fault where a label is missing or not on the axis.</summary>
    public (Axis Axis, int[] Positions)? On(Faults faults)
    {
        int[] missing = [.. Enumerable.Range(0, Texts.Length).Where(row => Texts[row] is null)];
        faults.AddRows(missing, rows => $"{Place} has no label in {rows}. Give one, or leave such rows out.");
        if (Texts.Length == 0) faults.Add($"{Place} has no rows.");
        if (missing.Length > 0 || Texts.Length == 0) return null;
        var axis = Given ?? new CategoryAxis(Kind, Texts.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase));
        string[] unknown = [.. Texts.OfType<string>().Where(text => !axis.Contains(text)).Distinct()];
        if (unknown.Length == 0) return (axis, Array.ConvertAll(Texts, text => axis.IndexOf(text!)));
        faults.Add($"{Place} has labels that are not among the {axis.Count} {axis.Kinds}: {Faults.Shorten(unknown, label => $"\"{label}\"")}. "
            + $"There are: {Faults.Shorten(axis.Labels, label => label)}. Correct them, or leave such rows out.");
        return null;
    }
}
