namespace CarbonComp.InputOutput;

/// <summary>A national input–output table in non-competitive form: domestic and imported products are kept apart.</summary>
/// <remarks>Rows: <c>x = Zd·1 + Yd·1 + ex + err</c>. Columns: <c>x' = 1'(Zd + Zm) + va'</c>. Checked when the table is made.</remarks>
public sealed record NationalTable : Tabular
{
    /// <summary>Creates the table from its blocks, the properties of the same names. The tolerance is the largest residual that is accepted, as a share
    /// of turnover; the currency is yuan if none is given.</summary>
    /// <exception cref="InputOutputException">A wrong shape or number, negative output, or a row or column that does not balance.</exception>
    public NationalTable(SectorAxis sectors, CategoryAxis categories, Matrix<double> intermediate, Matrix<double> importedIntermediate,
        Matrix<double> finalUse, Vector<double> exports, Vector<double> valueAdded, Vector<double> output, ValueStatus status,
        double tolerance = TableReport.DefaultTolerance, Vector<double>? error = null, Unit? unit = null)
    {
        (Sectors, Categories, Status, Unit) = (sectors, categories, status, unit ?? Unit.Yuan);
        (Intermediate, FinalUse, Exports, ValueAdded, Output) = (intermediate, finalUse, exports, valueAdded, output);
        ImportedIntermediate = TableShape.Require("Imported intermediate use", importedIntermediate, sectors, sectors.Count, "sectors",
            j => sectors.Labels[j]);
        Error = error ?? Vector<double>.Build.Dense(sectors.Count);
        AsSingleRegion("Nation").Validated(tolerance);
    }

    /// <summary>S sectors.</summary>
    public SectorAxis Sectors { get; }

    /// <summary>C categories of final use, exports not among them.</summary>
    public CategoryAxis Categories { get; }

    /// <summary>Zd, S × S: domestic products used by sectors.</summary>
    public Matrix<double> Intermediate { get; }

    /// <summary>Zm, S × S: imported products used by sectors.</summary>
    public Matrix<double> ImportedIntermediate { get; }

    /// <summary>Yd, S × C: domestic products in final use.</summary>
    public Matrix<double> FinalUse { get; }

    /// <summary>ex, S: exports of domestic products.</summary>
    public Vector<double> Exports { get; }

    /// <summary>va, S: value added.</summary>
    public Vector<double> ValueAdded { get; }

    /// <summary>x, S, not negative.</summary>
    public Vector<double> Output { get; }

    /// <summary>err, S: what the statisticians could not allocate; zeros where they publish none.</summary>
    public Vector<double> Error { get; }

    /// <summary>The currency.</summary>
    public Unit Unit { get; }

    /// <inheritdoc/>
    public override ValueStatus Status { get; }

    /// <inheritdoc/>
    public override string Caption => $"National input–output table of {Sectors.Count} sectors";

