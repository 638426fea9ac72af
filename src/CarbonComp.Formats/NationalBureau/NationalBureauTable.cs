using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats;

/// <summary>An input–output table of China by the National Bureau of Statistics, as published, at producers' prices.</summary>
/// <remarks>
/// Any number of sectors. Imports compete in most tables: they are in every use, and a column subtracts them
/// (<c>x = Z1 + Y1 + ex − im + err</c>). The 42-sector tables of 2017, 2018 and 2020 keep them apart: <c>x = Zd·1 + Yd·1 + ex</c>,
/// with a second block of imported products. Unit 10^4 yuan of the year.
/// </remarks>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed record NationalBureauTable : ITabular
{
    // S × S, and S × (C + 1) with re-exports in the last column; in the table's unit. None where imports compete.
    private readonly Matrix<double>? importedIntermediate, importedUse;

    internal NationalBureauTable(string source, MultiRegionalTable table, LabelledMatrix valueAdded,
        Matrix<double>? importedIntermediate, Matrix<double>? importedUse) =>
        (Source, Table, ValueAdded, this.importedIntermediate, this.importedUse) = (source, table, valueAdded, importedIntermediate, importedUse);

    /// <summary>The file, and its sheet.</summary>
    public string Source { get; }

    /// <summary>The table as one region; its uses are of domestic products only where imports are apart.</summary>
    /// <remarks>Where imports compete, they are its <see cref="MultiRegionalTable.CompetitiveImports"/>.</remarks>
    public MultiRegionalTable Table { get; }

    /// <summary>Components of value added (rows: compensation, net taxes, depreciation, surplus) by sector, in the table's unit.</summary>
    public LabelledMatrix ValueAdded { get; }

    /// <summary>The sectors.</summary>
    public SectorAxis Sectors => Table.Sectors;

    /// <summary>Whether imports are contained in the uses; otherwise they are a block of their own.</summary>
    public bool IsCompetitive => importedIntermediate is null;

    /// <summary>Output by sector, in the table's unit.</summary>
    public LabelledVector Output => new("output", Sectors, Table.Output, Table.Unit, Status);

    /// <inheritdoc/>
    public ValueStatus Status => Table.Status;

    /// <inheritdoc/>
    public string Caption => $"{Source}: input–output table of {Sectors.Count} sectors, {Table.Unit}, imports {(IsCompetitive ? "compete" : "apart")}";

    /// <summary>Reads a table: csv, csv compressed with gzip, or a sheet of an xlsx workbook.</summary>
    /// <remarks>
    /// Everything is found by the Bureau's codes, wherever it is: a row of codes with TIU and GO; below it rows that begin with the same
    /// sector codes. After the sectors: TIU intermediate use; FU101, FU102 rural and urban households, FU103 government, FU201 fixed capital,
    /// FU202 inventories, EX exports, their sums THC, TC, GCF, TFU; IM imports, ERR discrepancy, GO output. Below the sectors: TII, VA001–VA004, TVA, TI.
    /// A column with <c>Domestic</c>, <c>Imports</c> and <c>TOT</c> makes a non-competitive table. Names are beside the codes, in Chinese,
    /// English or both; a name that two sectors share is followed by its code. Tried on twelve csv files of these codes: 2002 (122 sectors),
    /// 2005 (42), 2007 (135), 2010 (41), 2012 (139), 2015 (42), 2017 (149 and 42), 2018 and 2020 (153 and 42); workbooks only on ones of our own making.
    /// </remarks>
    /// <param name="path">The file: .csv, .csv.gz or .xlsx.</param>
    /// <param name="sheet">The sheet of a workbook; none means the only one, or the one whose name begins with "Table".</param>
    /// <param name="unit">The unit where a file departs from 10^4 yuan and does not say so. A title, a sheet's name or a heading that states another is
    /// refused; without this argument what they state is followed.</param>
    /// <param name="tolerance">
    /// The largest residual of an identity that is accepted, as a share of its turnover. Files of whole numbers may in addition differ by rounding.
    /// </param>
    /// <param name="progress">Receives progress as a fraction from 0 to 1.</param>
    /// <param name="encoding">The encoding of a csv file where it is not UTF-8: <c>gb18030</c>.</param>
    /// <param name="cancellation">Stops between rows.</param>
    /// <exception cref="DataException">
    /// A damaged file, a code that is missing or not known, text in a number's cell, an identity that does not hold. All faults of the file are
    /// reported together.
    /// </exception>
    public static NationalBureauTable Read(string path, string? sheet = null, Unit? unit = null, double tolerance = 1e-8,
        IProgress<double>? progress = null, string encoding = TextEncoding.Default, CancellationToken cancellation = default)
    {
        if (tolerance is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is a share of turnover, from 0 to below 1.");
        var isWorkbook = path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase);
        var (chosen, units) = (isWorkbook ? XlsxRows.Choose(path, sheet) : "", new StatedUnits(unit));
        using RowSource rows = isWorkbook ? XlsxRows.Open(path, chosen) : CsvRows.Open(path, encoding: encoding);
        units.Look(rows.DisplayName, chosen);
        return NationalBureauReader.Read(rows, units, tolerance, progress, cancellation);
    }

    /// <summary>The table with domestic and imported products apart, yuan.</summary>
    /// <remarks>
    /// Where imports compete, every domestic use of a product is taken to buy the same share of it abroad (constructed). More imports than
    /// domestic use are re-exports: they are taken out of imports and exports first (2002: cultural and office machinery; 2005: instruments).
    /// Where the Bureau publishes both apart, its own numbers are given, without re-exports of imported goods.
    /// </remarks>
    /// <exception cref="InputOutputException">Negative imports, or a table that does not balance.</exception>
    public NationalTable National()
    {
        var scale = Table.Unit.To(Unit.Yuan);
        var domestic = IsCompetitive ? WithoutReExports().WithDomesticUseOnly() : Table;
        var imported = importedIntermediate ?? Table.Intermediate - domestic.Intermediate;
        return new(Sectors, domestic.Categories, domestic.Intermediate * scale, imported * scale, domestic.FinalUseByCategory * scale, domestic.Exports * scale,
            domestic.ValueAdded * scale, domestic.Output * scale, domestic.Status, error: domestic.Error * scale);
    }

    /// <summary>Purchases of some products by each sector, domestic and imported, in the table's unit; of coal, oil and gas, for example.</summary>
    /// <param name="name">The name of the purchases: "fuel purchases".</param>
    /// <param name="products">Sectors by code or name.</param>
    /// <exception cref="AxisException">A sector that is not in the table.</exception>
    public LabelledVector Purchases(string name, params IEnumerable<string> products)
    {
        var used = importedIntermediate is null ? Table.Intermediate : Table.Intermediate + importedIntermediate;
        var bought = Vector<double>.Build.Dense(Sectors.Count);
        foreach (var product in products.Select(Sectors.IndexOf).Distinct()) bought += used.Row(product);
        return new(name, Sectors, bought, Table.Unit, Status);
    }

    /// <summary>Re-exports of imported products by sector, in the table's unit; zeros where imports compete.</summary>
    public LabelledVector ReExports => new("re-exports", Sectors,
        importedUse?.Column(Table.Categories.Count) ?? Vector<double>.Build.Dense(Sectors.Count), Table.Unit, Status);

    /// <summary>Imported products in final use by sector (rows) and category (columns), in the table's unit; zeros where imports compete.</summary>
    public LabelledMatrix ImportedFinalUse => new("imported final use", Sectors, Table.Categories,
        importedUse?.SubMatrix(0, Sectors.Count, 0, Table.Categories.Count) ?? Matrix<double>.Build.Dense(Sectors.Count, Table.Categories.Count),
        Table.Unit, Status);

    /// <summary>The table with sectors added up.</summary>
    /// <param name="sectors">From the table's sectors to broader ones.</param>
    /// <exception cref="AxisException">A concordance of other sectors.</exception>
    public NationalBureauTable Aggregate(Concordance sectors)
    {
        var table = TableAggregation.Aggregate(Table, sectors: sectors);
        var uses = new CategoryAxis("final use", [.. Table.Categories.Codes, "re-exports"]);
        Matrix<double>? Sum(Matrix<double>? block, Axis columns, Concordance? ofColumns) => block is null ? null
            : TableAggregation.Aggregate(new LabelledMatrix("imports", Sectors, columns, block, Table.Unit, Status), sectors, ofColumns).Values;
        return new(Source, table, TableAggregation.Aggregate(ValueAdded, sectors: sectors),
            Sum(importedIntermediate, Sectors, sectors), Sum(importedUse, uses, null));
    }

    /// <summary>One row a sector: output, value added, intermediate use, final use by category, exports, imports where they compete.</summary>
    public Columns ToColumns() => new([new Column("sector", Sectors.Labels.ToArray()), Of("output", Table.Output), Of("value added", Table.ValueAdded),
        Of("intermediate use", Table.Intermediate.RowSums()), .. Table.Categories.Labels.Select((c, k) => Of(c, Table.FinalUseByCategory.Column(k))),
        Of("exports", Table.Exports), .. IsCompetitive ? [Of("imports", Table.CompetitiveImports)] : Array.Empty<Column>()]);

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);

    private MultiRegionalTable WithoutReExports()
    {
        var excess = (Table.CompetitiveImports - Table.Intermediate.RowSums() - Table.FinalUse.RowSums()).PointwiseMaximum(0);
        return excess.Maximum() == 0 ? Table : new(Table.Regions, Sectors, Table.Intermediate, Table.FinalUseByCategory, Table.Exports - excess,
            Table.ImportedInputs, Table.ValueAdded, Table.Output, Table.Status, Table.Categories, Table.CompetitiveImports - excess, Table.Error, Table.Unit);
    }

    private Column Of(string name, Vector<double> values) => new(name, values.ToArray(), Table.Unit);
}
