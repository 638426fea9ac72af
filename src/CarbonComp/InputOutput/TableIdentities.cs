using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>The two accounting identities of a multi-regional table, as residuals (METHODS 2).</summary>
public static class TableIdentities
{
    /// <summary>By row: <c>x − (Z1 + Y1 + ex − im + err)</c>, n values in the table's currency.</summary>
    /// <param name="table">The table.</param>
    public static Vector<double> RowResiduals(MultiRegionalTable table) =>
        table.Output - table.Intermediate.RowSums() - table.FinalUse.RowSums() - table.Exports + table.CompetitiveImports - table.Error;

    /// <summary>By column: <c>x − (Z'1 + im + va)</c>, n values in the table's currency.</summary>
    /// <param name="table">The table.</param>
    public static Vector<double> ColumnResiduals(MultiRegionalTable table) =>
        table.Output - table.Intermediate.ColumnSums() - table.ImportedInputs - table.ValueAdded;

    /// <summary>What <c>A·x + Y1 + ex</c> leaves of x: error column, rounding, and what sectors without output are said to buy.</summary>
    internal static Vector<double> Unused(MultiRegionalTable table)
    {
        var inputs = table.Intermediate.RowSums();
        for (var j = 0; j < table.Output.Count; j++)
            if (table.Output[j] == 0) inputs -= table.Intermediate.Column(j);
        return table.Output - inputs - table.FinalUse.RowSums() - table.Exports;
    }
}
