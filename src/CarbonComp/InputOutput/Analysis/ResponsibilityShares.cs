namespace CarbonComp;

/// <summary>Emissions attributed to regions from one perspective; every perspective has the same total.</summary>
/// <param name="Perspective">Which: producer, consumer, shared, ….</param>
/// <param name="Regions">The regions.</param>
/// <param name="Tonnes">t CO2 attributed to each region.</param>
/// <param name="Abroad">t CO2 attributed to users or suppliers abroad.</param>
/// <param name="Unallocated">t CO2 that the table's error column and rounding absorb.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record ResponsibilityShares(
    string Perspective, RegionAxis Regions, Vector<double> Tonnes, double Abroad, double Unallocated, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>t CO2 that each region is attributed as a final user; null where the perspective has no such part.</summary>
    public Vector<double>? AsConsumer { get; init; }

    /// <summary>Everything that is attributed: the emissions.</summary>
    public double Total => Tonnes.Sum() + Abroad + Unallocated;

    /// <summary>Everything that is attributed, with unit and status.</summary>
    public Quantity Sum() => new(Total, Unit.TonneCO2, Status);

    /// <summary>Emissions attributed to users or suppliers abroad, with unit and status.</summary>
    public Quantity SumAbroad() => new(Abroad, Unit.TonneCO2, Status);

    /// <summary>t CO2 by region with labels.</summary>
    public LabelledVector ByRegion => new(Perspective, Regions, Tonnes, Unit.TonneCO2, Status);

    /// <inheritdoc/>
    public override string Caption => $"Responsibility, {Perspective}: {NumberFormat.Quantity(Total, Unit.TonneCO2)} in all, "
        + $"{NumberFormat.Quantity(Abroad, Unit.TonneCO2)} of it abroad";

    /// <inheritdoc/>
    public override Columns ToColumns()
    {
        var columns = ByRegion.ToColumns();
        return AsConsumer is null ? columns
            : columns.With("as producer", (Tonnes - AsConsumer).ToArray(), Unit.TonneCO2).With("as consumer", AsConsumer.ToArray(), Unit.TonneCO2);
    }
}
