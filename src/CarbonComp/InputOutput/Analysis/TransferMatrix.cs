namespace CarbonComp;

/// <summary>Carbon transfers between regions: rows emit, columns use (docs/methods.md#transfers).</summary>
/// <param name="Regions">The regions.</param>
/// <param name="Tonnes">T[r,s], t CO2: emitted in r, embodied in what s finally uses.</param>
/// <param name="Ends">What each region emits for no final use of these regions.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record TransferMatrix(RegionAxis Regions, Matrix<double> Tonnes, TransferEnds Ends, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>t CO2 emitted in regions of the country outside these for r; zeros unless made by <see cref="Within"/>.</summary>
    public Vector<double> FromElsewhere { get; init; } = Vector<double>.Build.Dense(Regions.Count);

    /// <summary>t CO2 that households emit themselves, by heating and driving: at home for themselves, in no chain and not part of T; zeros unless
    /// given.</summary>
    public Vector<double> HouseholdDirect { get; init; } = Vector<double>.Build.Dense(Regions.Count);

    /// <summary>The same transfers with what households emit directly beside them: by region, a mass of CO2, not negative.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="InputOutputException">A negative value.</exception>
    public TransferMatrix WithHouseholds(LabelledVector households)
    {
        Regions.Require(households.Axis, households.Name);
        households.RequireNotNegative("Emissions cannot be negative.", message => new InputOutputException(message));
        return new(Regions, Tonnes, Ends, ValueStatuses.Weakest(Status, households.Status))
        {
            FromElsewhere = FromElsewhere, HouseholdDirect = households.In(Unit.TonneCO2).Values,
        };
    }

    /// <summary>t CO2 emitted by region's sectors: everything that leaves its row; without <see cref="HouseholdDirect"/>.</summary>
    public LabelledVector Emissions => Vector("emissions", Tonnes.RowSums() + Ends.Total);

    /// <summary>t CO2 emitted in these regions, and outside in the country, for what each region finally uses: its consumption-based emissions without
    /// those abroad.</summary>
    public LabelledVector ConsumptionBased => Vector("emissions for own final use, everywhere in the country", Tonnes.ColumnSums() + FromElsewhere);

    /// <summary>t CO2 emitted in a region for its own final use: the diagonal.</summary>
    public LabelledVector OwnUse => Vector("emissions at home for own final use", Tonnes.Diagonal());

    /// <summary>t CO2 that other regions emit for r: <c>Σ_s≠r T[s,r]</c> (docs/methods.md#bth-8).</summary>
    public LabelledVector Inflow => Vector("embodied inflow", Tonnes.ColumnSums() - Tonnes.Diagonal());

    /// <summary>t CO2 that r emits for other regions: <c>Σ_s≠r T[r,s]</c> (docs/methods.md#bth-8).</summary>
    public LabelledVector Outflow => Vector("embodied outflow", Tonnes.RowSums() - Tonnes.Diagonal());

    /// <summary>t CO2 that r emits for exports abroad.</summary>
    public LabelledVector Exported => Vector("emissions for exports abroad", Ends.Exported);

    /// <summary><c>N_r</c> = inflow − outflow, t CO2: positive when others emit for r, so that r owes (docs/methods.md#transfer-sign).</summary>
    public LabelledVector NetEmbodiedImports => Vector("net embodied imports", Tonnes.ColumnSums() - Tonnes.RowSums());

    /// <summary>Net embodied import of the row's region from the column's: <c>T[s,r] − T[r,s]</c>, antisymmetric, rows add up to
    /// <see cref="NetEmbodiedImports"/>.</summary>
    public LabelledMatrix Bilateral => new("net embodied imports from", Regions, Regions, Tonnes.Transpose() - Tonnes, Unit.TonneCO2, Status);

    /// <summary>T with labels.</summary>
    public LabelledMatrix ToMatrix() => new("Carbon emitted by row for final use of column", Regions, Regions, Tonnes, Unit.TonneCO2, Status);

    /// <inheritdoc/>
    public override string Caption => "Carbon emitted in a region (rows) for the final use of regions (columns)";

    /// <summary>The flows among some of the regions; the others become ends (<see cref="TransferEnds.ForElsewhere"/>) and
    /// <see cref="FromElsewhere"/>.</summary>
    /// <exception cref="AxisException">A region that is not among these.</exception>
    public TransferMatrix Within(RegionAxis subset)
    {
        var (kept, others) = TableShape.Split(Regions, subset);
        return new(subset, TableShape.Pick(Tonnes, kept, kept), Ends.Within(Tonnes, kept, others), Status)
        {
            HouseholdDirect = TableShape.Pick(HouseholdDirect, kept),
            FromElsewhere = TableShape.Pick(FromElsewhere, kept) + TableShape.Pick(Tonnes, others, kept).ColumnSums(),
        };
    }

    /// <summary>One row per region: emissions, own use, outflow, inflow, net, and the ends.</summary>
    public Table ByRegion()
    {
        List<LabelledVector> columns =
            [Emissions, OwnUse.Named("own use"), Outflow, Inflow, NetEmbodiedImports, Exported.Named("exported abroad")];
        if (HouseholdDirect.Any(v => v != 0)) columns.Add(Vector("households themselves", HouseholdDirect));
        if (Ends.ForElsewhere.Any(v => v != 0) || FromElsewhere.Any(v => v != 0))
            columns.AddRange([Vector("for elsewhere in the country", Ends.ForElsewhere), Vector("from elsewhere in the country", FromElsewhere)]);
        if (HasUnallocated) columns.Add(Vector("unallocated", Ends.Unallocated));
        return Table.Of("Embodied carbon by region", columns);
    }

    /// <summary>The matrix with exports abroad, and the ends that are not zero, as further columns.</summary>
    public override Columns ToColumns()
    {
        var columns = TableShape.ToColumns("emitted in", Regions, Regions, Tonnes, Unit.TonneCO2);
        if (Ends.ForElsewhere.Any(v => v != 0)) columns = columns.With("elsewhere in the country", Ends.ForElsewhere.ToArray(), Unit.TonneCO2);
        columns = columns.With("exports abroad", Ends.Exported.ToArray(), Unit.TonneCO2);
        return HasUnallocated ? columns.With("unallocated", Ends.Unallocated.ToArray(), Unit.TonneCO2) : columns;
    }

    // What rounding alone leaves is not shown.
    private bool HasUnallocated => Ends.Unallocated.AbsoluteMaximum() > 1e-9 * Emissions.Total;

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Unit.TonneCO2, Status);
}
