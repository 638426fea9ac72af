namespace CarbonComp.InputOutput;

/// <summary>Emissions that serve no final use of the regions: exports abroad, regions outside, or unallocated in the table. One value per row.</summary>
/// <param name="Exported">t CO2 embodied in exports abroad.</param>
public sealed record TransferEnds(Vector<double> Exported)
{
    /// <summary>t CO2 that the table's error column and rounding absorb; zeros where the table balances exactly.</summary>
    public Vector<double> Unallocated { get; init; } = Vector<double>.Build.Dense(Exported.Count);

    /// <summary>t CO2 for regions of the country outside these; zeros unless the transfers are a part of larger ones.</summary>
    public Vector<double> ForElsewhere { get; init; } = Vector<double>.Build.Dense(Exported.Count);

    /// <summary>t CO2 used outside these regions, abroad or in the country.</summary>
    public Vector<double> Outside => Exported + ForElsewhere;

    /// <summary>t CO2 of all ends: what a row emits beside what the regions use.</summary>
    public Vector<double> Total => Outside + Unallocated;

    // Some of the rows, with what they emit for the columns left out as an end elsewhere.
    internal TransferEnds Within(Matrix<double> tonnes, int[] rows, int[] columnsLeftOut) => new(TableShape.Pick(Exported, rows))
    {
        Unallocated = TableShape.Pick(Unallocated, rows),
        ForElsewhere = TableShape.Pick(ForElsewhere, rows) + TableShape.Pick(tonnes, rows, columnsLeftOut).RowSums(),
    };

    internal TransferEnds SumRows(int group) => new(TableShape.SumRows(Exported, group))
    {
        Unallocated = TableShape.SumRows(Unallocated, group),
        ForElsewhere = TableShape.SumRows(ForElsewhere, group),
    };
}
