namespace CarbonComp.InputOutput;

// What is looked for in exports: a coefficient per unit of output, what imported inputs bring of it, and what a table's columns leave unexplained.
internal sealed record ExportStressor(string Name, Vector<double> PerOutput, Vector<double> Abroad, Vector<double> Unexplained, Unit Unit, ValueStatus Status)
{
    public static ExportStressor Of(MultiRegionalTable table, Intensity intensity)
    {
        intensity.RequireFor(table);
        var none = Vector<double>.Build.Dense(table.Axis.Count);
        return new(intensity.Stressor.Title, intensity.Values, none, none, intensity.Stressor.Unit, intensity.StatusIn(table));
    }

    // Imported inputs count as value added abroad, so that a unit of a product of a balanced table holds one unit of value added.
    public static ExportStressor OfValueAdded(MultiRegionalTable table) =>
        new("Value added", TableShape.PerOutput(table.ValueAdded, table.Output), TableShape.PerOutput(table.ImportedInputs, table.Output),
            TableShape.PerOutput(TableIdentities.ColumnResiduals(table), table.Output), table.Unit, table.Status);
}
