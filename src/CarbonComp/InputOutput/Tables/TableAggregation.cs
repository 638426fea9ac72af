namespace CarbonComp;

/// <summary>Aggregation of a multi-regional table by concordances of regions, of sectors, or both: flows are added up.</summary>
public static class TableAggregation
{
    /// <summary>Adds up regions and sectors.</summary>
    /// <param name="table">The detailed table.</param>
    /// <param name="regions">From the table's regions to broader ones; none leaves them.</param>
    /// <param name="sectors">From the table's sectors to broader ones; none leaves them.</param>
    /// <exception cref="AxisException">A concordance of other labels than the table's, or to something else than regions and sectors.</exception>
    public static MultiRegionalTable Aggregate(MultiRegionalTable table, Concordance? regions = null, Concordance? sectors = null)
    {
        regions ??= Concordance.Identity(table.Regions);
        sectors ??= Concordance.Identity(table.Sectors);
        table.Regions.Require(regions.From, "The concordance of regions");
        table.Sectors.Require(sectors.From, "The concordance of sectors");
        var toRegions = regions.To as RegionAxis
            ?? throw new AxisException($"The concordance of regions leads to {regions.To.Kinds}; it must lead to regions.");
        var toSectors = sectors.To as SectorAxis
            ?? throw new AxisException($"The concordance of sectors leads to {sectors.To.Kinds}; it must lead to sectors.");

        var (s, c) = (table.Sectors.Count, table.Categories.Count);
        int[] rows = [.. Enumerable.Range(0, table.Axis.Count).Select(i => regions[i / s] * toSectors.Count + sectors[i % s])];
        int[] columns = [.. Enumerable.Range(0, table.Regions.Count * c).Select(j => regions[j / c] * c + j % c)];
        var n = toRegions.Count * toSectors.Count;
        Vector<double> Sum(Vector<double> vector)
        {
            var sums = Vector<double>.Build.Dense(n);
            for (var i = 0; i < rows.Length; i++) sums[rows[i]] += vector[i];
            return sums;
        }
        return new(toRegions, toSectors, Concordance.Sum(table.Intermediate, rows, n, rows, n),
            Concordance.Sum(table.FinalUseByCategory, rows, n, columns, toRegions.Count * c),
            Sum(table.Exports), Sum(table.ImportedInputs), Sum(table.ValueAdded), Sum(table.Output), table.Status, table.Categories,
            Sum(table.CompetitiveImports), Sum(table.Error), table.Unit);
    }

    /// <summary>Adds up emissions, or anything else by region and sector, in the same way.</summary>
    /// <param name="values">By region (rows) and sector (columns).</param>
    /// <param name="regions">From the rows to broader regions; none leaves them.</param>
    /// <param name="sectors">From the columns to broader sectors; none leaves them.</param>
    /// <exception cref="AxisException">A concordance of other labels.</exception>
    public static LabelledMatrix Aggregate(LabelledMatrix values, Concordance? regions = null, Concordance? sectors = null)
    {
        regions ??= Concordance.Identity(values.Rows);
        sectors ??= Concordance.Identity(values.Columns);
        values.Rows.Require(regions.From, "The concordance of regions");
        values.Columns.Require(sectors.From, "The concordance of sectors");
        int[] Targets(Concordance c) => [.. Enumerable.Range(0, c.From.Count).Select(i => c[i])];
        return new(values.Name, regions.To, sectors.To,
            Concordance.Sum(values.Values, Targets(regions), regions.To.Count, Targets(sectors), sectors.To.Count), values.Unit, values.Status);
    }
}
