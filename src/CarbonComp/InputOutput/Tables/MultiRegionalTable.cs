namespace CarbonComp;

/// <summary>A multi-regional input–output table: who delivers what to whom, in money.</summary>
/// <remarks>Order of rows and columns: <c>region · sectors + sector</c> (docs/methods.md#order), n of them. Identities, checked by
/// <see cref="Validate"/>: by row <c>x = Z1 + Y1 + ex − im + err</c>, by column <c>x' = 1'Z + im' + va'</c>.</remarks>
public sealed record MultiRegionalTable : Tabular
{
    /// <summary>Creates the table from its blocks, the properties of the same names, after checking shapes, numbers and signs; balance is checked by
    /// <see cref="Validate"/>.</summary>
    /// <remarks>Final use is n × R by region of use, or n × R·C by region and category. The currency is yuan if none is given. The matrices are not
    /// copied, for they may be large: they must not be changed afterwards.</remarks>
    /// <exception cref="InputOutputException">A wrong shape, a value that is not a number, or negative output; the message names region and sector.</exception>
    public MultiRegionalTable(RegionAxis regions, SectorAxis sectors, Matrix<double> intermediate, Matrix<double> finalUse,
        Vector<double> exports, Vector<double> importedInputs, Vector<double> valueAdded, Vector<double> output, ValueStatus status,
        CategoryAxis? categories = null, Vector<double>? competitiveImports = null, Vector<double>? error = null, Unit? unit = null)
    {
        (Regions, Sectors, Status, Unit) = (regions, sectors, status, unit ?? Unit.Yuan);
        Axis = new RegionSectorAxis(regions, sectors);
        Categories = categories ?? new CategoryAxis("final use", "final use");
        _ = TableShape.Currency(Unit);
        Intermediate = TableShape.Require("Intermediate use", intermediate, Axis, Axis.Count, "sectors of all regions", j => Axis.Labels[j]);
        FinalUseByCategory = TableShape.Require("Final use", finalUse, Axis, regions.Count * Categories.Count,
            categories is null ? "regions" : "categories of all regions",
            c => $"{regions.Labels[c / Categories.Count]}, {Categories.Labels[c % Categories.Count]}");
        FinalUse = Categories.Count == 1 ? finalUse : TableShape.SumColumns(finalUse, Categories.Count);
        Exports = TableShape.Require("Exports", exports, Axis);
        ImportedInputs = TableShape.Require("Imported inputs", importedInputs, Axis);
        ValueAdded = TableShape.Require("Value added", valueAdded, Axis);
        Output = TableShape.Require("Output", output, Axis);
        CompetitiveImports = TableShape.Require("Imports", competitiveImports, Axis);
        Error = TableShape.Require("Error", error, Axis);
        if (output.Find(x => x < 0, Zeros.AllowSkip) is (var i, var x))
            throw new InputOutputException($"Output of {Axis.Labels[i]} is {x:G6} {Unit}. Output cannot be negative; check the sign of the imports and the "
                + $"order of the columns.");
    }

    /// <summary>R regions.</summary>
    public RegionAxis Regions { get; }

    /// <summary>S sectors, the same in each region; n = R·S.</summary>
    public SectorAxis Sectors { get; }

    /// <summary>The sectors of all regions: the order of rows and columns.</summary>
    public RegionSectorAxis Axis { get; }

    /// <summary>The C categories of final use; one if none are given.</summary>
    public CategoryAxis Categories { get; }

    /// <summary>Z, n × n: deliveries of the row to the column.</summary>
    public Matrix<double> Intermediate { get; }

    /// <summary>Y, n × R: final use by region of use, all categories.</summary>
    public Matrix<double> FinalUse { get; }

    /// <summary>Y, n × R·C: column <c>region · categories + category</c>.</summary>
    public Matrix<double> FinalUseByCategory { get; }

    /// <summary>ex, n: deliveries abroad.</summary>
    public Vector<double> Exports { get; }

    /// <summary>im by column, n: imported intermediate inputs; zero where imports are competitive.</summary>
    public Vector<double> ImportedInputs { get; }

    /// <summary>va, n: value added of the column.</summary>
    public Vector<double> ValueAdded { get; }

    /// <summary>x, n, not negative.</summary>
    public Vector<double> Output { get; }

    /// <summary>im by row, n: imports of the row's product, contained in Z and Y; zero where these are domestic only.</summary>
    public Vector<double> CompetitiveImports { get; }

