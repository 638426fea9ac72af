namespace CarbonComp;

/// <summary>Emissions, or another stressor, of each region, or of each of its sectors, by where their products are finally used and on which way
/// (docs/methods.md#destination; Wang, Wei and Zhu; Meng et al. 2018).</summary>
/// <remarks>For region r with <c>φ = f_r L_rr</c>, <c>L_rr = (I − A_rr)⁻¹</c>, first importer s, last producer u, absorber t: T1 <c>φ·Y_rr</c>, T2
/// <c>φ·Y_rs</c>, and <c>φ·A_rs·B_su·Y_ut</c> as D1 (u = s = t), D2 (u ≠ s, t = s), D3f (u = s, t ∉ {r, s}), D3i (u ≠ s, t ∉ {r, s}), D4 (t = r). The
/// parts add up to the emissions exactly.</remarks>
public sealed record DestinationDecomposition : Tabular
{
    // Positions of the parts.
    private const int Own = 0, ToOthers = 1, ByImporter = 2, Returned = 3, AsFinal = 4, AsIntermediate = 5, Home = 6, Direct = 7, Indirect = 8, Rest = 9;

    private readonly string what;
    private readonly Matrix<double> parts;

    private DestinationDecomposition(string what, Axis axis, Matrix<double> parts, Unit unit, ValueStatus status) =>
        (this.what, Axis, this.parts, Unit, Status) = (what, axis, parts, unit, status);

    /// <summary>The regions, or the sectors of all regions.</summary>
    public Axis Axis { get; }

    /// <summary>The unit of what is decomposed.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>T1: own final use of own final products.</summary>
    public LabelledVector OwnFinalUse => Sum("T1 own final use", Own);

    /// <summary>T2: final products delivered to other regions.</summary>
    public LabelledVector FinalProductsToOthers => Sum("T2 final products to other regions", ToOthers);

    /// <summary>D1: intermediates that the direct importer turns into its own final use.</summary>
    public LabelledVector AbsorbedByImporter => Sum("D1 intermediates absorbed by the importer", ByImporter);

    /// <summary>D2: intermediates whose final product returns to the direct importer from elsewhere.</summary>
    public LabelledVector ReturnedToImporter => Sum("D2 returned to the importer", Returned);

    /// <summary>D3f: intermediates that the direct importer passes on to third regions as final products.</summary>
    public LabelledVector PassedOnAsFinal => Sum("D3f passed on as final products", AsFinal);

    /// <summary>D3i: intermediates that the direct importer passes on to third regions as intermediates.</summary>
    public LabelledVector PassedOnAsIntermediate => Sum("D3i passed on as intermediates", AsIntermediate);

    /// <summary>D4: intermediates that return home in final products.</summary>
    public LabelledVector ReturnedHome => Sum("D4 returned home", Home);

    /// <summary>Exports abroad from the region itself.</summary>
    public LabelledVector DirectExports => Sum("exports abroad", Direct);

    /// <summary>Exports abroad by way of other regions.</summary>
    public LabelledVector IndirectExports => Sum("exports abroad through other regions", Indirect);

    /// <summary>Emissions that the table's error column and rounding absorb; zeros where the table balances exactly.</summary>
    public LabelledVector Unallocated => Sum("unallocated", Rest);

    /// <summary>T1 + D4: caused by own final demand.</summary>
    public LabelledVector OwnDemand => Sum("own demand", Own, Home);

    /// <summary>T2 + D1 + D2 + D3f + D3i: caused by other regions' final demand.</summary>
    public LabelledVector OtherRegionsDemand => Sum("other regions' demand", ToOthers, ByImporter, Returned, AsFinal, AsIntermediate);

    /// <summary>Exports abroad, direct and through other regions.</summary>
    public LabelledVector Exports => Sum("exports abroad, all ways", Direct, Indirect);

    /// <summary>The sum of all parts: the emissions.</summary>
    public LabelledVector Total => Sum("all", [.. Enumerable.Range(0, parts.ColumnCount)]);

    /// <summary>Own demand, other regions' demand and exports abroad side by side.</summary>
    public LabelledMatrix ByDestination => LabelledMatrix.OfColumns($"{what.ToLowerInvariant()} by destination", "destination",
        OwnDemand.Named("own final demand"), OtherRegionsDemand.Named("other regions' final demand"), Exports.Named("exports abroad"));

