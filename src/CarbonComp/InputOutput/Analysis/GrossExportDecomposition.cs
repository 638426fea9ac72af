namespace CarbonComp;

/// <summary>What gross exports hold, by exporting sector, importer and term: value added or emissions, at home and elsewhere, once and twice.</summary>
/// <remarks>Made by <see cref="WangWeiZhu"/> (sixteen terms), <see cref="KoopmanWangWei"/> (nine) and <see cref="BorinMancini"/> (six, source- or
/// sink-based). Of value added, the terms and what is unallocated add up to gross exports; of another stressor, to all that is embodied in them.</remarks>
public sealed record GrossExportDecomposition : Tabular
{
    private readonly string what, method;
    private readonly Matrix<double>[] parts;
    private readonly Matrix<double> exports;
    private readonly Unit currency;

    // The last part is what is unallocated.
    internal GrossExportDecomposition(string what, string method, RegionSectorAxis axis, Axis importers, CategoryAxis terms, Matrix<double>[] parts,
        Matrix<double> exports, Unit unit, Unit currency, ValueStatus status)
    {
        (this.what, this.method, this.parts, this.exports, this.currency) = (what, method, parts, exports, currency);
        (Axis, Importers, Terms, Unit, Status) = (axis, importers, terms, unit, status);
    }

    /// <summary>The exporting sectors of all regions.</summary>
    public RegionSectorAxis Axis { get; }

    /// <summary>The importing regions, and "abroad" where the table exports there.</summary>
    public Axis Importers { get; }

    /// <summary>The terms.</summary>
    public CategoryAxis Terms { get; }

    /// <summary>The unit of the terms: the table's currency for value added.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <summary>A term by exporting sector (rows) and importer (columns).</summary>
    /// <exception cref="AxisException">No such term.</exception>
    public LabelledMatrix this[string term] => BySector(Terms.Labels[Terms.IndexOf(term)], parts[Terms.IndexOf(term)], Unit);

    /// <summary>All terms and what is unallocated, by exporting sector and importer.</summary>
    public LabelledMatrix Total => BySector("embodied in gross exports", parts.Aggregate((x, y) => x + y), Unit);

    /// <summary>What the table's errors, rounding and sectors without output leave in no term; zeros where it balances.</summary>
    public LabelledMatrix Unallocated => BySector("unallocated", parts[^1], Unit);

    /// <summary>Gross exports in money by exporting sector and importer.</summary>
    public LabelledMatrix GrossExports => BySector("gross exports", exports, currency);

    /// <summary>Some terms together, by exporting region (rows) and importer (columns).</summary>
    /// <exception cref="AxisException">No such term.</exception>
    /// <example><c>exports.ByPair("RDV_FIN", "RDV_FIN2", "RDV_INT")</c></example>
    public LabelledMatrix ByPair(params IReadOnlyList<string> terms) => new(string.Join(" + ", terms.Select(t => Terms.Labels[Terms.IndexOf(t)])),
        Axis.Regions, Importers, TableShape.SumRows(terms.Select(t => parts[Terms.IndexOf(t)]).Aggregate((x, y) => x + y), Axis.Sectors.Count), Unit, Status);

    /// <summary>The terms (columns) of all exports of each region (rows).</summary>
    public LabelledMatrix ByExporter => new($"{what.ToLowerInvariant()} in gross exports", Axis.Regions, Terms,
        TableShape.SumRows(Sums, Axis.Sectors.Count), Unit, Status);

    /// <summary>The terms (columns) of all exports of each sector (rows).</summary>
    public LabelledMatrix ByExportingSector => new($"{what.ToLowerInvariant()} in gross exports", Axis, Terms, Sums, Unit, Status);

    /// <summary>The terms (columns) of what a region exports to each importer (rows).</summary>
    /// <exception cref="AxisException">No such region.</exception>
    public LabelledMatrix ByImporter(string exporter)
    {
        var s = Axis.Regions.IndexOf(exporter);
        return new($"{what.ToLowerInvariant()} in exports of {Axis.Regions.Labels[s]}", Importers, Terms, Matrix<double>.Build.Dense(Importers.Count,
            Terms.Count, (r, k) => parts[k].Column(r, s * Axis.Sectors.Count, Axis.Sectors.Count).Sum()), Unit, Status);
    }

    /// <summary>The terms (columns) of what each sector (rows) of a region exports to an importer.</summary>
    /// <exception cref="AxisException">No such region or importer.</exception>
    public LabelledMatrix Between(string exporter, string importer)
    {
        var (s, r) = (Axis.Regions.IndexOf(exporter), Importers.IndexOf(importer));
        return new($"{what.ToLowerInvariant()} in exports of {Axis.Regions.Labels[s]} to {Importers.Labels[r]}", Axis.Sectors, Terms,
            Matrix<double>.Build.Dense(Axis.Sectors.Count, Terms.Count, (i, k) => parts[k][Axis.Position(s, i), r]), Unit, Status);
    }

    /// <inheritdoc/>
    public override string Caption => $"{what} in gross exports by exporter, {method}";

    /// <summary>One row per exporting region, one column per term, and what is unallocated where there is any.</summary>
    public override Columns ToColumns()
    {
        var unallocated = TableShape.SumRows(parts[^1].RowSums(), Axis.Sectors.Count);
        var columns = TableShape.ToColumns("exporter", Axis.Regions, Terms, ByExporter.Values, Unit);
        return unallocated.AbsoluteMaximum() <= 1e-9 * Math.Abs(Total.Total) ? columns : columns.With("unallocated", unallocated.ToArray(), Unit);
    }

    // The same with terms added up.
    internal GrossExportDecomposition Group(string method, params (string Term, string[] Parts)[] groups) => new(what, method, Axis, Importers,
        new CategoryAxis("term", groups.Select(g => g.Term)),
        [.. groups.Select(g => g.Parts.Select(p => parts[Terms.IndexOf(p)]).Aggregate((x, y) => x + y)), parts[^1]], exports, Unit, currency, Status);

    private Matrix<double> Sums => Matrix<double>.Build.DenseOfColumnVectors(parts.Take(Terms.Count).Select(p => p.RowSums()));

    private LabelledMatrix BySector(string name, Matrix<double> values, Unit unit) => new(name, Axis, Importers, values, unit, Status);
}
