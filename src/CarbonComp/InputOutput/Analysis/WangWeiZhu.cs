namespace CarbonComp.InputOutput;

/// <summary>The sixteen terms of gross exports by exporting sector and importer (Wang, Wei and Zhu 2013, NBER 19677; docs/methods.md#wwz).</summary>
/// <remarks>For exporter s and importer r, element by element (#): <c>v_s B_ss # Y_sr</c> (DVA_FIN), <c>v_s L_ss # A_sr B_rr Y_rr</c> (DVA_INT), … as
/// <see cref="Terms"/> lists them. Exports abroad are final exports to a further importer that makes nothing; imported inputs are its value added. The
/// terms and what the table leaves unallocated add up to gross exports (for value added), or to all that is embodied in them. It takes a solve with S
/// columns for each region and one with 3R + 1 columns; the inverse is not kept.</remarks>
public static class WangWeiZhu
{
    /// <summary>The terms in the order of the paper's equation: DVA and its ways, what returns (RDV), double counting (DDC), value added of the direct
    /// importer (MVA, MDC) and of others (OVA, ODC).</summary>
    public static CategoryAxis Terms { get; } = new("term", "DVA_FIN", "DVA_INT", "DVA_INTrexI1", "DVA_INTrexF", "DVA_INTrexI2", "RDV_FIN", "RDV_FIN2",
        "RDV_INT", "DDC_FIN", "DDC_INT", "MVA_FIN", "MVA_INT", "MDC", "OVA_FIN", "OVA_INT", "ODC");

    /// <summary>Emissions in gross exports: the terms of an intensity in place of value added.</summary>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static GrossExportDecomposition Of(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Of(ExportBlocks.Of(table, ExportStressor.Of(table, intensity), system, progress, cancellation), cancellation);

    /// <summary>Value added in gross exports.</summary>
    /// <exception cref="OperationCanceledException">The token ended the work.</exception>
    public static GrossExportDecomposition OfValueAdded(MultiRegionalTable table, ILeontiefInverse system, IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Of(ExportBlocks.Of(table, ExportStressor.OfValueAdded(table), system, progress, cancellation), cancellation);

    private static GrossExportDecomposition Of(ExportBlocks b, CancellationToken cancellation)
    {
        var (n, regions, output) = (b.Table.Axis.Count, b.Regions, b.Table.Output);
        var ownUse = Vector<double>.Build.Dense(n, i => b.Table.FinalUse[i, i / b.Sectors]);
        var (finalExports, realExports) = (b.FinalExports.RowSums(), (b.Exports - b.Idle).RowSums());
        // B_rt Y_tt and B_rt Y_t*, a column for each t; B Y, a column for each absorber; B u.
        var solved = b.System.RequiredOutput(b.Spread(ownUse).Append(b.Spread(finalExports)).Append(b.Table.FinalUse).Append(b.Unused.ToColumnMatrix()));
        var parts = Enumerable.Range(0, Terms.Count).Select(_ => Matrix<double>.Build.Dense(n, b.Importers.Count)).ToArray();
        var unallocated = b.Exports.MapIndexed((i, _, e) => b.Contents[i, regions + 1] * e, Zeros.Include)
            + b.Idle.MapIndexed((i, _, e) => (b.Domestic[i] + b.Foreign[i]) * e, Zeros.Include);
        for (var importer = 0; importer < b.Importers.Count; importer++)
        {
            cancellation.ThrowIfStopped();
            for (var i = 0; i < n; i++)
            {
                var (final, itsOwn) = (b.FinalExports[i, importer], b.Contents[i, importer]);
                parts[0][i, importer] = b.Domestic[i] * final;
                if (final == 0) continue;
                parts[10][i, importer] = itsOwn * final;
                parts[13][i, importer] = (b.Foreign[i] - itsOwn) * final;
            }
            if (importer == regions) continue;
            var r = importer;
            // B_rr Y_ru for every absorber u, and what the importer's own system makes for its final use, its exports, and nobody.
            var finished = b.Whole[r] * b.Rows(b.Uses, r);
            var finishedAll = finished.RowSums();
            var alone = b.Own[r] * Matrix<double>.Build.DenseOfColumnVectors(b.Rows(ownUse, r), b.Rows(realExports, r), b.Rows(b.Unused, r));
            var rows = b.Rows(solved, r);
            var (forHome, forExport) = (rows.SubMatrix(0, b.Sectors, 0, regions).RowSums(), rows.SubMatrix(0, b.Sectors, regions, regions).RowSums());
            for (var s = 0; s < regions; s++)
            {
                if (s == r) continue;
                var (home, export, all) = (rows.Column(s), rows.Column(regions + s), rows.Column(2 * regions + s));
                var (own, back) = (finished.Column(r), finished.Column(s));
                var elsewhere = all - home - back;
                var delivered = b.Block(s, r) * Matrix<double>.Build.DenseOfColumnVectors(own, forHome - home - own, finishedAll - own - back,
                    forExport - export - (finishedAll - own) - elsewhere, back, elsewhere, home, export, b.Rows(output, r),
                    alone.Column(0), alone.Column(1), rows.Column(3 * regions), alone.Column(2));
                for (var j = 0; j < b.Sectors; j++)
                {
                    var i = s * b.Sectors + j;
                    for (var term = 1; term <= 8; term++) parts[term][i, r] = b.Local[i] * delivered[j, term - 1];
                    parts[9][i, r] = (b.Domestic[i] - b.Local[i]) * delivered[j, 8];
                    var (itsOwn, others) = (b.Contents[i, r], b.Foreign[i] - b.Contents[i, r]);
                    (parts[11][i, r], parts[12][i, r]) = (itsOwn * delivered[j, 9], itsOwn * delivered[j, 10]);
                    (parts[14][i, r], parts[15][i, r]) = (others * delivered[j, 9], others * delivered[j, 10]);
                    unallocated[i, r] += b.Local[i] * delivered[j, 11] + b.Foreign[i] * delivered[j, 12];
                }
            }
        }
        return b.Result("Wang–Wei–Zhu", Terms, parts, unallocated);
    }
}
