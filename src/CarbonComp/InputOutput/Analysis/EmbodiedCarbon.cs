namespace CarbonComp.InputOutput;

/// <summary>Carbon embodied in trade: who emits for whose use (docs/methods.md#transfers).</summary>
public static class EmbodiedCarbon
{
    /// <summary>Transfers by final use: <c>T = blocksum(f̂ · B · Y)</c>, exports as an absorber of their own.</summary>
    /// <remarks>
    /// Every tonne is emitted once and used once: <c>Σ_s T[r,s] + exported + unallocated</c> is the emissions of r.
    /// Unallocated is what the table's error column and rounding absorb.
    /// </remarks>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="system">The table's system, <c>B</c>.</param>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its turnover.</param>
    /// <exception cref="InputOutputException">A row that does not balance.</exception>
    public static TransferMatrix Transfers(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system,
        double tolerance = TableReport.DefaultTolerance) => Transfers(table, [intensity], system, tolerance)[0];

    /// <summary>Transfers of several stressors at once, in the order given: one set of solves serves them all.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensities">Intensities of the same table: gases, years of emissions, variants.</param>
    /// <param name="system">The table's system, <c>B</c>.</param>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its turnover.</param>
    public static IReadOnlyList<TransferMatrix> Transfers(MultiRegionalTable table, IReadOnlyList<Intensity> intensities, ILeontiefInverse system,
        double tolerance = TableReport.DefaultTolerance)
    {
        foreach (var intensity in intensities) table.Axis.Require(intensity.Axis, "Intensity");
        var (outputs, r) = (system.RequiredOutput(Ends(table, tolerance)), table.Regions.Count);
        return intensities.Select(intensity =>
        {
            var embodied = EmittedFor(intensity, outputs, table.Sectors.Count);
            return new TransferMatrix(table.Regions, embodied.SubMatrix(0, r, 0, r), EndsOf(embodied, r), Status(table, intensity));
        }).ToArray();
    }

    /// <summary>Transfers by the sector that emits: <c>C_i^rs = f_i^r·(B·Y)_i^rs</c>, sector by sector what
    /// <see cref="Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/> adds up.</summary>
    /// <inheritdoc cref="Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/>
    public static SectorTransfers TransfersBySector(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system,
        double tolerance = TableReport.DefaultTolerance)
    {
        table.Axis.Require(intensity.Axis, "Intensity");
        var (n, r) = (table.Axis.Count, table.Regions.Count);
        var embodied = EmittedFor(intensity, system.RequiredOutput(Ends(table, tolerance)), sectors: 1);
        return new(table.Axis, embodied.SubMatrix(0, n, 0, r), EndsOf(embodied, r), Status(table, intensity));
    }

    /// <summary>Emissions embodied in bilateral trade (EEBT): <c>E_rs = f_r'(I − A_rr)⁻¹ e_rs</c>, e_rs all that r delivers to s.</summary>
    /// <remarks>Only the exporter's own system is followed: deliveries for further processing count where they arrive first.</remarks>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="tolerance">The largest residual of a row that is accepted, as a share of its output.</param>
    /// <exception cref="InputOutputException">A row that does not balance, an unproductive region, or imports among the deliveries.</exception>
    public static BilateralTradeEmissions BilateralTrade(MultiRegionalTable table, Intensity intensity, double tolerance = TableReport.DefaultTolerance)
    {
        table.Axis.Require(intensity.Axis, "Intensity");
        LeontiefSystem.RequireDomesticUse(table);
        var unused = BalancedRows(table, tolerance) + table.Error;
        var (regions, s) = (table.Regions.Count, table.Sectors.Count);
        var delivered = TableShape.SumColumns(table.Intermediate, s) + table.FinalUse;
        var traded = Matrix<double>.Build.Dense(regions, regions);
        Vector<double> own = Vector<double>.Build.Dense(regions), exported = own.Clone(), unallocated = own.Clone();
        for (var r = 0; r < regions; r++)
        {
            var axis = new RegionSectorAxis(new RegionAxis(table.Regions[r]), table.Sectors);
            var domestic = LeontiefSystem.Of(table.Intermediate.SubMatrix(r * s, s, r * s, s), table.Output.SubVector(r * s, s), axis);
            var multipliers = domestic.Multipliers(intensity.Values.SubVector(r * s, s));
            traded.SetRow(r, multipliers * delivered.SubMatrix(r * s, s, 0, regions));
            traded[r, r] = 0;
            own[r] = multipliers * table.FinalUse.Column(r, r * s, s);
            exported[r] = multipliers * table.Exports.SubVector(r * s, s);
            // What its own sectors without output buy is in no chain; what those elsewhere buy is delivered to their region.
            var idle = Vector<double>.Build.Dense(s, j => table.Output[r * s + j] == 0 ? 1 : 0);
            unallocated[r] = multipliers * (unused.SubVector(r * s, s) + table.Intermediate.SubMatrix(r * s, s, r * s, s) * idle);
        }
        return new(table.Regions, traded, own, exported, Status(table, intensity)) { Unallocated = unallocated };
    }

    /// <summary>R × m: <c>blocksum(f̂ · X)</c>, the emissions of each region for the outputs X.</summary>
    internal static Matrix<double> EmittedFor(Intensity intensity, Matrix<double> outputs, int sectors)
    {
        var (values, rows) = (TableShape.ColumnMajor(outputs), outputs.RowCount);
        return Matrix<double>.Build.Dense(rows / sectors, outputs.ColumnCount, (r, column) =>
        {
            var sum = 0.0;
            for (var i = r * sectors; i < (r + 1) * sectors; i++) sum += intensity.Values[i] * values[column * rows + i];
            return sum;
        });
    }

    internal static ValueStatus Status(MultiRegionalTable table, Intensity intensity) => ValueStatuses.Weakest(table.Status, intensity.Status);

    // Every absorber of a table whose rows balance: the regions, exports abroad, what does not balance.
    private static Matrix<double> Ends(MultiRegionalTable table, double tolerance)
    {
        var residuals = BalancedRows(table, tolerance);
        return table.FinalUse.InsertColumn(table.Regions.Count, table.Exports).InsertColumn(table.Regions.Count + 1, TableIdentities.Unused(table, residuals));
    }

    // What was emitted for the absorbers after the regions.
    private static TransferEnds EndsOf(Matrix<double> embodied, int regions) => new(embodied.Column(regions)) { Unallocated = embodied.Column(regions + 1) };

    // The residuals of the rows, when none is larger than the tolerance.
    private static Vector<double> BalancedRows(MultiRegionalTable table, double tolerance)
    {
        var residuals = TableIdentities.RowResiduals(table);
        for (var i = 0; i < residuals.Count; i++)
        {
            if (Math.Abs(residuals[i]) <= tolerance * table.Output[i]) continue;
            var turnover = table.Intermediate.Row(i).L1Norm() + table.FinalUse.Row(i).L1Norm() + Math.Abs(table.Exports[i]);
            if (Math.Abs(residuals[i]) > tolerance * turnover) TableReport.Of(table, tolerance).Require();
        }
        return residuals;
    }
}
