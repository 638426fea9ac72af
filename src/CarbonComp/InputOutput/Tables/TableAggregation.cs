namespace CarbonComp;

/// <summary>Aggregation of a multi-regional table by concordances of regions, of sectors, or both: flows are added up.</summary>
public static class TableAggregation
{
    /// <summary>Adds up regions and sectors. Without a concordance they stay as they are.</summary>
    /// <exception cref="AxisException">A concordance of other labels than the table's, or to something else than regions and sectors.</exception>
    public static MultiRegionalTable Aggregate(MultiRegionalTable table, Concordance? regions = null, Concordance? sectors = null)
    {
        var (byRegion, bySector) = (Of(table.Regions, regions, "regions"), Of(table.Sectors, sectors, "sectors"));
        var toRegions = byRegion.To as RegionAxis
            ?? throw new AxisException($"The concordance of regions leads to {byRegion.To.Kinds}; it must lead to regions.");
        var toSectors = bySector.To as SectorAxis
            ?? throw new AxisException($"The concordance of sectors leads to {bySector.To.Kinds}; it must lead to sectors.");

        var (c, n) = (table.Categories.Count, toRegions.Count * toSectors.Count);
        int[] rows = [.. from r in byRegion.Targets from s in bySector.Targets select r * toSectors.Count + s];
        int[] columns = [.. from r in byRegion.Targets from k in Enumerable.Range(0, c) select r * c + k];
        Vector<double> Add(Vector<double> vector) => Sum(vector.ToColumnMatrix(), rows, n, [0], 1).Column(0);
        return new(toRegions, toSectors, Sum(table.Intermediate, rows, n, rows, n), Sum(table.FinalUseByCategory, rows, n, columns, toRegions.Count * c),
            Add(table.Exports), Add(table.ImportedInputs), Add(table.ValueAdded), Add(table.Output), table.Status, table.Categories,
            Add(table.CompetitiveImports), Add(table.Error), table.Unit);
    }

    /// <summary>Adds up emissions, or anything else by region (rows) and sector (columns), in the same way.</summary>
    /// <exception cref="AxisException">A concordance of other labels.</exception>
    public static LabelledMatrix Aggregate(LabelledMatrix values, Concordance? regions = null, Concordance? sectors = null)
    {
        var (rows, columns) = (Of(values.Rows, regions, "regions"), Of(values.Columns, sectors, "sectors"));
        return new(values.Name, rows.To, columns.To, Sum(values.Values, rows.Targets, rows.To.Count, columns.Targets, columns.To.Count),
            values.Unit, values.Status);
    }

    private static Concordance Of(Axis axis, Concordance? given, string what)
    {
        if (given is null) return Concordance.Identity(axis);
        axis.Require(given.From, $"The concordance of {what}");
        return given;
    }

    // Rows added up by the positions they belong to, columns likewise; in one pass over the matrix.
    private static Matrix<double> Sum(Matrix<double> matrix, int[] rows, int rowCount, int[] columns, int columnCount)
    {
        var (values, height) = (TableShape.ColumnMajor(matrix), matrix.RowCount);
        var sums = new double[rowCount * columnCount];
        for (var j = 0; j < matrix.ColumnCount; j++)
        {
            var (source, offset) = (j * height, columns[j] * rowCount);
            for (var i = 0; i < height; i++) sums[offset + rows[i]] += values[source + i];
        }
        return Matrix<double>.Build.Dense(rowCount, columnCount, sums);
    }
}
