using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Tests;

public class GrossExportTests
{
    // By exporter, of value added. Computed by wwz() of the R package decompr (github.com/bquast/decompr, 0a0b823), its steps written again in numpy; its
    // column RDV_INT comes before the two of RDV_FIN.
    private const string Sixteen = """
        19.349405 16.308543 2.662650 7.222700 1.188791 4.540501 0.719000 0.825972 0.293148 0.579247 1.822335 1.836229 1.981406 1.628260 1.552387 1.789426
        43.394614 24.192393 2.014383 7.225955 0.514098 9.946933 0.528862 2.007578 1.294678 1.342259 5.572646 3.128628 3.209795 4.632740 2.231070 2.363368
        78.731008 14.202319 1.037351 2.563604 0.184860 5.304086 0.385583 4.433592 3.270809 1.177371 14.029984 2.302285 2.766311 12.639008 2.152740 2.419090
        """;

    [Fact]
    public void Sixteen_terms_match_decompr()
    {
        var exports = Leather.Model.ValueAddedInExports();
        Near(Leather.Rows(Sixteen), exports.ByExporter.Values, 1e-6);
        // Argentina's exports to Germany by sector.
        Near(Leather.Rows("""
            7.538567 5.105595 0.413015 2.072238 0.184143 1.406268 0.084583 0.241350 0.087209 0.098042 0.566330 0.373593 0.354545 0.295103 0.194672 0.184746
            3.947000 6.449943 0.539488 2.819880 0.236762 1.984971 0.107404 0.317887 0.106880 0.283885 0.649595 1.047959 1.066410 0.503404 0.812117 0.826415
            0.565508 0.316789 0.028787 0.130022 0.012763 0.093466 0.005810 0.014519 0.005097 0.028943 0.154690 0.087443 0.086582 0.079802 0.045111 0.044667
            """), exports.Between("Argentina", "Germany").Values, 1e-6);
        Assert.Equal(Unit.Yuan, exports.Unit);
        Assert.Contains("DVA_INTrexI2", exports.ToString());
        Assert.DoesNotContain("unallocated", exports.ToString());
    }

    [Fact]
    public void Six_terms_match_the_inverses_without_the_exporters_inputs()
    {
        // DAVAX, REF, DDC, FVA, FDC by pair, with the inverse of each exporter's extraction formed (numpy; Borin and Mancini's formulas as in exvatools).
        var source = Leather.Model.ValueAddedInExports(ExportBasis.Source);
        Near(Leather.Rows("11.482279 1.829216 0.272325 3.181668 0.055190"), Pair(source, "Argentina", "Turkey"), 1e-6);
        Near(Leather.Rows("54.226029 7.023180 2.704291 21.327675 0.756620"), Pair(source, "Germany", "Turkey"), 1e-6);
        var sink = Leather.Model.ValueAddedInExports(ExportBasis.Sink);
        Near(Leather.Rows("11.654847 1.818451 0.301629 3.184972 0.051886"), Pair(sink, "Argentina", "Turkey"), 1e-6);
        Near(Leather.Rows("56.497906 7.048222 2.882440 21.256575 0.827720"), Pair(sink, "Germany", "Turkey"), 1e-6);

        static Matrix<double> Pair(GrossExportDecomposition exports, string from, string to) =>
            Matrix<double>.Build.Dense(1, 5, (_, k) => exports.ByPair(new[] { "DAVAX", "REF", "DDC", "FVA", "FDC" }[k])[from, to]);
    }

