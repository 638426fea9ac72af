namespace CarbonComp.InputOutput;

/// <summary>The two accounting identities of a multi-regional table, as residuals in its currency (docs/methods.md#identities).</summary>
public static class TableIdentities
{
    /// <summary>By row: <c>x − (Z1 + Y1 + ex − im + err)</c>, n values.</summary>
    public static Vector<double> RowResiduals(MultiRegionalTable table) =>
        table.Output - TableShape.RowSums(table.Intermediate) - TableShape.RowSums(table.FinalUse) - table.Exports + table.CompetitiveImports - table.Error;

    /// <summary>By column: <c>x − (Z'1 + im + va)</c>, n values.</summary>
    public static Vector<double> ColumnResiduals(MultiRegionalTable table) =>
        table.Output - table.Intermediate.ColumnSums() - table.ImportedInputs - table.ValueAdded;

    // The rest of x after A·x + Y1 + ex: error column, rounding, and purchases of sectors without output.
    internal static Vector<double> Unused(MultiRegionalTable table, Vector<double>? rowResiduals = null)
    {
        var unused = (rowResiduals ?? RowResiduals(table)) + table.Error - table.CompetitiveImports;
        for (var j = 0; j < table.Output.Count; j++)
            if (table.Output[j] == 0) unused += table.Intermediate.Column(j);
        return unused;
    }

    // Every absorber of a table, a column each: the regions, exports abroad, what does not balance.
    internal static Matrix<double> Absorbers(MultiRegionalTable table, Vector<double>? rowResiduals = null) =>
        table.FinalUse.InsertColumn(table.Regions.Count, table.Exports).InsertColumn(table.Regions.Count + 1, Unused(table, rowResiduals));
}
