namespace CarbonComp.InputOutput;

/// <summary>Takes competitive imports out of a table by the proportionality assumption.</summary>
internal static class ImportProportionality
{
    public static MultiRegionalTable Domestic(MultiRegionalTable table)
    {
        var used = table.Intermediate.RowSums() + table.FinalUse.RowSums();
        var share = used.Clone();
        for (var i = 0; i < share.Count; i++)
        {
            var imports = table.CompetitiveImports[i];
            if (imports < 0 || imports > used[i])
                throw new InputOutputException(
                    $"Imports of {table.Axis.Labels[i]} are {imports:G6} {table.Unit}, use of it is {used[i]:G6}. Imports must lie between 0 and "
                    + $"the use; check the sign of the imports.");
            share[i] = used[i] == 0 ? 0 : imports / used[i];
        }
        var imported = table.Intermediate.MapIndexed((i, _, z) => z * share[i]);
        return new(table.Regions, table.Sectors, table.Intermediate - imported, table.FinalUseByCategory.MapIndexed((i, _, y) => y * (1 - share[i])),
            table.Exports, table.ImportedInputs + imported.ColumnSums(), table.ValueAdded, table.Output,
            ValueStatuses.Weakest(table.Status, ValueStatus.Constructed), table.Categories, null, table.Error, table.Unit);
    }
}