    /// <summary>err by row, n: the statisticians' own discrepancy.</summary>
    public Vector<double> Error { get; }

    /// <summary>The currency.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"Input–output table of {Regions.Count} regions × {Sectors.Count} sectors";

    /// <summary>Checks the accounting identities, signs and productivity. The tolerance is the largest residual that is accepted, as a share of the
    /// row's or column's turnover.</summary>
    public TableReport Validate(double tolerance = TableReport.DefaultTolerance) => TableReport.Of(this, tolerance);

    /// <summary>This table, when it passes <see cref="Validate"/>.</summary>
    /// <exception cref="InputOutputException">It does not; the message names the region and the sector, and says what to do.</exception>
    public MultiRegionalTable Validated(double tolerance = TableReport.DefaultTolerance)
    {
        Validate(tolerance).Require();
        return this;
    }

    /// <summary>The same table with its row residuals added to the error column, so that every row balances and the discrepancy stays visible.</summary>
    public MultiRegionalTable WithResidualsAsError() => new(Regions, Sectors, Intermediate, FinalUseByCategory, Exports, ImportedInputs,
        ValueAdded, Output, Status, Categories, CompetitiveImports, Error + TableIdentities.RowResiduals(this), Unit);

    /// <summary>Domestic use only: competitive imports taken out of Z and Y in proportion, row by row, and entered by column as imported inputs.</summary>
    /// <remarks>The import proportionality assumption: each domestic user of a product buys the same share of it abroad, <c>im / (Z1 + Y1)</c>; exports
    /// hold no imports. Every analysis by the Leontief inverse needs a table in this form, and refuses one with competitive imports.</remarks>
    /// <exception cref="InputOutputException">More is imported of a product than is used.</exception>
    public MultiRegionalTable WithDomesticUseOnly() => ImportProportionality.Domestic(this);

    /// <summary>Output by region and sector.</summary>
    public LabelledMatrix OutputByRegion() => ByRegion("output", Output);

    /// <summary>Value added by region and sector.</summary>
    public LabelledMatrix ValueAddedByRegion() => ByRegion("value added", ValueAdded);

    /// <summary>Final use by product of a region (rows) and region of use (columns), all categories.</summary>
    public LabelledMatrix FinalUseByProduct() => new("final use", Axis, Regions, FinalUse, Unit, Status);

    /// <summary>One row per region: output, value added, what it uses itself, sells to and buys from other regions, exports.</summary>
    public override Columns ToColumns()
    {
        var (s, flows) = (Sectors.Count, RegionalFlows().Values);
        Column Of(string name, Vector<double> values) => new(name, values.ToArray(), Unit);
        return new(new Column("region", Regions.Labels.ToArray()), Of("output", TableShape.SumRows(Output, s)),
            Of("value added", TableShape.SumRows(ValueAdded, s)), Of("final use", FinalUse.ColumnSums()),
            Of("sold to other regions", flows.RowSums() - flows.Diagonal()), Of("bought from other regions", flows.ColumnSums() - flows.Diagonal()),
            Of("exports abroad", TableShape.SumRows(Exports, s)));
    }

    /// <summary>R × R: all deliveries, intermediate and final, of the row's region to the column's.</summary>
    public LabelledMatrix RegionalFlows() => new("deliveries", Regions, Regions,
        TableShape.SumRows(TableShape.SumColumns(Intermediate, Sectors.Count) + FinalUse, Sectors.Count), Unit, Status);

    /// <summary>The share of all deliveries to a region, for further production and final use, that it supplies itself.</summary>
    /// <exception cref="CarbonCompException">A region that nothing is delivered to.</exception>
    public LabelledVector OwnShare()
    {
        var flows = RegionalFlows();
        return (flows.Diagonal() / flows.ColumnSums().RequirePositive("Nothing is delivered to it.")).Named("self-supplied share");
    }

    internal void RequireDomesticUse()
    {
        if (CompetitiveImports.Any(m => m != 0))
            throw new InputOutputException("The table's deliveries hold imports (it has an imports column). Use table.WithDomesticUseOnly() "
                + "first, so that foreign products are not counted as produced here.");
    }

    private LabelledMatrix ByRegion(string name, Vector<double> values) =>
        new(name, Regions, Sectors, TableShape.ByRegion(values, Axis), Unit, Status);
}
