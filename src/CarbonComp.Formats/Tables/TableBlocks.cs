using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats;

/// <summary>The blocks of a table while they are read, and the checks of the totals that the file itself gives.</summary>
internal sealed class TableBlocks
{
    private readonly RegionAxis regions;
    private readonly SectorAxis sectors;
    private readonly CategoryAxis categories;

    public TableBlocks(RegionAxis regions, SectorAxis sectors, CategoryAxis categories, string shown)
    {
        (this.regions, this.sectors, this.categories, DisplayName) = (regions, sectors, categories, shown);
        (Axis, Uses) = (new(regions, sectors), regions.Count * categories.Count);
        if (Axis.Count > 46_000) throw new DataException(shown, $"{Axis.Count} sectors of all regions do not fit into one matrix. Aggregate them first.");
        (Z, Y) = (new double[Axis.Count * Axis.Count], new double[Axis.Count * Uses]);
        (Exports, ImportedInputs, CompetitiveImports, Error) = (new double[Axis.Count], new double[Axis.Count], new double[Axis.Count], new double[Axis.Count]);
        ImportedFinalUse = new double[Uses];
    }

    public string DisplayName { get; }
    public RegionSectorAxis Axis { get; }
    public CategoryAxis Categories => categories;
    public int Uses { get; }

    /// <summary>Column-major, n × n and n × R·C.</summary>
    public double[] Z { get; }
    public double[] Y { get; }
    public double[] Exports { get; }
    public double[] ImportedInputs { get; }
    public double[] CompetitiveImports { get; }
    public double[] Error { get; }
    public double[] ImportedFinalUse { get; }

    /// <summary>None where the file has none: value added is then what output leaves, output what the uses add up to.</summary>
    public double[]? ValueAdded { get; set; }
    public double[]? Output { get; set; }

    /// <summary>Totals that are compared: by row, by column.</summary>
    public Dictionary<TableBlock, double[]> RowTotals { get; } = [];
    public Dictionary<TableBlock, double[]> ColumnTotals { get; } = [];
    public Dictionary<string, double[]> Satellites { get; } = [];
    public Dictionary<string, string> SatelliteUnits { get; } = [];
    public List<string> Notes { get; } = [];

    /// <summary>What else the file or its layout says of the table.</summary>
    public TableDescription Description { get; set; } = new();

    /// <summary>The place of a block's cell in the row (true) or column (false) of a sector.</summary>
    public Func<TableBlock, bool, int, string>? Place { get; init; }

    /// <summary>Makes flows of coefficients, <c>Z = A·x̂</c>, with the output of the file or, where it has none, what final use requires.</summary>
    public void Multiply()
    {
        var n = Axis.Count;
        try
        {
            Output ??= LeontiefSystem.Of(Matrix<double>.Build.Dense(n, n, Z), Vector<double>.Build.Dense(n, 1), Axis)
                .RequiredOutput(Vector<double>.Build.Dense(RowSums(Y, n, Uses).Sums)).ToArray();
        }
        catch (CarbonCompException wrong) { throw new DataException(DisplayName, wrong.Message, wrong); }
        for (var j = 0; j < n; j++)
            for (var i = 0; i < n; i++) Z[j * n + i] *= Output[j];
    }

    /// <summary>Turns money of the file's currency into that of the table, <c>rate</c> units of it for one.</summary>
    public void Exchange(double rate)
    {
        double[]?[] blocks = [Z, Y, Exports, ImportedInputs, CompetitiveImports, Error, ImportedFinalUse, ValueAdded, Output, .. RowTotals.Values,
            .. ColumnTotals.Values];
        foreach (var block in blocks)
            for (var k = 0; k < block?.Length; k++) block[k] *= rate;
    }

