namespace CarbonComp.Interactive;

/// <summary>A frame of either library as columns of cells: what vectors, matrices and tables are read from.</summary>
/// <param name="Columns">The columns in order.</param>
/// <param name="RowKeys">The labels of the rows where the frame is keyed by text; null where it is not.</param>
internal sealed record FrameContent(IReadOnlyList<FrameColumn> Columns, string[]? RowKeys)
{
    /// <summary>The column of a heading or, where no heading fits, of a name without unit and status; a fault where there is none, or several.</summary>
    public FrameColumn? Column(string name, string holds, Faults faults)
    {
        if (Find(name) is { } exact) return exact;
        FrameColumn[] named = [.. Columns.Where(c => c.Parsed.Name == name)];
        if (named.Length == 1) return named[0];
        faults.Add(named.Length > 1
            ? $"several columns are named \"{name}\": {Listed(named)}. Give the whole heading of one."
            : $"there is no column \"{name}\" with the {holds}. " + (Columns.Count == 0 ? "The frame has no columns." : $"There are: {Listed(Columns)}."));
        return null;
    }

    /// <summary>The column of exactly this heading, or null.</summary>
    public FrameColumn? Find(string heading) => Columns.FirstOrDefault(c => c.Heading == heading);

    /// <summary>The labels of the rows: a column or, where the frame is keyed by text and has no such column, its keys.</summary>
    /// <param name="key">The column; null where the axis names it.</param>
    /// <param name="axis">The axis the labels are on; null where the frame gives it.</param>
    /// <param name="faults">Takes up what is wrong.</param>
    public LabelColumn? Labels(string? key, Axis? axis, Faults faults)
    {
        if ((key ?? axis?.Kind) is not { } name)
        {
            faults.Add("nothing says which column holds the labels. Name it, or give the axis.");
            return null;
        }
        var isColumn = Columns.Any(c => c.Heading == name || c.Parsed.Name == name);
        if (!isColumn && RowKeys is not null) return new($"the rows' {name}", axis?.Kind ?? name, RowKeys, axis);
        return Column(name, "labels", faults) is { } column
            ? new($"column \"{column.Heading}\"", axis?.Kind ?? column.Parsed.Name, column.Labels(), axis) : null;
    }

    private static string Listed(IReadOnlyCollection<FrameColumn> columns) => string.Join(", ", columns.Select(c => $"\"{c.Heading}\""));
}
