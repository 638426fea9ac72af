namespace CarbonComp.Formats;

/// <summary>The meaning of a wide table's labels: a sector of a region, a category of final use, or a block beside them.</summary>
internal sealed class WideLabels(WideLayout layout)
{
    private readonly Dictionary<string, TableBlock> columns = new(layout.Columns, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TableBlock> rows = new(layout.Rows, StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> outside = new(layout.Outside, StringComparer.OrdinalIgnoreCase);

    /// <summary>Region and label of a heading or row, with parts of regions folded.</summary>
    public (string Region, string Label) Named(string region, string label)
    {
        if (layout.LabelSeparator is { } separator)
        {
            var at = label.IndexOf(separator);
            (region, label) = at > 0 && at < label.Length - 1 ? (label[..at].TrimEnd(), label[(at + 1)..].TrimStart()) : ("", label);
            // Some editions write the final use before its region: HFCE_AUS.
            if (IsCategory(region) && !IsCategory(label)) (region, label) = (label, region);
        }
        label = layout.Canonical(label);
        return layout.Fold.TryGetValue(region, out var whole) ? (whole, label) : (region, label);
    }

    /// <summary>The label in the file: parts of a region share a place in the table, but each appears once.</summary>
    public (string, string) Raw(string region, string label) =>
        (layout.LabelSeparator is null ? region.ToUpperInvariant() : "", layout.Canonical(label).ToUpperInvariant());

    /// <summary>The category that a label names; none where it is no final use.</summary>
    public string? Category(string label) =>
        layout.Categories.FirstOrDefault(c => c.Equals(label, StringComparison.OrdinalIgnoreCase))
        ?? (layout.CategoryPrefix is { } prefix && label.Length > prefix.Length
            && label.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? label[prefix.Length..] : null);

    private bool IsCategory(string label) => layout.Categories.Contains(label, StringComparer.OrdinalIgnoreCase);

    public bool IsOutside(string region) => outside.Contains(region);

    /// <summary>The block of a column, by its text, its canonical label, or the layout's rule.</summary>
    public TableBlock? ColumnBlock(string text, string label, string region) =>
        columns.TryGetValue(text, out var known) || columns.TryGetValue(label, out known) ? known : layout.ColumnRule(text.Length > 0 ? text : region);

    /// <summary>The block of a row, by its first text, its canonical label, or the layout's rule.</summary>
    public TableBlock? RowBlock(string text, string label) =>
        rows.TryGetValue(text, out var known) || rows.TryGetValue(label, out known) ? known : layout.RowRule(text);
}