    [Fact]
    public void One_sector_can_be_followed_by_hand()
    {
        // A sells 20 of inputs and 30 of final goods to B, B sells A 10 of each; A has x = 100, B x = 100.
        var regions = RegionAxis.Of("A", "B");
        var (z, y) = (Matrix<double>.Build.DenseOfRowArrays([10, 20], [10, 10]), Matrix<double>.Build.DenseOfRowArrays([40, 30], [10, 70]));
        Vector<double> none = Vector<double>.Build.Dense(2), x = Vector<double>.Build.Dense([100.0, 100]);
        var table = new MultiRegionalTable(regions, SectorAxis.Of("all"), z, y, none, none, x - z.ColumnSums(), x, ValueStatus.Constructed);
        var exports = WangWeiZhu.OfValueAdded(table, LeontiefSystem.Of(table));
        // (I − A) = [.9 −.2; −.1 .9], determinant .79; v = (.8, .7); L_AA = L_BB = 1/.9.
        Assert.Equal(0.8 * 0.9 / 0.79 * 30, exports["DVA_FIN"]["A · all", "B"], 1e-12);
        Assert.Equal(0.8 / 0.9 * 0.2 * 0.9 / 0.79 * 70, exports["DVA_INT"]["A · all", "B"], 1e-12);
        Assert.Equal(0.8 / 0.9 * 0.2 * 0.9 / 0.79 * 10, exports["RDV_FIN"]["A · all", "B"], 1e-12);
        Assert.Equal(0.8 / 0.9 * 0.2 * 0.1 / 0.79 * 40, exports["RDV_INT"]["A · all", "B"], 1e-12);
        Assert.Equal(0.8 / 0.9 * 0.2 * 0.1 / 0.79 * 30, exports["DDC_FIN"]["A · all", "B"], 1e-12);
        Assert.Equal((0.8 * 0.9 / 0.79 - 0.8 / 0.9) * 20, exports["DDC_INT"]["A · all", "B"], 1e-12);
        Assert.Equal(0.7 * 0.1 / 0.79 * 30, exports["MVA_FIN"]["A · all", "B"], 1e-12);
        Assert.Equal(0.7 * 0.1 / 0.79 * 0.2 / 0.9 * 70, exports["MVA_INT"]["A · all", "B"], 1e-12);
        Assert.Equal(0.7 * 0.1 / 0.79 * 0.2 / 0.9 * 20, exports["MDC"]["A · all", "B"], 1e-12);
        foreach (var none3 in new[] { "DVA_INTrexI1", "DVA_INTrexF", "DVA_INTrexI2", "RDV_FIN2", "OVA_FIN", "OVA_INT", "ODC" })
            Assert.Equal(0, exports[none3].Total, 1e-12);
        Assert.Equal(50, exports.Total["A · all", "B"], 1e-12);
    }

