namespace CarbonComp;

/// <summary>Transfers between regions of carbon, or of another <see cref="Stressor"/>: rows emit, columns use (docs/methods.md#transfers).</summary>
/// <remarks>Amounts are in the stressor's unit: t CO2 unless another stressor was followed.</remarks>
/// <param name="Regions">The regions.</param>
/// <param name="Amounts">T[r,s]: emitted in r, embodied in what s finally uses.</param>
/// <param name="Ends">What each region emits for no final use of these regions.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record TransferMatrix(RegionAxis Regions, Matrix<double> Amounts, TransferEnds Ends, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>What is followed, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <summary>Emitted in regions of the country outside these for r; zeros unless made by <see cref="Within"/>.</summary>
    public Vector<double> FromElsewhere { get; init; } = Vector<double>.Build.Dense(Regions.Count);

    /// <summary>What households emit themselves, by heating and driving: at home for themselves, in no chain and not part of T; zeros unless
    /// given.</summary>
    public Vector<double> HouseholdDirect { get; init; } = Vector<double>.Build.Dense(Regions.Count);

    /// <summary>The same transfers with what households emit directly beside them: by region, in a unit of the stressor's kind, not negative.</summary>
    /// <exception cref="AxisException">Other regions.</exception>
    /// <exception cref="InputOutputException">A negative value.</exception>
    public TransferMatrix WithHouseholds(LabelledVector households)
    {
        Regions.Require(households.Axis, households.Name);
        households.RequireNotNegative("Emissions cannot be negative.", message => new InputOutputException(message));
        return new(Regions, Amounts, Ends, ValueStatuses.Weakest(Status, households.Status))
        {
            Stressor = Stressor, FromElsewhere = FromElsewhere, HouseholdDirect = households.In(Stressor.Unit).Values,
        };
    }

    /// <summary>Emitted by a region's sectors: everything that leaves its row; without <see cref="HouseholdDirect"/>.</summary>
    public LabelledVector Emissions => Vector(Stressor.Name, Amounts.RowSums() + Ends.Total);

    /// <summary>Emitted in these regions, and outside in the country, for what each region finally uses: its consumption-based emissions without
    /// those abroad.</summary>
    public LabelledVector ConsumptionBased => Vector($"{Stressor.Name} for own final use, everywhere in the country", Amounts.ColumnSums() + FromElsewhere);

    /// <summary>Emitted in a region for its own final use: the diagonal.</summary>
    public LabelledVector OwnUse => Vector($"{Stressor.Name} at home for own final use", Amounts.Diagonal());

    /// <summary>What other regions emit for r: <c>Σ_s≠r T[s,r]</c> (docs/methods.md#bth-8).</summary>
    public LabelledVector Inflow => Vector("embodied inflow", Amounts.ColumnSums() - Amounts.Diagonal());

    /// <summary>What r emits for other regions: <c>Σ_s≠r T[r,s]</c> (docs/methods.md#bth-8).</summary>
    public LabelledVector Outflow => Vector("embodied outflow", Amounts.RowSums() - Amounts.Diagonal());

    /// <summary>What r emits for exports abroad.</summary>
    public LabelledVector Exported => Vector($"{Stressor.Name} for exports abroad", Ends.Exported);

    /// <summary><c>N_r</c> = inflow − outflow: positive when others emit for r, so that r owes (docs/methods.md#transfer-sign).</summary>
    public LabelledVector NetEmbodiedImports => Vector("net embodied imports", Amounts.ColumnSums() - Amounts.RowSums());

    /// <summary>Net embodied import of the row's region from the column's: <c>T[s,r] − T[r,s]</c>, antisymmetric, rows add up to
    /// <see cref="NetEmbodiedImports"/>.</summary>
    public LabelledMatrix Bilateral => new("net embodied imports from", Regions, Regions, Amounts.Transpose() - Amounts, Stressor.Unit, Status);

    /// <summary>T with labels.</summary>
    public LabelledMatrix ToMatrix() => new($"{What} by row for final use of column", Regions, Regions, Amounts, Stressor.Unit, Status);

    /// <inheritdoc/>
    public override string Caption => $"{What} in a region (rows) for the final use of regions (columns)";

    /// <summary>The flows among some of the regions; the others become ends (<see cref="TransferEnds.ForElsewhere"/>) and
    /// <see cref="FromElsewhere"/>.</summary>
    /// <exception cref="AxisException">A region that is not among these.</exception>
    public TransferMatrix Within(RegionAxis subset)
    {
        var (kept, others) = TableShape.Split(Regions, subset);
        return new(subset, TableShape.Pick(Amounts, kept, kept), Ends.Within(Amounts, kept, others), Status)
        {
            Stressor = Stressor,
            HouseholdDirect = TableShape.Pick(HouseholdDirect, kept),
            FromElsewhere = TableShape.Pick(FromElsewhere, kept) + TableShape.Pick(Amounts, others, kept).ColumnSums(),
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
        return Table.Of(Stressor.IsCarbonDioxide ? "Embodied carbon by region" : $"{Stressor.Title} embodied in final use, by region", columns);
    }

    /// <summary>The matrix with exports abroad, and the ends that are not zero, as further columns.</summary>
    public override Columns ToColumns()
    {
        var columns = TableShape.ToColumns(Stressor.IsCarbonDioxide ? "emitted in" : "from", Regions, Regions, Amounts, Stressor.Unit);
        if (Ends.ForElsewhere.Any(v => v != 0)) columns = columns.With("elsewhere in the country", Ends.ForElsewhere.ToArray(), Stressor.Unit);
        columns = columns.With("exports abroad", Ends.Exported.ToArray(), Stressor.Unit);
        return HasUnallocated ? columns.With("unallocated", Ends.Unallocated.ToArray(), Stressor.Unit) : columns;
    }

    private string What => Stressor.IsCarbonDioxide ? "Carbon emitted" : Stressor.Title;

    // What rounding alone leaves is not shown.
    private bool HasUnallocated => Ends.Unallocated.AbsoluteMaximum() > 1e-9 * Math.Abs(Emissions.Total);

    private LabelledVector Vector(string name, Vector<double> values) => new(name, Regions, values, Stressor.Unit, Status);
}
