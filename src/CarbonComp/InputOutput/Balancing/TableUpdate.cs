namespace CarbonComp;

/// <summary>A table carried to another year with constant coefficients, then balanced (docs/methods.md#update).</summary>
public static class TableUpdate
{
    /// <summary>Carries a table to another year, to output and, if they are given, value added by sector of all regions and totals of final use by
    /// region.</summary>
    /// <remarks>Intermediate inputs keep the base year's share of output, <c>A</c>; final use and exports keep their structure and scale with the later
    /// year's totals, or with output; imported inputs, and value added that is not given, keep their share of output. Then deliveries are balanced by
    /// GRAS: rows to the new output, intermediate columns to output minus value added and imported inputs, and the columns of final use and exports to
    /// their totals, which are scaled together to what the new outputs leave for them. The tolerance is the largest difference that balancing may leave,
    /// relative to a line's turnover.</remarks>
    /// <returns>The updated table, constructed, and how far balancing moved it.</returns>
    /// <exception cref="InputOutputException">Competitive imports or no output in the base year, or inputs above output.</exception>
    /// <exception cref="BalancingException">Totals that the structure of the base year makes impossible.</exception>
    public static (MultiRegionalTable Table, BalancedMatrix Report) Project(MultiRegionalTable table, LabelledVector output,
        LabelledVector? valueAdded = null, LabelledVector? finalUse = null, double tolerance = 1e-11)
    {
        table.Axis.Require(output.Axis, output.Name);
        if (valueAdded is not null) table.Axis.Require(valueAdded.Axis, valueAdded.Name);
        if (finalUse is not null) table.Regions.Require(finalUse.Axis, finalUse.Name);
        table.RequireDomesticUse();
        var (n, users) = (table.Axis.Count, table.Regions.Count * table.Categories.Count);
        var x = output.In(table.Unit).Values;
        for (var i = 0; i < n; i++)
            if (x[i] < 0 || x[i] > 0 && table.Output[i] == 0)
                throw new InputOutputException($"Output of {table.Axis.Labels[i]} is {x[i]:G6} in the later year and {table.Output[i]:G6} in the "
                    + $"base year. It must not be negative, and what did not exist has no structure to carry over.");

        var growth = TableShape.PerOutput(x, table.Output);
        var imported = table.ImportedInputs.PointwiseMultiply(growth);
        var va = valueAdded?.In(table.Unit).Values ?? table.ValueAdded.PointwiseMultiply(growth);
        var inputs = x - va - imported;
        for (var j = 0; j < n; j++)
            if (inputs[j] < -1e-9 * x[j])
                throw new InputOutputException($"Value added and imported inputs of {table.Axis.Labels[j]} exceed its output of {x[j]:G6} "
                    + $"{table.Unit} in the later year. Check both.");

        // Start: A·x̂, and the base year's final use and exports scaled by region of use; both balanced in one matrix.
        var scale = FinalUseGrowth(table, x, finalUse);
        var start = table.Intermediate.MapIndexed((_, j, z) => z * growth[j], Zeros.Include)
            .Append(table.FinalUseByCategory.MapIndexed((_, c, y) => y * scale[c / table.Categories.Count], Zeros.Include))
            .InsertColumn(n + users, table.Exports.PointwiseMultiply(growth));
        var finals = start.SubMatrix(0, n, n, users + 1).ColumnSums();

        var axis = new CategoryAxis("use", [.. table.Axis.Codes,
            .. from r in table.Regions.Labels from c in table.Categories.Labels select $"{r}: {c}", "exports abroad"]);
        var status = ValueStatuses.Weakest(table.Status, output.Status, ValueStatus.Constructed);
        // Rounding leaves a sector without inputs a total that nothing could meet.
        var bought = inputs.MapIndexed((j, v) => v <= 1e-9 * x[j] ? 0 : v, Zeros.Include);
        var columns = Vector<double>.Build.DenseOfEnumerable(bought.Concat(finals * (finals.Sum() == 0 ? 0 : (x.Sum() - bought.Sum()) / finals.Sum())));
        var balanced = Gras.Balance(new LabelledMatrix("Deliveries carried to the later year", table.Axis, axis, start, table.Unit, status),
            new LabelledVector("output", table.Axis, x, table.Unit, status), new LabelledVector("uses", axis, columns, table.Unit, status), tolerance);
        var values = balanced.Balanced.Values;
        return (new(table.Regions, table.Sectors, values.SubMatrix(0, n, 0, n), values.SubMatrix(0, n, n, users), values.Column(n + users),
            imported, va, x, status, table.Categories, null, null, table.Unit), balanced);
    }

    private static Vector<double> FinalUseGrowth(MultiRegionalTable table, Vector<double> output, LabelledVector? finalUse)
    {
        var (before, s) = (table.FinalUse.ColumnSums(), table.Sectors.Count);
        var later = finalUse?.In(table.Unit).Values;
        return Vector<double>.Build.Dense(table.Regions.Count, r =>
        {
            // A region that produces nothing uses as the whole grows.
            if (later is null)
                return table.Output.SubVector(r * s, s).Sum() is var own and > 0 ? output.SubVector(r * s, s).Sum() / own : output.Sum() / table.Output.Sum();
            if (!(before[r] > 0 && later[r] >= 0))
                throw new InputOutputException($"Final use of {table.Regions.Labels[r]} is {before[r]:G6} in the base year and {later[r]:G6} in "
                    + $"the later one; it must be positive to carry its structure over.");
            return later[r] / before[r];
        });
    }
}
