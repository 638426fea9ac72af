namespace CarbonComp;

/// <summary>Emissions, or another stressor, attributed to regions from one perspective; every perspective has the same total.</summary>
/// <param name="Perspective">Which: producer, consumer, shared, ….</param>
/// <param name="Regions">The regions.</param>
/// <param name="Amounts">What is attributed to each region.</param>
/// <param name="Abroad">What is attributed to users or suppliers abroad.</param>
/// <param name="Unallocated">What the table's error column and rounding absorb.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record ResponsibilityShares(
    string Perspective, RegionAxis Regions, Vector<double> Amounts, double Abroad, double Unallocated, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>What is attributed, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <summary>What each region is attributed as a final user; null where the perspective has no such part.</summary>
    public Vector<double>? AsConsumer { get; init; }

    /// <summary>Everything that is attributed: the emissions.</summary>
    public double Total => Amounts.Sum() + Abroad + Unallocated;

    /// <summary>Everything that is attributed, with unit and status.</summary>
    public Quantity Sum() => new(Total, Stressor.Unit, Status);

    /// <summary>Emissions attributed to users or suppliers abroad, with unit and status.</summary>
    public Quantity SumAbroad() => new(Abroad, Stressor.Unit, Status);

    /// <summary>By region with labels.</summary>
    public LabelledVector ByRegion => new(Perspective, Regions, Amounts, Stressor.Unit, Status);

    /// <inheritdoc/>
    public override string Caption => $"Responsibility{(Stressor.IsCarbonDioxide ? "" : $" for {Stressor.Name}")}, {Perspective}: "
        + $"{NumberFormat.Quantity(Total, Stressor.Unit)} in all, "
        + $"{NumberFormat.Quantity(Abroad, Stressor.Unit)} of it abroad";

    /// <inheritdoc/>
    public override Columns ToColumns()
    {
        var columns = ByRegion.ToColumns();
        return AsConsumer is null ? columns
            : columns.With("as producer", (Amounts - AsConsumer).ToArray(), Stressor.Unit).With("as consumer", AsConsumer.ToArray(), Stressor.Unit);
    }
}
