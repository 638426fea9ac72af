namespace CarbonComp.InputOutput;

/// <summary>Emissions embodied in bilateral trade: what each region emits at home for its deliveries to each other region.</summary>
/// <param name="Regions">The regions.</param>
/// <param name="Tonnes">E[r,s], t CO2 emitted in r for what r delivers to s, intermediate and final; zero on the diagonal.</param>
/// <param name="OwnUse">t CO2 emitted in r for its own products that it finally uses.</param>
/// <param name="Exported">t CO2 emitted in r for its exports abroad.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record BilateralTradeEmissions(
    RegionAxis Regions, Matrix<double> Tonnes, Vector<double> OwnUse, Vector<double> Exported, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>t CO2 that the table's error column and rounding absorb; zeros where the table balances exactly.</summary>
    public Vector<double> Unallocated { get; init; } = Vector<double>.Build.Dense(Regions.Count);

    /// <summary>t CO2 emitted by region: traded, own use, exports and what is unallocated add up to it.</summary>
    public LabelledVector Emissions => Vector("emissions", Tonnes.RowSums() + OwnUse + Exported + Unallocated);

    /// <summary>Embodied in imports minus embodied in exports to other regions, t CO2.</summary>
    public LabelledVector NetEmbodiedImports => Vector("net emissions embodied in bilateral trade", Tonnes.ColumnSums() - Tonnes.RowSums());

    /// <summary>The matrix with labels.</summary>
    public LabelledMatrix ToMatrix() => new("Emissions of row embodied in deliveries to column", Regions, Regions, Tonnes, Unit.TonneCO2, Status);

    /// <inheritdoc/>
    public override string Caption => "Emissions embodied in bilateral trade: emitted in a region (rows) for deliveries to regions (columns)";

    /// <inheritdoc/>
    public override Columns ToColumns() => TableShape.ToColumns("emitted in", Regions, Regions, Tonnes, Unit.TonneCO2)
        .With("own use", OwnUse.ToArray(), Unit.TonneCO2).With("exports abroad", Exported.ToArray(), Unit.TonneCO2);

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Unit.TonneCO2, Status);
}