    public TableReading Finish(Unit unit, ValueStatus status, double tolerance, double rounding, bool residualsAsError)
    {
        var n = Axis.Count;
        var (sold, sizeSold) = RowSums(Z, n, n);
        var (used, sizeUsed) = RowSums(Y, n, Uses);
        var (bought, sizeBought) = ColumnSums(Z, n);
        var accepted = new Acceptance(this, tolerance, rounding);
        accepted.Compare(RowTotals, TableBlock.IntermediateTotal, true, "its intermediate uses add up to", i => sold[i], i => sizeSold[i]);
        if (RowTotals.TryGetValue(TableBlock.FinalUseTotal, out var finalTotal))
        {
            // Some years count exports among final uses, some do not; one rule holds for the whole file.
            var with = Enumerable.Range(0, n).Sum(i => Math.Abs(finalTotal[i] - used[i] - Exports[i]));
            var without = Enumerable.Range(0, n).Sum(i => Math.Abs(finalTotal[i] - used[i]));
            accepted.Compare(RowTotals, TableBlock.FinalUseTotal, true, with <= without ? "its final uses with exports add up to" : "its final uses add up to",
                i => used[i] + (with <= without ? Exports[i] : 0), i => sizeUsed[i] + Math.Abs(Exports[i]));
        }
        accepted.Compare(ColumnTotals, TableBlock.IntermediateTotal, false, "its intermediate inputs add up to", j => bought[j], j => sizeBought[j]);
        if (ValueAdded is { } parts) accepted.Compare(ColumnTotals, TableBlock.ValueAddedTotal, false, "its parts of value added add up to", j =>
            parts[j], j => Math.Abs(parts[j]));
        else if (ColumnTotals.TryGetValue(TableBlock.ValueAddedTotal, out var whole)) ValueAdded = whole;

        double UsesOf(int i) => sold[i] + used[i] + Exports[i] - CompetitiveImports[i] + Error[i];
        Output ??= ColumnTotals.GetValueOrDefault(TableBlock.Output) ?? [.. Enumerable.Range(0, n).Select(UsesOf)];
        var output = Output;
        for (var i = 0; i < n; i++)
            if (output[i] < 0)
                throw new DataException(At(TableBlock.Output, true, i),
                    $"output of {Axis.Labels[i]} is {output[i]:G6} {unit}. Output cannot be negative; check the columns.");
        RowTotals[TableBlock.Output] = output;
        accepted.Compare(RowTotals, TableBlock.Output, true, "its uses (intermediate + final + exports − imports + error) add up to", UsesOf,
            i => sizeSold[i] + sizeUsed[i] + Math.Abs(Exports[i]) + Math.Abs(CompetitiveImports[i]) + Math.Abs(Error[i]));
        accepted.Compare(ColumnTotals, TableBlock.Output, false, "by its row output is", j => output[j], j => output[j]);
        var added = ValueAdded ?? [.. Enumerable.Range(0, n).Select(j => output[j] - bought[j] - ImportedInputs[j])];
        if (ValueAdded is not null)
        {
            if (!ColumnTotals.ContainsKey(TableBlock.Output)) ColumnTotals[TableBlock.Output] = output;
            accepted.Compare(ColumnTotals, TableBlock.Output, false, "its inputs (intermediate + imported + value added) add up to", j => bought[j]
                + ImportedInputs[j] + added[j],
                j => sizeBought[j] + Math.Abs(ImportedInputs[j]) + Math.Abs(added[j]));
        }
        else Notes.Add("Value added is output less inputs: the file does not give it.");
        Remark(output, sizeSold, sizeUsed, sizeBought);
        var table = Build(unit, status, output, added);
        if (residualsAsError)
        {
            var residuals = TableIdentities.RowResiduals(table);
            Notes.Add($"Rows miss up to {NumberFormat.Quantity(residuals.AbsoluteMaximum(), unit)} of their output in the source; it is in "
                + $"the error column.");
            table = table.WithResidualsAsError();
        }
        else RemarkResiduals("uses", TableIdentities.RowResiduals(table), i => output[i] + sizeSold[i] + sizeUsed[i], unit);
        RemarkResiduals("inputs", TableIdentities.ColumnResiduals(table), j => output[j] + sizeBought[j], unit);
        return new(table, DisplayName, Vector<double>.Build.Dense(ImportedFinalUse), Satellites.ToDictionary(s => s.Key, s =>
            Vector<double>.Build.Dense(s.Value)), Notes) { Description = Description, SatelliteUnits = SatelliteUnits };
    }

