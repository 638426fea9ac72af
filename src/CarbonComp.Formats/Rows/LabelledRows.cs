namespace CarbonComp.Formats;

/// <summary>A matrix in a csv file whose heading and first column are <c>region.label</c>.</summary>
internal sealed class LabelledRows : IDisposable
{
    private readonly CsvRows rows;
    private readonly string[] labels;

    public LabelledRows(CsvRows rows)
    {
        this.rows = rows;
        try
        {
            if (!rows.Read() || rows.Count < 2) throw new DataException(rows.DisplayName, "the file has no heading. It is empty or damaged.");
            labels = [.. Enumerable.Range(1, rows.Count - 1).Select(rows.Text)];
        }
        catch
        {
            rows.Dispose(); // Nobody else would: an object that is not made is not disposed of.
            throw;
        }
    }

    /// <summary>Empty blocks on the axes that the headings of this matrix and of the one of final use name; with names beside the codes.</summary>
    public TableBlocks Blocks(LabelledRows finalUse, AxisNames names, string shown)
    {
        var (regions, sectors) = Split();
        var (users, categories) = finalUse.Split();
        if (!regions.SequenceEqual(users))
            throw new DataException(finalUse.rows.Place(1),
                "the regions of final use are not those of the sectors, or are in another order. Take both files from one release.");
        try { return new(names.Regions(regions), names.Sectors(sectors), names.Uses(categories), shown); }
        catch (AxisException wrong) { throw new DataException(rows.Place(1), wrong.Message, wrong); }
    }

    /// <summary>Fills a matrix, column-major, whose rows are the axis.</summary>
    public void Into(double[] values, RegionSectorAxis axis, Action<double> progress, CancellationToken cancellation)
    {
        var n = axis.Count;
        for (var i = 0; i < n; i++)
        {
            cancellation.ThrowIfStopped();
            if (!rows.Read()) throw new DataException(rows.DisplayName, $"the file ends before {axis.Codes[i]}. It is not complete; restore it.");
            if (rows.Text(0) != axis.Codes[i])
                throw new DataException(rows.Place(rows.Row, 0),
                    $"the row is \"{rows.Text(0)}\", expected {axis.Codes[i]}. Rows must be in the order of the columns of Z.");
            if (rows.Count != labels.Length + 1)
                throw new DataException(rows.Place(rows.Row), $"the row has {rows.Count} cells, the heading {labels.Length + 1}. Check separators and quotes.");
            for (var j = 0; j < labels.Length; j++) values[j * n + i] = rows.Number(j + 1, emptyIsZero: false);
            progress(rows.Share);
        }
        if (rows.Read()) throw new DataException(rows.Place(rows.Row),
            "there is a row more than the heading has sectors. Rows and columns name the same sectors.");
    }

    public void Dispose() => rows.Dispose();

    private (string[] Regions, string[] Labels) Split()
    {
        var parts = labels.Select((l, c) => l.IndexOf('.') is var at and > 0 && at < l.Length - 1 ? (Region: l[..at], Label: l[(at + 1)..])
            : throw new DataException(rows.Place(1, c + 1), $"\"{l}\" is not a country and a code with a point between them. Restore the heading.")).ToArray();
        string[] regions = [.. parts.Select(p => p.Region).Distinct()], names = [.. parts.Select(p => p.Label).Distinct()];
        for (var k = 0; k < parts.Length; k++)
            if (parts.Length != (long)regions.Length * names.Length || parts[k] != (regions[k / names.Length], names[k % names.Length]))
                throw new DataException(rows.Place(1, Math.Min(k, parts.Length - 1) + 1),
                    $"\"{labels[k]}\" is not where it should be: each country lists the same codes in the same order. Restore the heading.");
        return (regions, names);
    }
}