    [Fact]
    public void Terms_add_up_to_gross_exports_of_every_sector_to_every_importer() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var whole = sample.Table.Output.Sum();
        foreach (var exports in new[] { sample.Model.ValueAddedInExports(), sample.Model.ValueAddedInExports(ExportBasis.Source),
            sample.Model.ValueAddedInExports(ExportBasis.Sink) })
        {
            Near(exports.GrossExports.Values.ToRowArrays(), exports.Total.Values, 1e-9 * whole);
            Assert.Equal(exports.Total.Total, exports.ByExporter.Total + exports.Unallocated.Total, 1e-9 * whole);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Emissions_in_exports_add_up_to_all_that_is_embodied_in_them() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var embodied = sample.Model.EmissionMultipliers().Values;
        foreach (var exports in new[] { sample.Model.EmissionsInExports(), sample.Model.EmissionsInExports(ExportBasis.Source),
            sample.Model.EmissionsInExports(ExportBasis.Sink) })
        {
            Near(exports.GrossExports.Values.MapIndexed((i, _, e) => embodied[i] * e, Zeros.Include).ToRowArrays(), exports.Total.Values, 1e-9
                * sample.Emitted);
            Assert.Equal(Unit.TonneCO2, exports.Unit);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_unallocated_where_a_table_balances() => Prop.ForAll(RandomTable.Any, sample =>
        Assert.True(sample.Model.ValueAddedInExports().Unallocated.Values.Enumerate().All(v => Math.Abs(v) < 1e-9 * sample.Table.Output.Sum())))
            .QuickCheckThrowOnFailure();

    // Exports abroad reach the terms that pass on, so the two agree where there are none.
    [Fact]
    public void Terms_agree_with_the_decomposition_by_destination() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var closed = Closed(sample.Table);
        var model = new EmbodiedCarbonModel(closed, sample.Intensity.ForOutputOf(closed));
        foreach (var (exports, ways) in new[] { (model.ValueAddedInExports(), model.ValueAddedByDestination()),
            (model.EmissionsInExports(), model.EmissionsByDestination()) })
        {
            var least = 1e-9 * Math.Abs(ways.Total.Total) + 1e-12;
            for (var r = 0; r < closed.Regions.Count; r++)
            {
                double Term(params string[] terms) => terms.Sum(t => exports.ByExporter.Column(t)[r]);
                Assert.Equal(ways.AbsorbedByImporter[r], Term("DVA_INT"), least);
                Assert.Equal(ways.PassedOnAsFinal[r], Term("DVA_INTrexF"), least);
                Assert.Equal(ways.ReturnedHome[r], Term("RDV_FIN", "RDV_FIN2", "RDV_INT"), least);
                // By exporter DVA_FIN, which counts inputs that came back, and the ways over third countries make up what others absorb.
                Assert.Equal(ways.ReturnedToImporter[r] + ways.PassedOnAsIntermediate[r] + ways.FinalProductsToOthers[r],
                    Term("DVA_FIN", "DVA_INTrexI1", "DVA_INTrexI2"), least);
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_bases_have_the_same_sums_by_exporter_and_the_source_returns_what_the_sixteen_do() => Prop.ForAll(RandomTable.Rough, sample =>
    {
        var (source, sink) = (sample.Model.ValueAddedInExports(ExportBasis.Source).ByExporter, sample.Model.ValueAddedInExports(ExportBasis.Sink).ByExporter);
        var least = 1e-9 * sample.Table.Output.Sum();
        foreach (var term in new[] { "REF", "DDC", "FVA", "FDC" }) Near([source.Column(term).Values.ToArray()], sink.Column(term).Values.ToRowMatrix(), least);
        Near([(source.Column("DAVAX") + source.Column("REX")).Values.ToArray()], (sink.Column("DAVAX") + sink.Column("REX")).Values.ToRowMatrix(), least);
        var sixteen = sample.Model.ValueAddedInExports();
        Near(sixteen.ByPair("RDV_FIN", "RDV_FIN2", "RDV_INT").Values.ToRowArrays(), sample.Model.ValueAddedInExports(ExportBasis.Source).ByPair("REF")
            .Values, least);
    }).QuickCheckThrowOnFailure();

    // The nine terms by their own formulas, with the inverse formed: kww() of decompr.
    [Fact]
    public void Nine_terms_are_Koopman_Wang_and_Weis() => Prop.ForAll(RandomTable.Any, sample =>
    {
        var t = Closed(sample.Table);
        var (n, s, regions) = (t.Axis.Count, t.Sectors.Count, t.Regions.Count);
        var nine = KoopmanWangWei.Of(WangWeiZhu.OfValueAdded(t, LeontiefSystem.Of(t))).ByExporter;
        var a = TechnicalCoefficients.Of(t);
        var inverse = (Matrix<double>.Build.DenseIdentity(n) - a).Inverse();
        var (across, home) = (a.MapIndexed((i, j, v) => i / s == j / s ? 0 : v), a.MapIndexed((i, j, v) => i / s == j / s ? v : 0));
        var own = (Matrix<double>.Build.DenseIdentity(n) - home).Inverse();
        var v = t.ValueAdded.MapIndexed((i, va) => t.Output[i] == 0 ? 0 : va / t.Output[i], Zeros.Include);
        var (used, sold) = (t.FinalUse.MapIndexed((i, r, y) => i / s == r ? y : 0, Zeros.Include),
            t.FinalUse.MapIndexed((i, r, y) => i / s == r ? 0 : y, Zeros.Include));
        var least = 1e-9 * t.Output.Sum();
        for (var r = 0; r < regions; r++)
        {
            int[] here = [.. Enumerable.Range(r * s, s)];
            double Sum(Vector<double> outputs) => here.Sum(i => v[i] * outputs[i]);
            var mine = Vector<double>.Build.Dense(n, i => i / s == r ? 1 : 0);
            Vector<double> Mine(Vector<double> values) => values.PointwiseMultiply(mine);
            var exports = Mine(t.Output - home * t.Output - used.RowSums());
            var throughTrade = inverse * across * own;
            // B_rr X and B_rs X of a vector by origin, without and with the region's own block.
            var final = Sum(inverse * Mine(sold.RowSums()));
            var direct = Sum(inverse * (used.RowSums() - Mine(used.RowSums())));
            var absorbedAbroad = Sum(inverse * (t.FinalUse.RowSums() - t.FinalUse.Column(r)));
            Assert.Equal(final, nine["R" + (r + 1), "DVA_FIN"], least);
            Assert.Equal(direct, nine["R" + (r + 1), "DVA_INT"], least);
            Assert.Equal(absorbedAbroad - final - direct, nine["R" + (r + 1), "DVA_INTrex"], least);
            Assert.Equal(Sum(inverse * sold.Column(r)), nine["R" + (r + 1), "RDV_FIN"], least);
            Assert.Equal(Sum(throughTrade * used.Column(r)), nine["R" + (r + 1), "RDV_INT"], least);
            Assert.Equal(Sum(throughTrade * exports), nine["R" + (r + 1), "DDC"], least);
            var foreign = v.MapIndexed((i, c) => i / s == r ? 0 : c, Zeros.Include) * inverse;
            Assert.Equal(foreign * Mine(sold.RowSums()), nine["R" + (r + 1), "FVA_FIN"], least);
            Assert.Equal(foreign * Mine(across * own * used.RowSums()), nine["R" + (r + 1), "FVA_INT"], least);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Imports_count_as_value_added_abroad_and_exports_abroad_as_final()
    {
        var table = RandomTable.Build(3, 4, 11).Table;
        var exports = WangWeiZhu.OfValueAdded(table, LeontiefSystem.Of(table));
        Assert.Equal("abroad", exports.Importers.Labels[^1]);
        var abroad = exports.ByImporter("R1").Row("abroad");
        Assert.True(abroad["DVA_FIN"] > 0 && abroad["MVA_FIN"] > 0 && abroad["OVA_FIN"] > 0);
        Assert.Equal(table.Exports.SubVector(0, 4).Sum(), abroad.Total, 1e-9);
        Assert.Equal(0, abroad["DVA_INT"] + abroad["MDC"]);
    }

    [Fact]
    public void Other_terms_and_stopped_work_are_refused()
    {
        Assert.Contains("DVA_INT", Assert.Throws<AxisException>(() => KoopmanWangWei.Of(Leather.Model.ValueAddedInExports(ExportBasis.Sink))).Message);
        Assert.Contains("DVA_FIN", Assert.Throws<AxisException>(() => Leather.Model.ValueAddedInExports()["DVA"]).Message);
        Assert.ThrowsAny<OperationCanceledException>(() => Leather.Model.ValueAddedInExports(cancellation: new(canceled: true)));
    }

    [Fact]
    public void A_year_of_the_world_adds_up()
    {
        Assert.SkipUnless(Wiod.Missing(2009) is null, Wiod.Missing(2009) ?? "");
        var table = Wiod.Table(2009).WithResidualsAsError();
        var model = new EmbodiedCarbonModel(table, Wiod.Emissions(table));
        _ = model.Leontief.Multipliers(Vector<double>.Build.Dense(table.Axis.Count, 1));
        var exports = model.ValueAddedInExports();
        var whole = exports.GrossExports.Total;
        Near(exports.GrossExports.Values.ToRowArrays(), exports.Total.Values, 1e-9 * whole);
        Assert.InRange(Math.Abs(exports.Unallocated.Total) / whole, 1e-5, 0.002);
        // China's exports to the United States and all of Germany's in million dollars: decompr's steps in numpy on the same table, which leaves what does
        // not balance to no term and counts purchases of sectors without output (0.03 %) as exports that are processed.
        double[][] expected = [.. Leather.Rows("""
            136487.374 77932.479 6445.119 6208.463 1764.103 432.293 125.370 921.024 262.196 863.062 4554.770 2413.228 578.768 30583.856 16929.715 4078.612
            """), .. Leather.Rows("395000.254 338029.071 92369.918 77631.981 20265.019 13587.447 2869.490 9682.796 6148.516 7272.352 8495.180 7823.969 "
                + "4624.654 121672.565 89560.900 67050.318")];
        Vector<double>[] actual = [exports.ByImporter("CHN").Row("USA").Values / 1e6, exports.ByExporter.Row("DEU").Values / 1e6];
        for (var k = 0; k < 2; k++)
            for (var term = 0; term < 16; term++) Assert.Equal(expected[k][term], actual[k][term], 0.002
                + (WangWeiZhu.Terms.Labels[term] is "MDC" or "ODC" ? 1e-3 : 0) * expected[k][term]);
        var sink = model.ValueAddedInExports(ExportBasis.Sink);
        Near(exports.GrossExports.Values.ToRowArrays(), sink.Total.Values, 1e-9 * whole);
    }

    // The same without exports abroad and imported inputs: both go to what regions use and to value added.
    private static MultiRegionalTable Closed(MultiRegionalTable t)
    {
        var none = Vector<double>.Build.Dense(t.Axis.Count);
        var use = t.FinalUse.MapIndexed((i, r, y) => r == i / t.Sectors.Count ? y + t.Exports[i] : y, Zeros.Include);
        return new(t.Regions, t.Sectors, t.Intermediate, use, none, none, t.ValueAdded + t.ImportedInputs, t.Output, t.Status);
    }

    private static void Near(double[][] expected, Matrix<double> actual, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++)
            for (var j = 0; j < expected[i].Length; j++) Assert.Equal(expected[i][j], actual[i, j], tolerance);
    }
}
