namespace CarbonComp.InputOutput;

/// <summary>The two accounting identities of a multi-regional table, as residuals (docs/methods.md#identities).</summary>
public static class TableIdentities
{
    /// <summary>By row: <c>x − (Z1 + Y1 + ex − im + err)</c>, n values in the table's currency.</summary>
    /// <param name="table">The table.</param>
    public static Vector<double> RowResiduals(MultiRegionalTable table) =>
        table.Output - TableShape.RowSums(table.Intermediate) - TableShape.RowSums(table.FinalUse) - table.Exports + table.CompetitiveImports - table.Error;

    /// <summary>By column: <c>x − (Z'1 + im + va)</c>, n values in the table's currency.</summary>
    /// <param name="table">The table.</param>
    public static Vector<double> ColumnResiduals(MultiRegionalTable table) =>
        table.Output - TableShape.ColumnSums(table.Intermediate) - table.ImportedInputs - table.ValueAdded;

    /// <summary>The rest of x after <c>A·x + Y1 + ex</c>: error column, rounding, and purchases of sectors without output.</summary>
    internal static Vector<double> Unused(MultiRegionalTable table) => Unused(table, RowResiduals(table));

    internal static Vector<double> Unused(MultiRegionalTable table, Vector<double> rowResiduals)
    {
        var unused = rowResiduals + table.Error - table.CompetitiveImports;
        for (var j = 0; j < table.Output.Count; j++)
            if (table.Output[j] == 0) unused += table.Intermediate.Column(j);
        return unused;
    }
}