    /// <summary>Builds the table from tidy cells, in one of the two forms that statisticians publish; missing cells are zero.</summary>
    /// <remarks>Non-competitive: blocks Zd, Zm, Yd (with a column <c>exports</c>), V and X. Competitive: Z and Y of goods of either origin, imports M
    /// by row, discrepancy E where there is one, V and X; imports are then taken out of every use but exports in proportion
    /// (<see cref="MultiRegionalTable.WithDomesticUseOnly"/>). Other blocks are not needed. The unit is that of the values, such as 100 million yuan;
    /// the table is in its currency.</remarks>
    /// <exception cref="InputOutputException">A block is missing, a cell occurs twice, more is imported than used, or the table does not balance.</exception>
    /// <exception cref="AxisException">A cell of a sector that is not among <paramref name="sectors"/>.</exception>
    public static NationalTable Of(IEnumerable<TableCell> cells, SectorAxis sectors, Unit unit, ValueStatus status)
    {
        var currency = TableShape.Currency(unit);
        var scale = unit.To(currency);
        var blocks = cells.ToLookup(c => c.Block, StringComparer.OrdinalIgnoreCase);
        var competitive = !blocks.Contains("Zd") && blocks.Contains("Z");
        var used = competitive ? "Y" : "Yd";
        foreach (var needed in competitive ? ["Z", used, "M", "V", "X"] : new[] { "Zd", "Zm", used, "V", "X" })
            if (!blocks.Contains(needed))
                throw new InputOutputException($"The national table has no block {needed}. "
                    + $"Needed are Zd, Zm (domestic and imported intermediate use), Yd (domestic final use), V (value added), X (output); "
                    + $"or, where imports compete, Z, Y, M (imports), V, X and perhaps E (discrepancy).");
        if (blocks.SelectMany(b => b.GroupBy(c => (c.Block, c.Row, c.Column))).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new InputOutputException($"Block {twice.Key.Block}, row {twice.Key.Row}, column {twice.Key.Column} occurs {twice.Count()} "
                + $"times. List each cell once.");
        var categories = new CategoryAxis("final use", blocks[used].Select(c => c.Column).Distinct(StringComparer.OrdinalIgnoreCase).Where(c => !IsExports(c)));
        Matrix<double> Add(IEnumerable<TableCell> some, Func<TableCell, string> sector, Axis? columns = null)
        {
            var sums = Matrix<double>.Build.Dense(sectors.Count, columns?.Count ?? 1);
            foreach (var cell in some) sums[sectors.IndexOf(sector(cell)), columns?.IndexOf(cell.Column) ?? 0] += cell.Value * scale;
            return sums;
        }
        Matrix<double> Fill(string block, Axis columns) => Add(blocks[block].Where(c => !IsExports(c.Column)), c => c.Row, columns);
        Vector<double> ByRow(IEnumerable<TableCell> some) => Add(some, c => c.Row).Column(0);
        var (exports, valueAdded, output) =
            (ByRow(blocks[used].Where(c => IsExports(c.Column))), Add(blocks["V"], c => c.Column).Column(0), ByRow(blocks["X"]));
        if (!competitive)
            return new(sectors, categories, Fill("Zd", sectors), Fill("Zm", sectors), Fill("Yd", categories), exports, valueAdded, output, status,
                unit: currency);

        var intermediate = Fill("Z", sectors);
        var domestic = new MultiRegionalTable(RegionAxis.Of("Nation"), sectors, intermediate, Fill("Y", categories), exports,
            Vector<double>.Build.Dense(sectors.Count), valueAdded, output, status, categories, ByRow(blocks["M"]), ByRow(blocks["E"]),
            currency).WithDomesticUseOnly();
        return new(sectors, categories, domestic.Intermediate, intermediate - domestic.Intermediate, domestic.FinalUseByCategory, exports, valueAdded, output,
            domestic.Status, error: domestic.Error, unit: currency);
    }

    /// <summary>Reads the table from a data package: tidy, with fields <c>block</c>, <c>row</c>, <c>column</c> and <c>value</c>.</summary>
    /// <exception cref="InputOutputException">As for <see cref="Of(IEnumerable{TableCell}, SectorAxis, Unit, ValueStatus)"/>, or a sector is not known;
    /// the message names the file.</exception>
    public static NationalTable From(DataTable table, SectorAxis sectors)
    {
        var (blocks, rows, columns, values) = (table.Texts("block"), table.Texts("row"), table.Texts("column"), table.Numbers("value"));
        try
        {
            return Of(blocks.Select((block, i) => new TableCell(block, rows[i], columns[i], values[i])), sectors, table.UnitOf("value"),
                table.StatusOf("value"));
        }
        catch (CarbonCompException wrong) when (wrong is InputOutputException or AxisException)
        {
            throw new InputOutputException($"{table.File}: {wrong.Message}");
        }
    }

    /// <summary>The table of one region of that name: for its report and for national multipliers.</summary>
    public MultiRegionalTable AsSingleRegion(string name) => new(RegionAxis.Of(name), Sectors, Intermediate, FinalUse, Exports,
        ImportedIntermediate.ColumnSums(), ValueAdded, Output, Status, Categories, error: Error, unit: Unit);

    /// <summary>One row per sector: output, value added, domestic and imported inputs, final use by category, exports.</summary>
    public override Columns ToColumns()
    {
        Column Of(string name, Vector<double> values) => new(name, values.ToArray(), Unit);
        return new([new Column("sector", Sectors.Labels.ToArray()), Of("output", Output), Of("value added", ValueAdded),
            Of("domestic inputs", Intermediate.ColumnSums()), Of("imported inputs", ImportedIntermediate.ColumnSums()),
            .. Categories.Labels.Select((c, k) => Of(c.Replace('_', ' '), FinalUse.Column(k))), Of("exports abroad", Exports)]);
    }

    private static bool IsExports(string column) => column.StartsWith("export", StringComparison.OrdinalIgnoreCase);
}
