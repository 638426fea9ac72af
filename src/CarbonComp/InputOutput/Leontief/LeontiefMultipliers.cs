namespace CarbonComp.InputOutput;

/// <summary>The effects of a unit of final use of each product along its chain, by one transposed solve: <c>f'B</c>.</summary>
/// <remarks>f is the coefficient per unit of output, B that of the table's system.</remarks>
public static class LeontiefMultipliers
{
    /// <summary>Emissions, or another stressor, per unit of currency.</summary>
    public static LabelledVector Emissions(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system) =>
        Emissions(table, [intensity], system)[0];

    /// <summary>Several stressors at once, in the order given: one solve serves them all.</summary>
    public static IReadOnlyList<LabelledVector> Emissions(MultiRegionalTable table, IReadOnlyList<Intensity> intensities, ILeontiefInverse system)
    {
        foreach (var intensity in intensities) intensity.RequireFor(table);
        if (intensities.Count == 0) return [];
        var embodied = system.Multipliers(Matrix<double>.Build.DenseOfColumnVectors(intensities.Select(f => f.Values)));
        return [.. intensities.Select((f, k) =>
            new LabelledVector($"embodied {f.Stressor.Name}", table.Axis, embodied.Column(k), f.Stressor.Unit / table.Unit, f.StatusIn(table)))];
    }

    /// <summary>Output of all sectors and regions, a pure number of at least 1.</summary>
    public static LabelledVector Output(MultiRegionalTable table, ILeontiefInverse system) =>
        new("output multiplier", table.Axis, system.Multipliers(Vector<double>.Build.Dense(table.Axis.Count, 1)), Unit.One, table.Status);

    /// <summary>Value added in all sectors and regions; with imported inputs it stays below 1.</summary>
    public static LabelledVector ValueAdded(MultiRegionalTable table, ILeontiefInverse system) => Of("value-added multiplier", table, table.ValueAdded, system);

    /// <summary>Imported inputs along the chain; with value added they make 1 for every product of a balanced table.</summary>
    public static LabelledVector ImportedInputs(MultiRegionalTable table, ILeontiefInverse system) =>
        Of("import multiplier", table, table.ImportedInputs, system);

    private static LabelledVector Of(string name, MultiRegionalTable table, Vector<double> values, ILeontiefInverse system) =>
        new(name, table.Axis, system.Multipliers(TableShape.PerOutput(values, table.Output)), Unit.One, table.Status);
}
