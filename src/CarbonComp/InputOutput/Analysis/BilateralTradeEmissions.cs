namespace CarbonComp.InputOutput;

/// <summary>Emissions embodied in bilateral trade: what each region emits at home for its deliveries to each other region
/// (<c>docs/methods.md#eebt</c>).</summary>
/// <param name="Regions">The regions.</param>
/// <param name="Amounts">E[r,s], emitted in r for what r delivers to s, intermediate and final; zero on the diagonal.</param>
/// <param name="OwnUse">Emitted in r for its own products that it finally uses.</param>
/// <param name="Exported">Emitted in r for its exports abroad.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record BilateralTradeEmissions(
    RegionAxis Regions, Matrix<double> Amounts, Vector<double> OwnUse, Vector<double> Exported, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>What is followed, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <summary>What the table's error column and rounding absorb; zeros where the table balances exactly.</summary>
    public Vector<double> Unallocated { get; init; } = Vector<double>.Build.Dense(Regions.Count);

    /// <summary>Emitted by region: traded, own use, exports and what is unallocated add up to it.</summary>
    public LabelledVector Emissions => Vector(Stressor.Name, Amounts.RowSums() + OwnUse + Exported + Unallocated);

    /// <summary>Embodied in imports minus embodied in exports to other regions.</summary>
    public LabelledVector NetEmbodiedImports => Vector($"net {Stressor.Name} embodied in bilateral trade", Amounts.ColumnSums() - Amounts.RowSums());

    /// <summary>The matrix with labels.</summary>
    public LabelledMatrix ToMatrix() => new($"{Stressor.Title} of row embodied in deliveries to column", Regions, Regions, Amounts, Stressor.Unit, Status);

    /// <inheritdoc/>
    public override string Caption => $"{Stressor.Title} embodied in bilateral trade: of a region (rows) for deliveries to regions (columns)";

    /// <inheritdoc/>
    public override Columns ToColumns() => TableShape
        .ToColumns(Stressor.IsCarbonDioxide ? "emitted in" : "from", Regions, Regions, Amounts, Stressor.Unit)
        .With("own use", OwnUse.ToArray(), Stressor.Unit).With("exports abroad", Exported.ToArray(), Stressor.Unit);

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Stressor.Unit, Status);
}
