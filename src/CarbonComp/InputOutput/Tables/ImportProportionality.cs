namespace CarbonComp.InputOutput;

// Takes competitive imports out of a table: each domestic user of a product buys the same share of it abroad.
internal static class ImportProportionality
{
    public static MultiRegionalTable Domestic(MultiRegionalTable table)
    {
        var used = table.Intermediate.RowSums() + table.FinalUse.RowSums();
        var share = table.CompetitiveImports.MapIndexed((i, imports) => imports >= 0 && imports <= used[i] ? used[i] == 0 ? 0 : imports / used[i]
            : throw new InputOutputException($"Imports of {table.Axis.Labels[i]} are {imports:G6} {table.Unit}, use of it is {used[i]:G6}. "
                + $"Imports must lie between 0 and the use; check the sign of the imports."), Zeros.Include);
        var imported = table.Intermediate.MapIndexed((i, _, z) => z * share[i]);
        return new(table.Regions, table.Sectors, table.Intermediate - imported, table.FinalUseByCategory.MapIndexed((i, _, y) => y * (1 - share[i])),
            table.Exports, table.ImportedInputs + imported.ColumnSums(), table.ValueAdded, table.Output,
            ValueStatuses.Weakest(table.Status, ValueStatus.Constructed), table.Categories, null, table.Error, table.Unit);
    }
}