    /// <summary>All regions together by way: T1 to D4, and exports abroad direct and through other regions.</summary>
    public LabelledVector ByWay => new(what.ToLowerInvariant(), new CategoryAxis("way", Shown().Select(p => p.Name)),
        Shown().Select(p => p.Total), Unit, Status);

    /// <inheritdoc/>
    public override string Caption => Invariant(
        $"{what} by destination: own demand {Share(OwnDemand):P2}, other regions {Share(OtherRegionsDemand):P2}, exports abroad {Share(Exports):P2}");

    /// <summary>Decomposes emissions, with a row for each region or, by sector, for each sector of each region.</summary>
    public static DestinationDecomposition Of(MultiRegionalTable table, Intensity intensity, ILeontiefInverse system, bool bySector = false)
    {
        intensity.RequireFor(table);
        return Of(intensity.Stressor.Title, table, intensity.Values, intensity.Stressor.Unit, intensity.StatusIn(table), bySector, system);
    }

    /// <summary>Decomposes value added; D1 is then DVA_INT, D3f DVA_INTrexF, D4 RDV, and <see cref="OtherRegionsDemand"/> VAX.</summary>
    public static DestinationDecomposition OfValueAdded(MultiRegionalTable table, ILeontiefInverse system, bool bySector = false) =>
        Of("Value added", table, TableShape.PerOutput(table.ValueAdded, table.Output), table.Unit, table.Status, bySector, system);

    private static DestinationDecomposition Of(string what, MultiRegionalTable table, Vector<double> f, Unit unit, ValueStatus status, bool bySector,
        ILeontiefInverse system)
    {
        var (regions, s, n) = (table.Regions.Count, table.Sectors.Count, table.Axis.Count);
        var (a, inverse) = (TechnicalCoefficients.Of(table), system.Inverse());
        var ends = TableIdentities.Absorbers(table);
        var absorbed = system.RequiredOutput(ends);
        // What importers make as last producers, B_ss·Y_s: n × R, by sector of the importer and absorber.
        var finished = Matrix<double>.Build.Dense(n, regions);
        for (var at = 0; at < n; at += s)
            finished.SetSubMatrix(at, 0, inverse.SubMatrix(at, s, at, s) * table.FinalUse.SubMatrix(at, s, 0, regions));
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
            void Put(int part, Vector<double> values) => parts.SetColumn(part, at, rows, values);
            Put(Own, direct.Column(r));
            Put(ToOthers, direct.SubMatrix(0, rows, 0, regions).RowSums() - direct.Column(r));
            for (var way = 0; way < 5; way++) Put(ByImporter + way, onwards.Column(way));
            Put(Direct, direct.Column(regions));
            Put(Indirect, onwards.Column(5));
            Put(Rest, direct.Column(regions + 1) + onwards.Column(6));
        }
        return new(what, bySector ? table.Axis : table.Regions, parts, unit, status);
    }

    // Of each row what its own region absorbs, and what all others do.
    private static (Vector<double> Own, Vector<double> Others) ForItself(Matrix<double> absorbed, int regions, int sectors)
    {
        var own = Vector<double>.Build.Dense(absorbed.RowCount, i => absorbed[i, i / sectors]);
        var others = absorbed.SubMatrix(0, absorbed.RowCount, 0, regions).MapIndexed((i, t, v) => t == i / sectors ? 0 : v, Zeros.Include);
        return (own, others.RowSums());
    }

    /// <summary>One row per region or sector, one column per part; the unallocated part only where there is one.</summary>
    public override Columns ToColumns() => Columns.Of(Shown());

    private LabelledVector[] Shown()
    {
        LabelledVector[] all = [OwnFinalUse, FinalProductsToOthers, AbsorbedByImporter, ReturnedToImporter, PassedOnAsFinal, PassedOnAsIntermediate,
            ReturnedHome, DirectExports, IndirectExports, Unallocated];
        return Unallocated.Values.AbsoluteMaximum() > 1e-9 * Math.Abs(Total.Total) ? all : all[..^1];
    }

    private LabelledVector Sum(string name, params int[] columns) =>
        new(name, Axis, columns.Select(c => parts.Column(c)).Aggregate((x, y) => x + y), Unit, Status);

    private double Share(LabelledVector part) => Total.Total == 0 ? 0 : part.Total / Total.Total;
}