    public string At(TableBlock block, bool row, int index) =>
        Place?.Invoke(block, row, index) ?? $"{DisplayName}, {(row ? "row" : "column")} {Axis.Labels[index]}";

    private MultiRegionalTable Build(Unit unit, ValueStatus status, double[] output, double[] added)
    {
        static Matrix<double> Matrix(int rows, int columns, double[] values) =>
            Matrix<double>.Build.Dense(rows, columns, values);
        static Vector<double> V(double[] values) => Vector<double>.Build.Dense(values);
        return new(regions, sectors, Matrix(Axis.Count, Axis.Count, Z), Matrix(Axis.Count, Uses, Y), V(Exports), V(ImportedInputs), V(added), V(output), status,
            categories, V(CompetitiveImports), V(Error), unit);
    }

    private void Remark(double[] output, double[] sold, double[] used, double[] bought)
    {
        int[] zero = [.. Enumerable.Range(0, output.Length).Where(i => output[i] == 0)];
        int[] flowing = [.. zero.Where(i => sold[i] + used[i] + bought[i] > 0)];
        if (zero.Length > 0)
            Notes.Add($"{zero.Length} sectors have no output" + (flowing.Length == 0
                ? "." : $", {flowing.Length} of them with flows: {Listing.Of(flowing.Select(i => Axis.Labels[i]), 5)}."));
    }

    /// <summary>A residual that a generous tolerance accepts is told, or a changed number would pass unseen.</summary>
    private void RemarkResiduals(string what, Vector<double> residuals, Func<int, double> size, Unit unit)
    {
        int[] beyond = [.. Enumerable.Range(0, residuals.Count).Where(i => Math.Abs(residuals[i]) > TableReport.DefaultTolerance * size(i))];
        if (beyond.Length == 0) return;
        var worst = beyond.MaxBy(i => Math.Abs(residuals[i]) / size(i));
        Notes.Add($"The {what} of {beyond.Length} sectors miss their output by more than a millionth, within the tolerance; most of all "
            + $"{Axis.Labels[worst]}, by {NumberFormat.Quantity(Math.Abs(residuals[worst]), unit)}.");
    }

    private static (double[] Sums, double[] Sizes) RowSums(double[] values, int rows, int columns)
    {
        var (sums, sizes) = (new double[rows], new double[rows]);
        for (var j = 0; j < columns; j++)
            for (var i = 0; i < rows; i++)
            {
                sums[i] += values[j * rows + i];
                sizes[i] += Math.Abs(values[j * rows + i]);
            }
        return (sums, sizes);
    }

    private static (double[] Sums, double[] Sizes) ColumnSums(double[] values, int rows)
    {
        var (sums, sizes) = (new double[values.Length / rows], new double[values.Length / rows]);
        for (var k = 0; k < values.Length; k++)
        {
            sums[k / rows] += values[k];
            sizes[k / rows] += Math.Abs(values[k]);
        }
        return (sums, sizes);
    }

    /// <summary>Compares given totals with sums; beyond tolerance and rounding the cell of the total is named.</summary>
    private sealed record Acceptance(TableBlocks Blocks, double Tolerance, double Rounding)
    {
        public void Compare(Dictionary<TableBlock, double[]> totals, TableBlock block, bool row, string of, Func<int, double> sum, Func<int, double> size)
        {
            if (!totals.TryGetValue(block, out var given)) return;
            for (var i = 0; i < given.Length; i++)
            {
                var expected = sum(i);
                if (!(Math.Abs(given[i] - expected) <= Tolerance * Math.Max(Math.Abs(given[i]), size(i)) + Rounding))
                    throw new DataException(Blocks.At(block, row, i), 
                        $"the total of {Blocks.Axis.Labels[i]} is {given[i]:G10}, {of} {expected:G10}. Check this {(row ? "row" : "column")} for "
                        + $"changed or shifted cells, or accept the source's rounding with a larger tolerance.");
            }
        }
    }
}
