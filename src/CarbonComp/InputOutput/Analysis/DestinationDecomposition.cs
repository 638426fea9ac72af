namespace CarbonComp;

/// <summary>Emissions of each region, or of each of its sectors, by where their products are finally used and on which way (docs/methods.md#destination;
/// Wang, Wei and Zhu; Meng et al. 2018).</summary>
/// <remarks>
/// For region r with <c>φ = f_r L_rr</c>, <c>L_rr = (I − A_rr)⁻¹</c>, first importer s, last producer u, absorber t:
/// T1 <c>φ·Y_rr</c>, T2 <c>φ·Y_rs</c>, and <c>φ·A_rs·B_su·Y_ut</c> as D1 (u = s = t), D2 (u ≠ s, t = s), D3f (u = s, t ∉ {r, s}),
/// D3i (u ≠ s, t ∉ {r, s}), D4 (t = r). The parts add up to the emissions exactly.
/// </remarks>
public sealed record DestinationDecomposition : Tabular
{
    private readonly Matrix<double> parts;

    private DestinationDecomposition(string what, Axis axis, Matrix<double> parts, Unit unit, ValueStatus status) =>
        (this.what, Axis, this.parts, Unit, Status) = (what, axis, parts, unit, status);

    private readonly string what;

    /// <summary>The regions, or the sectors of all regions.</summary>
    public Axis Axis { get; }

    /// <summary>t CO2; the currency where value added is decomposed.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>T1: own final use of own final products.</summary>
    public LabelledVector OwnFinalUse => Part(0, "T1 own final use");

    /// <summary>T2: final products delivered to other regions.</summary>
    public LabelledVector FinalProductsToOthers => Part(1, "T2 final products to other regions");

    /// <summary>D1: intermediates that the direct importer turns into its own final use.</summary>
    public LabelledVector AbsorbedByImporter => Part(2, "D1 intermediates absorbed by the importer");

    /// <summary>D2: intermediates whose final product returns to the direct importer from elsewhere.</summary>
    public LabelledVector ReturnedToImporter => Part(3, "D2 returned to the importer");

    /// <summary>D3f: intermediates that the direct importer passes on to third regions as final products.</summary>
    public LabelledVector PassedOnAsFinal => Part(4, "D3f passed on as final products");

    /// <summary>D3i: intermediates that the direct importer passes on to third regions as intermediates.</summary>
    public LabelledVector PassedOnAsIntermediate => Part(5, "D3i passed on as intermediates");

    /// <summary>D4: intermediates that return home in final products.</summary>
    public LabelledVector ReturnedHome => Part(6, "D4 returned home");

    /// <summary>Exports abroad from the region itself.</summary>
    public LabelledVector DirectExports => Part(7, "exports abroad");

    /// <summary>Exports abroad by way of other regions.</summary>
    public LabelledVector IndirectExports => Part(8, "exports abroad through other regions");

    /// <summary>Emissions that the table's error column and rounding absorb; zeros where the table balances exactly.</summary>
    public LabelledVector Unallocated => Part(9, "unallocated");

    /// <summary>T1 + D4: caused by own final demand.</summary>
    public LabelledVector OwnDemand => Sum("own demand", 0, 6);

    /// <summary>T2 + D1 + D2 + D3f + D3i: caused by other regions' final demand.</summary>
    public LabelledVector OtherRegionsDemand => Sum("other regions' demand", 1, 2, 3, 4, 5);

    /// <summary>Exports abroad, direct and through other regions.</summary>
    public LabelledVector Exports => Sum("exports abroad, all ways", 7, 8);

    /// <summary>The sum of all parts: the emissions.</summary>
    public LabelledVector Total => Sum("all", [.. Enumerable.Range(0, 10)]);

    /// <summary>Own demand, other regions' demand and exports abroad side by side.</summary>
    public LabelledMatrix ByDestination => new($"{what.ToLowerInvariant()} by destination", Axis, new CategoryAxis("destination", "own final demand",
        "other regions' final demand", "exports abroad"),
        Matrix<double>.Build.DenseOfColumnVectors(OwnDemand.Values, OtherRegionsDemand.Values, Exports.Values), Unit, Status);

    /// <summary>All regions together by way: T1 to D4, and exports abroad direct and through other regions.</summary>
    public LabelledVector ByWay
    {
        get
        {
            var shown = Shown();
            return new(what.ToLowerInvariant(), new CategoryAxis("way", shown.Select(p => p.Name)), shown.Select(p => p.Total), Unit, Status);
        }
    }

    /// <inheritdoc/>
    public override string Caption => Invariant(
        $"{what} by destination: own demand {Share(OwnDemand):P2}, other regions {Share(OtherRegionsDemand):P2}, exports abroad {Share(Exports):P2}");

    /// <summary>Decomposes emissions.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="intensity">f, of the same table.</param>
    /// <param name="system">The table's system, <c>B</c>.</param>
    /// <param name="bySector">Whether each sector of each region gets a row, or each region.</param>
    public static DestinationDecomposition Of(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, bool bySector = false)
    {
        table.Axis.Require(intensity.Axis, "Intensity");
        return Of("Emissions", table, intensity.Values, Unit.TonneCO2, EmbodiedCarbon.Status(table, intensity), bySector, system);
    }

