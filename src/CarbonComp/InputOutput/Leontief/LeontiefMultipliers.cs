namespace CarbonComp.InputOutput;

/// <summary>The effects of a unit of final use of each product along its chain, by one transposed solve: <c>f'B</c>.</summary>
public static class LeontiefMultipliers
{
    /// <summary>Emissions, t CO2 per unit of currency.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="system">The table's system, <c>B</c>.</param>
    public static LabelledVector Emissions(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system)
    {
        table.Axis.Require(intensity.Axis, "Intensity");
        return Of("embodied emissions", table, intensity.Values, Unit.TonneCO2 / table.Unit, ValueStatuses.Weakest(table.Status, intensity.Status), system);
    }

    /// <summary>Output of all sectors and regions, a pure number of at least 1.</summary>
    /// <inheritdoc cref="Emissions" path="/param"/>
    public static LabelledVector Output(MultiRegionalTable table, ILeontiefInverse system) =>
        Of("output multiplier", table, Vector<double>.Build.Dense(table.Axis.Count, 1), Unit.One, table.Status, system);

    /// <summary>Value added in all sectors and regions; with imported inputs it stays below 1.</summary>
    /// <inheritdoc cref="Emissions" path="/param"/>
    public static LabelledVector ValueAdded(MultiRegionalTable table, ILeontiefInverse system) =>
        Of("value-added multiplier", table, PerOutput(table, table.ValueAdded), Unit.One, table.Status, system);

    /// <summary>Imported inputs along the chain; with value added they make 1 for every product of a balanced table.</summary>
    /// <inheritdoc cref="Emissions" path="/param"/>
    public static LabelledVector ImportedInputs(MultiRegionalTable table, ILeontiefInverse system) =>
        Of("import multiplier", table, PerOutput(table, table.ImportedInputs), Unit.One, table.Status, system);

    private static LabelledVector Of(string name, MultiRegionalTable table, Vector<double> coefficients, Unit unit, ValueStatus status,
        ILeontiefInverse system) =>
        new(name, table.Axis, system.Multipliers(coefficients), unit, status);

    private static Vector<double> PerOutput(MultiRegionalTable table, Vector<double> values) =>
        Vector<double>.Build.Dense(table.Axis.Count, i => table.Output[i] == 0 ? 0 : values[i] / table.Output[i]);
}
