namespace CarbonComp.InputOutput;

/// <summary>The table that a scenario implies: what is produced, bought and earned when final use or inputs change.</summary>
/// <remarks>Outputs follow final use, <c>x̄ = B̄·(Ȳ1 + ex + u)</c>, u what the error column and rounding take; deliveries follow outputs,
/// <c>Z̄ = Ā·x̂̄</c>. Exports, errors, and what sectors without output are said to buy stay as they are. Imported inputs keep their share of output;
/// value added too, but for what a sector spends less, or more, on inputs. All in the table's prices, which do not react.</remarks>
public static class ScenarioTable
{
    /// <summary>The table with another final use Ȳ by product (rows, along the table's axis) and region of use (columns), money, all categories
    /// together: <c>x̄ = B·(Ȳ1 + ex + u)</c>.</summary>
    /// <returns>A table with one category of final use; its status is that of table and final use, constructed at best.</returns>
    /// <exception cref="AxisException">Other products or regions than the table's.</exception>
    /// <exception cref="InputOutputException">A final use that makes an output negative.</exception>
    public static MultiRegionalTable OfFinalUse(MultiRegionalTable table, LabelledMatrix finalUse, ILeontiefInverse system)
    {
        table.Axis.Require(finalUse.Rows, finalUse.Name);
        table.Regions.Require(finalUse.Columns, finalUse.Name);
        return Build(table, finalUse.In(table.Unit).Values, null, system, new Dictionary<int, Vector<double>>(), finalUse.Status);
    }

    /// <summary>The table with changed input coefficients, <c>ā_ij = factor · a_ij</c>, and its system, made from the factors of the one before.</summary>
    /// <returns>A table of the same categories, constructed at best, and the system of its coefficients.</returns>
    /// <exception cref="AxisException">A supplier or buyer that is not in the table.</exception>
    /// <exception cref="InputOutputException">A change that cannot be made, or after which the system is no longer productive.</exception>
    public static (MultiRegionalTable Table, ScenarioSystem System) OfInputs(MultiRegionalTable table, IReadOnlyList<InputChange> changes,
        ILeontiefInverse system)
    {
        var columns = Columns(table, changes);
        var scenario = ScenarioSystem.Of(system, columns);
        return (Build(table, table.FinalUseByCategory, table.Categories, scenario, columns, ValueStatuses.Weakest(changes.Select(c => c.Status))), scenario);
    }

    // The change of A, for each buyer the column of it.
    private static Dictionary<int, Vector<double>> Columns(MultiRegionalTable table, IReadOnlyList<InputChange> changes)
    {
        var columns = new Dictionary<int, Vector<double>>();
        var named = new HashSet<(int, int)>();
        foreach (var change in changes)
        {
            var (i, j) = (table.Axis.IndexOf(change.Supplier), table.Axis.IndexOf(change.Buyer));
            var what = $"The input of {table.Axis.Labels[j]} from {table.Axis.Labels[i]}";
            if (!double.IsFinite(change.Factor) || change.Factor < 0)
                throw new InputOutputException(Invariant($"{what} cannot change by a factor of {change.Factor}. Give 0 or more: 0.8 is a fifth less."));
            if (!named.Add((i, j))) throw new InputOutputException($"{what} is changed twice. Name each input once.");
            if (table.Intermediate[i, j] == 0 || table.Output[j] == 0)
                throw new InputOutputException($"{what} is 0 in the table, so no factor changes it.");
            if (!columns.TryGetValue(j, out var column)) columns[j] = column = Vector<double>.Build.Dense(table.Axis.Count);
            column[i] = (change.Factor - 1) * table.Intermediate[i, j] / table.Output[j];
        }
        return columns;
    }

    private static MultiRegionalTable Build(MultiRegionalTable table, Matrix<double> finalUse, CategoryAxis? categories, ILeontiefInverse system,
        Dictionary<int, Vector<double>> changes, ValueStatus status)
    {
        var demand = TableShape.RowSums(finalUse) + table.Exports + TableIdentities.Unused(table);
        var output = system.RequiredOutput(demand.ToColumnMatrix()).Column(0);
        // What rounding leaves below zero is nothing.
        var least = -1e-12 * output.AbsoluteMaximum();
        output.MapInplace(x => x < 0 && x > least ? 0 : x);
        // A sector without output has no coefficients: what it is said to buy stays.
        var growth = output.MapIndexed((j, x) => table.Output[j] == 0 ? 1 : x / table.Output[j], Zeros.Include);
        var z = table.Intermediate.MapIndexed((_, j, v) => v * growth[j], Zeros.AllowSkip);
        var valueAdded = table.ValueAdded.PointwiseMultiply(growth);
        foreach (var (j, change) in changes)
        {
            z.SetColumn(j, z.Column(j) + change * output[j]);
            valueAdded[j] -= change.Sum() * output[j];
        }
        return new(table.Regions, table.Sectors, z, finalUse, table.Exports, table.ImportedInputs.PointwiseMultiply(growth), valueAdded, output,
            ValueStatuses.Weakest(table.Status, status, ValueStatus.Constructed), categories, null, table.Error, table.Unit);
    }
}
