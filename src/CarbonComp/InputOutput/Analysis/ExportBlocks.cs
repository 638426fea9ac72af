namespace CarbonComp.InputOutput;

// What every decomposition of gross exports needs of a table, its system and a coefficient f per unit of output. B is never whole in memory: its
// diagonal blocks come from one solve a region, everything else from solves with a few columns a region.
internal sealed class ExportBlocks
{
    private readonly Matrix<double> a;

    private ExportBlocks(MultiRegionalTable table, ExportStressor stressor, ILeontiefInverse system, IProgress<double>? progress,
        CancellationToken cancellation)
    {
        table.RequireDomesticUse();
        (Table, Stressor, System) = (table, stressor, system);
        (Regions, Sectors, a) = (table.Regions.Count, table.Sectors.Count, TechnicalCoefficients.Of(table));
        var n = table.Axis.Count;
        var abroad = table.Exports.Any(v => v != 0);
        Importers = abroad ? CategoryAxis.Of("importer", [.. Enumerable.Range(0, Regions).Select(r => (table.Regions.Codes[r], table.Regions.Labels[r],
            table.Regions.LocalNames[r])), ("abroad", "abroad", "")]) : table.Regions;
        Uses = abroad ? table.FinalUse.InsertColumn(Regions, table.Exports) : table.FinalUse;
        Unused = TableIdentities.Unused(table);
        FinalExports = Uses.MapIndexed((i, t, v) => i / Sectors == t ? 0 : v, Zeros.Include);
        var (delivered, bought) = (TableShape.SumColumns(table.Intermediate, Sectors), Bought(table));
        Exports = FinalExports.MapIndexed((i, t, v) => t < Regions && i / Sectors != t ? v + delivered[i, t] : v, Zeros.Include);
        Idle = FinalExports.MapIndexed((i, t, _) => t < Regions && i / Sectors != t ? bought[i, t] : 0, Zeros.Include);
        var origins = Matrix<double>.Build.Dense(n, Regions + 2, (i, t) => t == i / Sectors ? stressor.PerOutput[i]
            : t == Regions ? stressor.Abroad[i] : t == Regions + 1 ? stressor.Unexplained[i] : 0);
        Contents = system.Multipliers(origins);
        Domestic = Vector<double>.Build.Dense(n, i => Contents[i, i / Sectors]);
        Foreign = Vector<double>.Build.Dense(n, i => Contents.Row(i, 0, Regions + 1).Sum() - Domestic[i]);
        (Local, Own, Whole) = (Vector<double>.Build.Dense(n), new Matrix<double>[Regions], new Matrix<double>[Regions]);
        for (var r = 0; r < Regions; r++)
        {
            cancellation.ThrowIfStopped();
            var at = r * Sectors;
            Own[r] = (Matrix<double>.Build.DenseIdentity(Sectors) - Block(r, r)).Inverse();
            Whole[r] = system.RequiredOutput(Matrix<double>.Build.Dense(n, Sectors, (i, j) => i == at + j ? 1 : 0)).SubMatrix(at, Sectors, 0, Sectors);
            Local.SetSubVector(at, Sectors, stressor.PerOutput.SubVector(at, Sectors) * Own[r]);
            progress?.Report((r + 1.0) / Regions);
        }
    }

    public static ExportBlocks Of(MultiRegionalTable table, ExportStressor stressor, ILeontiefInverse system, IProgress<double>? progress,
        CancellationToken cancellation) => new(table, stressor, system, progress, cancellation);

    public MultiRegionalTable Table { get; }
    public ExportStressor Stressor { get; }
    public ILeontiefInverse System { get; }
    public int Regions { get; }
    public int Sectors { get; }

    // The regions, and abroad where the table exports there.
    public Axis Importers { get; }

    // Y with exports abroad as a further column, and without own use; what nobody uses; gross exports; purchases of sectors without output among them.
    public Matrix<double> Uses { get; }
    public Matrix<double> FinalExports { get; }
    public Vector<double> Unused { get; }
    public Matrix<double> Exports { get; }
    public Matrix<double> Idle { get; }

    // Content of a unit of each product by origin (regions, abroad, unexplained), n × (R + 2); of its own region v_s B_ss, of all others; v_s L_ss.
    public Matrix<double> Contents { get; }
    public Vector<double> Domestic { get; }
    public Vector<double> Foreign { get; }
    public Vector<double> Local { get; }

    // L_rr and B_rr.
    public Matrix<double>[] Own { get; }
    public Matrix<double>[] Whole { get; }

    // A_sr.
    public Matrix<double> Block(int s, int r) => a.SubMatrix(s * Sectors, Sectors, r * Sectors, Sectors);

    // The rows of a region.
    public Matrix<double> Rows(Matrix<double> values, int region) => values.SubMatrix(region * Sectors, Sectors, 0, values.ColumnCount);
    public Vector<double> Rows(Vector<double> values, int region) => values.SubVector(region * Sectors, Sectors);

    // n × R: each region's part of a vector in a column of its own.
    public Matrix<double> Spread(Vector<double> values) =>
        Matrix<double>.Build.Dense(values.Count, Regions, (i, r) => i / Sectors == r ? values[i] : 0);

    public GrossExportDecomposition Result(string method, CategoryAxis terms, Matrix<double>[] parts, Matrix<double> unallocated) =>
        new(Stressor.Name, method, Table.Axis, Importers, terms, [.. parts, unallocated], Exports, Stressor.Unit, Table.Unit, Stressor.Status);

    private Matrix<double> Bought(MultiRegionalTable table)
    {
        var bought = Matrix<double>.Build.Dense(table.Axis.Count, Regions);
        for (var j = 0; j < table.Axis.Count; j++)
            if (table.Output[j] == 0) bought.SetColumn(j / Sectors, bought.Column(j / Sectors) + table.Intermediate.Column(j));
        return bought;
    }
}
