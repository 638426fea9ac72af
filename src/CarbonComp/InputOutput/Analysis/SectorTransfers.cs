namespace CarbonComp;

/// <summary>Transfers by emitting sector and region (rows) and region of use (columns) (docs/methods.md#transfers).</summary>
/// <remarks><c>C_i^rs</c>, rows the sectors of all regions, columns the regions of use. Made by <see cref="EmbodiedCarbon.TransfersBySector"/>.</remarks>
/// <param name="Axis">The sectors of all regions.</param>
/// <param name="Tonnes">C, t CO2, n × R.</param>
/// <param name="Ends">What each sector emits for no final use of these regions, n.</param>
/// <param name="Status">The weakest status of table and emissions.</param>
public sealed record SectorTransfers(RegionSectorAxis Axis, Matrix<double> Tonnes, TransferEnds Ends, ValueStatus Status) : Tabular
{
    /// <inheritdoc/>
    public override ValueStatus Status { get; } = Status;

    /// <summary>t CO2 emitted in regions of the country outside these, by region of use; zeros unless made by <see cref="Within"/>.</summary>
    public Vector<double> FromElsewhere { get; init; } = Vector<double>.Build.Dense(Axis.Regions.Count);

    /// <summary>The regions.</summary>
    public RegionAxis Regions => Axis.Regions;

    /// <summary>The sectors of each region.</summary>
    public SectorAxis Sectors => Axis.Sectors;

    /// <summary>t CO2 emitted by region (rows) and sector (columns): everything that leaves a row.</summary>
    public LabelledMatrix Emissions
    {
        get
        {
            var all = Tonnes.RowSums() + Ends.Total;
            return new("emissions", Regions, Sectors, Matrix<double>.Build.Dense(Regions.Count, Sectors.Count, (r, i) => all[Axis.Position(r, i)]),
                Unit.TonneCO2, Status);
        }
    }

    /// <summary>All sectors together.</summary>
    public TransferMatrix Transfers => new(Regions, TableShape.SumRows(Tonnes, Sectors.Count), Ends.SumRows(Sectors.Count),
        Status) { FromElsewhere = FromElsewhere };

    /// <summary>Emissions of one sector in the row's region for the column's final use.</summary>
    /// <param name="sector">Code, name or local name.</param>
    /// <exception cref="AxisException">No such sector.</exception>
    public LabelledMatrix Of(string sector)
    {
        var i = Sectors.IndexOf(sector);
        return new($"emissions of {Sectors.Labels[i]}", Regions, Regions, Matrix<double>.Build.Dense(Regions.Count, Regions.Count, (r, s) =>
            Tonnes[Axis.Position(r, i), s]), Unit.TonneCO2, Status);
    }

    /// <summary>The flows among some of the regions; the others become ends (<see cref="TransferEnds.ForElsewhere"/>) and
    /// <see cref="FromElsewhere"/>.</summary>
    /// <param name="subset">Regions of these transfers, in the wanted order.</param>
    /// <exception cref="AxisException">A region that is not among these.</exception>
    public SectorTransfers Within(RegionAxis subset)
    {
        int[] kept = [.. subset.Codes.Select(Regions.IndexOf)];
        int[] others = [.. Enumerable.Range(0, Regions.Count).Except(kept)];
        var (axis, s) = (new RegionSectorAxis(subset, Sectors), Sectors.Count);
        int[] rows = [.. from r in kept from i in Enumerable.Range(0, s) select Axis.Position(r, i)];
        return new(axis, Matrix<double>.Build.Dense(rows.Length, kept.Length, (i, j) => Tonnes[rows[i], kept[j]]), Ends.Within(Tonnes, rows, others), Status)
        {
            FromElsewhere = Vector<double>.Build.Dense(kept.Length, j => FromElsewhere[kept[j]] + others.Sum(r => Tonnes.Column(kept[j], r * s, s).Sum())),
        };
    }

    /// <inheritdoc/>
    public override string Caption => "Carbon emitted by sectors of regions (rows) for the final use of regions (columns)";

    /// <inheritdoc/>
    public override Columns ToColumns() => new([new Column("emitted by", Axis.Labels.ToArray()),
        .. Regions.Labels.Select((label, s) => new Column(label, Tonnes.Column(s).ToArray(), Unit.TonneCO2)),
        new Column("exports abroad", Ends.Exported.ToArray(), Unit.TonneCO2)]);
}
