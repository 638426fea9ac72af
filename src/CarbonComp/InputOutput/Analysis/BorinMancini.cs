namespace CarbonComp.InputOutput;

/// <summary>Bilateral exports without double counting, source- or sink-based (Borin and Mancini 2019, 2023; docs/methods.md#borin-mancini).</summary>
/// <remarks>From the exporter's perspective, with <c>B^s</c> the inverse of a table whose region s delivers no inputs to others: <c>B^s_ss = L_ss</c>
/// and <c>B^s_ts = B_ts B_ss⁻¹ L_ss</c>, so no second inverse is needed. Terms: DAVAX, absorbed by the direct importer; REX, absorbed elsewhere (the
/// part that a table leaves unallocated is here); REF, absorbed at home; DDC, of the exporter counted twice; FVA and FDC, of others counted once and
/// twice. DVA = DAVAX + REX + REF. By exporter DVA, REF, DDC, FVA and FDC are the same on both bases.</remarks>
public static class BorinMancini
{
    /// <summary>The terms.</summary>
    public static CategoryAxis Terms { get; } = new("term", "DAVAX", "REX", "REF", "DDC", "FVA", "FDC");

    /// <summary>Emissions in bilateral exports.</summary>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static GrossExportDecomposition Of(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, ExportBasis basis,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(ExportBlocks.Of(table, ExportStressor.Of(table, intensity), system, progress, cancellation), basis, cancellation);

    /// <summary>Value added in bilateral exports.</summary>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static GrossExportDecomposition OfValueAdded(MultiRegionalTable table, ILeontiefInverse system, ExportBasis basis,
        IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Of(ExportBlocks.Of(table, ExportStressor.OfValueAdded(table), system, progress, cancellation), basis, cancellation);

    private static GrossExportDecomposition Of(ExportBlocks b, ExportBasis basis, CancellationToken cancellation)
    {
        var (n, regions, source) = (b.Table.Axis.Count, b.Regions, basis == ExportBasis.Source);
        var absorbed = b.System.RequiredOutput(b.Table.FinalUse);
        var repeated = source ? Matrix<double>.Build.Dense(n, 2 * regions) : Repeated(b, absorbed);
        var ownUse = Vector<double>.Build.Dense(n, i => b.Table.FinalUse[i, i / b.Sectors]);
        // What others add, counted once: v_t B^s_ts.
        var once = Vector<double>.Build.Dense(n);
        for (var s = 0; s < regions; s++)
            once.SetSubVector(s * b.Sectors, b.Sectors, b.Own[s].Transpose() * b.Whole[s].Transpose().Solve(b.Rows(b.Foreign, s)));
        var parts = Enumerable.Range(0, Terms.Count).Select(_ => Matrix<double>.Build.Dense(n, b.Importers.Count)).ToArray();
        for (var r = 0; r < b.Importers.Count; r++)
        {
            cancellation.ThrowIfStopped();
            for (var s = 0; s < regions; s++)
            {
                if (s == r) continue;
                var at = s * b.Sectors;
                // Used by the importer itself, returned home, and (sink) exported by s once more.
                var inputs = r == regions ? Matrix<double>.Build.Dense(b.Sectors, 3) : b.Block(s, r) * Matrix<double>.Build.DenseOfColumnVectors(
                    b.Own[r] * b.Rows(ownUse, r), b.Rows(absorbed, r).Column(s) - b.Rows(repeated, r).Column(regions + s), b.Rows(repeated, r).Column(s));
                for (var j = 0; j < b.Sectors; j++)
                {
                    var i = at + j;
                    var export = b.Exports[i, r];
                    var kept = source ? b.Local[i] : b.Domestic[i];
                    var dva = source ? b.Local[i] * export : b.Domestic[i] * (export - inputs[j, 2]);
                    var fva = source ? once[i] * export : b.Foreign[i] * (export - inputs[j, 2]);
                    var (direct, returned) = (kept * (b.FinalExports[i, r] + inputs[j, 0]), kept * inputs[j, 1]);
                    double[] terms = [direct, dva - direct - returned, returned, b.Domestic[i] * export - dva, fva, b.Foreign[i] * export - fva];
                    for (var k = 0; k < terms.Length; k++) parts[k][i, r] = terms[k];
                }
            }
        }
        return b.Result($"Borin–Mancini, {(source ? "source" : "sink")}-based", Terms, parts,
            b.Exports.MapIndexed((i, _, e) => b.Contents[i, regions + 1] * e, Zeros.Include));
    }

    // n × 2R: outputs on the way to a later export of s, B^s_·s E_s = B_·s (B_ss⁻¹ L_ss E_s), and to a later use at home, B_·s B_ss⁻¹ (B Y_·s − L_ss Y_ss)_s.
    private static Matrix<double> Repeated(ExportBlocks b, Matrix<double> absorbed)
    {
        var exports = b.Exports.RowSums();
        var (again, home) = (Vector<double>.Build.Dense(exports.Count), Vector<double>.Build.Dense(exports.Count));
        for (var s = 0; s < b.Regions; s++)
        {
            var at = s * b.Sectors;
            again.SetSubVector(at, b.Sectors, b.Whole[s].Solve(b.Own[s] * b.Rows(exports, s)));
            home.SetSubVector(at, b.Sectors,
                b.Whole[s].Solve(b.Rows(absorbed, s).Column(s) - b.Own[s] * b.Rows(b.Table.FinalUse, s).Column(s)));
        }
        return b.System.RequiredOutput(b.Spread(again).Append(b.Spread(home)));
    }
}
