namespace CarbonComp.InputOutput;

/// <summary>Carbon, or another stressor, embodied in trade: who emits for whose use (docs/methods.md#transfers).</summary>
/// <remarks>f is the intensity of the table's sectors, B the inverse of its system, Y its final use by region. A tolerance is the largest residual of a
/// row that is accepted, as a share of its turnover, from 0 to below 1.</remarks>
public static class EmbodiedCarbon
{
    /// <summary>Transfers by final use: <c>T = blocksum(f̂ · B · Y)</c>, exports as an absorber of their own.</summary>
    /// <remarks>Every tonne is emitted once and used once: <c>Σ_s T[r,s] + exported + unallocated</c> is the emissions of r. Unallocated is what the
    /// table's error column and rounding absorb.</remarks>
    /// <exception cref="InputOutputException">A row that does not balance.</exception>
    public static TransferMatrix Transfers(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system,
        double tolerance = TableReport.DefaultTolerance) => Transfers(table, [intensity], system, tolerance)[0];

    /// <summary>Transfers of several stressors at once (gases, energy, water, jobs, years), in the order given: one set of solves serves them all.</summary>
    /// <inheritdoc cref="Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/>
    public static IReadOnlyList<TransferMatrix> Transfers(MultiRegionalTable table, IReadOnlyList<Intensity> intensities, ILeontiefInverse system,
        double tolerance = TableReport.DefaultTolerance)
    {
        foreach (var intensity in intensities) intensity.RequireFor(table);
        var outputs = OutputsByAbsorber(table, system, tolerance);
        return [.. intensities.Select(f => Transfers(table, f, outputs))];
    }

    // Transfers from the outputs that absorbers require (OutputsByAbsorber).
    internal static TransferMatrix Transfers(MultiRegionalTable table, Intensity intensity, Matrix<double> outputs)
    {
        var embodied = intensity.EmittedFor(outputs, table.Sectors.Count);
        return new(table.Regions, Used(embodied), EndsOf(embodied), intensity.StatusIn(table)) { Stressor = intensity.Stressor };
    }

    /// <summary>Transfers by the sector that emits: <c>C_i^rs = f_i^r·(B·Y)_i^rs</c>, sector by sector what
    /// <see cref="Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/> adds up.</summary>
    /// <inheritdoc cref="Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/>
    public static SectorTransfers TransfersBySector(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system,
        double tolerance = TableReport.DefaultTolerance) => TransfersBySector(table, [intensity], system, tolerance)[0];

    /// <summary>Transfers of several stressors at once by the sector that emits: one set of solves serves them all.</summary>
    /// <inheritdoc cref="Transfers(MultiRegionalTable, Intensity, ILeontiefInverse, double)"/>
    public static IReadOnlyList<SectorTransfers> TransfersBySector(MultiRegionalTable table, IReadOnlyList<Intensity> intensities,
        ILeontiefInverse system, double tolerance = TableReport.DefaultTolerance)
    {
        foreach (var intensity in intensities) intensity.RequireFor(table);
        var outputs = OutputsByAbsorber(table, system, tolerance);
        return [.. intensities.Select(f => f.EmittedFor(outputs, 1)).Zip(intensities, (embodied, f) =>
            new SectorTransfers(table.Axis, Used(embodied), EndsOf(embodied), f.StatusIn(table)) { Stressor = f.Stressor })];
    }

    /// <summary>Emissions embodied in bilateral trade (EEBT): <c>E_rs = f_r'(I − A_rr)⁻¹ e_rs</c>, e_rs all that r delivers to s.</summary>
    /// <remarks>Only the exporter's own system is followed: deliveries for further processing count where they arrive first.</remarks>
    /// <exception cref="InputOutputException">A row that does not balance, or an unproductive region.</exception>
    public static BilateralTradeEmissions BilateralTrade(MultiRegionalTable table, Intensity intensity, double tolerance = TableReport.DefaultTolerance)
    {
        intensity.RequireFor(table);
        var unused = BalancedRows(table, tolerance) + table.Error;
        var (regions, s) = (table.Regions.Count, table.Sectors.Count);
        var delivered = TableShape.SumColumns(table.Intermediate, s) + table.FinalUse;
        var traded = Matrix<double>.Build.Dense(regions, regions);
        Vector<double> own = Vector<double>.Build.Dense(regions), exported = own.Clone(), unallocated = own.Clone();
        for (var r = 0; r < regions; r++)
        {
            var multipliers = LeontiefSystem.OfRegion(table, r).Multipliers(intensity.Values.SubVector(r * s, s));
            traded.SetRow(r, multipliers * delivered.SubMatrix(r * s, s, 0, regions));
            traded[r, r] = 0;
            own[r] = multipliers * table.FinalUse.Column(r, r * s, s);
            exported[r] = multipliers * table.Exports.SubVector(r * s, s);
            // What its own sectors without output buy is in no chain; what those elsewhere buy is delivered to their region.
            var idle = Vector<double>.Build.Dense(s, j => table.Output[r * s + j] == 0 ? 1 : 0);
            unallocated[r] = multipliers * (unused.SubVector(r * s, s) + table.Intermediate.SubMatrix(r * s, s, r * s, s) * idle);
        }
        return new(table.Regions, traded, own, exported, intensity.StatusIn(table))
        {
            Stressor = intensity.Stressor, Unallocated = unallocated,
        };
    }

    // n × (R + 2): the outputs that each absorber of a table whose rows balance requires.
    internal static Matrix<double> OutputsByAbsorber(MultiRegionalTable table, ILeontiefInverse system, double tolerance) =>
        system.RequiredOutput(TableIdentities.Absorbers(table, BalancedRows(table, tolerance)));

    private static Matrix<double> Used(Matrix<double> embodied) => embodied.SubMatrix(0, embodied.RowCount, 0, embodied.ColumnCount - 2);

    private static TransferEnds EndsOf(Matrix<double> embodied) =>
        new(embodied.Column(embodied.ColumnCount - 2)) { Unallocated = embodied.Column(embodied.ColumnCount - 1) };

    // The residuals of the rows, when none is larger than the tolerance.
    private static Vector<double> BalancedRows(MultiRegionalTable table, double tolerance)
    {
        TableReport.RequireTolerance(tolerance);
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