    /// <summary>Decomposes value added; D1 is then DVA_INT, D3f DVA_INTrexF, D4 RDV, and <see cref="OtherRegionsDemand"/> VAX.</summary>
    /// <inheritdoc cref="Of(MultiRegionalTable, Intensity, ILeontiefInverse, bool)" path="/param"/>
    public static DestinationDecomposition OfValueAdded(MultiRegionalTable table, ILeontiefInverse system, bool bySector = false) =>
        Of("Value added", table,
        Vector<double>.Build.Dense(table.Axis.Count, i => table.Output[i] == 0 ? 0 : table.ValueAdded[i] / table.Output[i]), table.Unit, table.Status,
            bySector, system);

    private static DestinationDecomposition Of(string what, MultiRegionalTable table, Vector<double> f, Unit unit, ValueStatus status, bool bySector,
        ILeontiefInverse system)
    {
        var (regions, s, n) = (table.Regions.Count, table.Sectors.Count, table.Axis.Count);
        var (a, inverse) = (TechnicalCoefficients.Of(table), system.Inverse());
        // Every absorber: R regions, exports abroad, what does not balance.
        var ends = table.FinalUse.InsertColumn(regions, table.Exports).InsertColumn(regions + 1, TableIdentities.Unused(table));
        var absorbed = system.RequiredOutput(ends);
        var finished = FinishedByImporter(inverse, table.FinalUse, s);
        // What each importer causes for itself and for all others, on all ways onwards and where it is the last producer.
        var (ownAll, othersAll) = ForItself(absorbed, regions, s);
        var (ownLast, othersLast) = ForItself(finished, regions, s);
        var parts = Matrix<double>.Build.Dense(bySector ? n : regions, 10);
        for (var r = 0; r < regions; r++)
        {
            var home = (Matrix<double>.Build.DenseIdentity(s) - a.SubMatrix(r * s, s, r * s, s)).Inverse();
            var phi = Matrix<double>.Build.DenseOfDiagonalVector(f.SubVector(r * s, s)) * home;
            if (!bySector) phi = phi.ColumnSums().ToRowMatrix();
            var (at, rows) = (bySector ? r * s : r, phi.RowCount);
            var direct = phi * ends.SubMatrix(r * s, s, 0, regions + 2);
            var delivered = phi * a.SubMatrix(r * s, s, 0, n);
            delivered.ClearSubMatrix(0, rows, r * s, s);
            var (returned, returnedLast) = (absorbed.Column(r), finished.Column(r));
            var (passedLast, passed) = (othersLast - returnedLast, othersAll - returned);
            var onwards = delivered * Matrix<double>.Build.DenseOfColumnVectors(ownLast, ownAll - ownLast, passedLast, passed - passedLast,
                returned, absorbed.Column(regions), absorbed.Column(regions + 1));
            void Put(int column, Vector<double> values) => parts.SetColumn(column, at, rows, values);
            Put(0, direct.Column(r));
            Put(1, direct.SubMatrix(0, rows, 0, regions).RowSums() - direct.Column(r));
            for (var way = 0; way < 5; way++) Put(2 + way, onwards.Column(way));
            Put(7, direct.Column(regions));
            Put(8, onwards.Column(5));
            Put(9, direct.Column(regions + 1) + onwards.Column(6));
        }
        return new(what, bySector ? table.Axis : table.Regions, parts, unit, status);
    }

    /// <summary>What importers make as last producers, <c>B_ss·Y_s</c>: n × R, by sector of the importer and absorber.</summary>
    private static Matrix<double> FinishedByImporter(Matrix<double> inverse, Matrix<double> finalUse, int sectors)
    {
        var finished = Matrix<double>.Build.Dense(finalUse.RowCount, finalUse.ColumnCount);
        for (var at = 0; at < finalUse.RowCount; at += sectors)
            finished.SetSubMatrix(at, 0, inverse.SubMatrix(at, sectors, at, sectors) * finalUse.SubMatrix(at, sectors, 0, finalUse.ColumnCount));
        return finished;
    }

    /// <summary>Of each row what its own region absorbs, and what all others do.</summary>
    private static (Vector<double> Own, Vector<double> Others) ForItself(Matrix<double> absorbed, int regions, int sectors)
    {
        double Others(int i)
        {
            var sum = 0.0;
            for (var t = 0; t < regions; t++) sum += t == i / sectors ? 0 : absorbed[i, t];
            return sum;
        }
        return (Vector<double>.Build.Dense(absorbed.RowCount, i => absorbed[i, i / sectors]), Vector<double>.Build.Dense(absorbed.RowCount, Others));
    }

    /// <summary>One row per region or sector, one column per part; the unallocated part only where there is one.</summary>
    public override Columns ToColumns() => new([new Column(Axis.Kind, Axis.Labels.ToArray()), .. Shown()
        .Select(p => new Column(p.Name, p.Values.ToArray(), Unit))]);

    private LabelledVector[] Shown() => [OwnFinalUse, FinalProductsToOthers, AbsorbedByImporter, ReturnedToImporter, PassedOnAsFinal,
        PassedOnAsIntermediate, ReturnedHome,
        DirectExports, IndirectExports, .. Unallocated.Values.AbsoluteMaximum() > 1e-9 * Math.Abs(Total.Total) ? new[] { Unallocated } : []];

    private LabelledVector Part(int column, string name) => new(name, Axis, parts.Column(column), Unit, Status);

    private LabelledVector Sum(string name, params int[] columns) =>
        new(name, Axis, columns.Select(c => parts.Column(c)).Aggregate((x, y) => x + y), Unit, Status);

    private double Share(LabelledVector part) => Total.Total == 0 ? 0 : part.Total / Total.Total;
}
