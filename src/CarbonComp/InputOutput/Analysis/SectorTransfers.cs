namespace CarbonComp.InputOutput;

/// <summary>Transfers by emitting sector and region (rows) and region of use (columns) (docs/methods.md#transfers).</summary>
/// <remarks><c>C_i^rs</c>, rows the sectors of all regions, columns the regions of use. Made by <see cref="EmbodiedCarbonModel.TransfersBySector"/>.</remarks>
/// <param name="Axis">The sectors of all regions.</param>
/// <param name="Amounts">C, n × R, in the stressor's unit.</param>
/// <param name="Ends">What each sector emits for no final use of these regions, n.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record SectorTransfers(RegionSectorAxis Axis, Matrix<double> Amounts, TransferEnds Ends, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>What is followed, with its unit; emissions of CO2 unless another was given.</summary>
    public Stressor Stressor { get; init; } = Stressor.CarbonDioxide;

    /// <summary>Emitted in regions of the country outside these, by region of use; zeros unless made by <see cref="Within"/>.</summary>
    public Vector<double> FromElsewhere { get; init; } = Vector<double>.Build.Dense(Axis.Regions.Count);

    /// <summary>The regions.</summary>
    public RegionAxis Regions => Axis.Regions;

    /// <summary>The sectors of each region.</summary>
    public SectorAxis Sectors => Axis.Sectors;

    /// <summary>Emitted by region (rows) and sector (columns): everything that leaves a row.</summary>
    public LabelledMatrix Emissions =>
        new(Stressor.Name, Regions, Sectors, TableShape.ByRegion(Amounts.RowSums() + Ends.Total, Axis), Stressor.Unit, Status);

    /// <summary>All sectors together.</summary>
    public TransferMatrix Transfers =>
        new(Regions, TableShape.SumRows(Amounts, Sectors.Count), Ends.SumRows(Sectors.Count), Status)
        {
            Stressor = Stressor, FromElsewhere = FromElsewhere,
        };

    /// <summary>Emissions of one sector in the row's region for the column's final use.</summary>
    /// <exception cref="AxisException">No such sector.</exception>
    public LabelledMatrix Of(string sector)
    {
        var i = Sectors.IndexOf(sector);
        return new($"{Stressor.Name} of {Sectors.Labels[i]}", Regions, Regions, Matrix<double>.Build.Dense(Regions.Count, Regions.Count, (r, s) =>
            Amounts[Axis.Position(r, i), s]), Stressor.Unit, Status);
    }

    /// <summary>The same flows with sectors added up.</summary>
    /// <param name="sectors">From these sectors to broader ones.</param>
    /// <exception cref="AxisException">A concordance of other sectors, or one that does not lead to sectors.</exception>
    public SectorTransfers Aggregate(Concordance sectors)
    {
        Sectors.Require(sectors.From, "The concordance of sectors");
        var to = sectors.To as SectorAxis ?? throw new AxisException($"The concordance of sectors leads to {sectors.To.Kinds}; it must lead to sectors.");
        int[] rows = [.. from r in Enumerable.Range(0, Regions.Count) from i in sectors.Targets select r * to.Count + i];
        var count = Regions.Count * to.Count;
        Vector<double> Add(Vector<double> values) => TableShape.AddRows(values.ToColumnMatrix(), rows, count).Column(0);
        return new(new(Regions, to), TableShape.AddRows(Amounts, rows, count),
            new(Add(Ends.Exported)) { Unallocated = Add(Ends.Unallocated), ForElsewhere = Add(Ends.ForElsewhere) }, Status)
        {
            Stressor = Stressor, FromElsewhere = FromElsewhere,
        };
    }

    /// <summary>The flows among some of the regions; the others become ends (<see cref="TransferEnds.ForElsewhere"/>) and
    /// <see cref="FromElsewhere"/>.</summary>
    /// <exception cref="AxisException">A region that is not among these.</exception>
    public SectorTransfers Within(RegionAxis subset)
    {
        var (kept, others) = TableShape.Split(Regions, subset);
        int[] RowsOf(int[] regions) => [.. from r in regions from i in Enumerable.Range(0, Sectors.Count) select Axis.Position(r, i)];
        var rows = RowsOf(kept);
        return new(new(subset, Sectors), TableShape.Pick(Amounts, rows, kept), Ends.Within(Amounts, rows, others), Status)
        {
            Stressor = Stressor,
            FromElsewhere = TableShape.Pick(FromElsewhere, kept) + TableShape.Pick(Amounts, RowsOf(others), kept).ColumnSums(),
        };
    }

    /// <inheritdoc/>
    public override string Caption =>
        $"{(Stressor.IsCarbonDioxide ? "Carbon emitted" : Stressor.Title)} by sectors of regions (rows) for the final use of regions (columns)";

    /// <inheritdoc/>
    public override Columns ToColumns() => TableShape
        .ToColumns(Stressor.IsCarbonDioxide ? "emitted by" : "from", Axis, Regions, Amounts, Stressor.Unit)
        .With("exports abroad", Ends.Exported.ToArray(), Stressor.Unit);
}
