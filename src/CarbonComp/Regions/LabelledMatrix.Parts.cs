namespace CarbonComp;

/// <content>Matrices from vectors, and parts of matrices.</content>
public sealed partial record LabelledMatrix
{
    /// <summary>Vectors side by side, in the unit of the first. Their names label the columns; the status is their weakest.</summary>
    /// <remarks>The kind says what the vectors differ in: "year", "estimator".</remarks>
    /// <exception cref="AxisException">No vector, two of one name, or vectors along other labels.</exception>
    /// <exception cref="UnitException">Vectors that measure different things.</exception>
    public static LabelledMatrix OfColumns(string name, string kind, params IEnumerable<LabelledVector> columns)
    {
        LabelledVector[] all = [.. columns];
        var axis = new CategoryAxis(kind, all.Select(c => c.Name));
        foreach (var column in all) Operands.RequireSame(all[0].Axis, all[0].Name, column.Axis, column.Name);
        return new(name, all[0].Axis, axis, Matrix<double>.Build.DenseOfColumnVectors(all.Select(c => c.In(all[0].Unit).Values)), all[0].Unit,
            ValueStatuses.Weakest(all.Select(c => c.Status)));
    }

    /// <summary>Some of the columns, found by their codes, in the order of another axis.</summary>
    /// <exception cref="AxisException">A label that is not among the columns.</exception>
    public LabelledMatrix ForColumns(Axis subset)
    {
        int[] kept = [.. subset.Codes.Select(Columns.IndexOf)];
        return new(Name, Rows, subset, Matrix<double>.Build.Dense(Rows.Count, kept.Length, (i, j) => Values[i, kept[j]]), Unit, Status);
    }

    /// <summary>The number of each label with itself, such as what a region delivers to itself.</summary>
    /// <exception cref="AxisException">Other columns than rows.</exception>
    public LabelledVector Diagonal()
    {
        Rows.Require(Columns, $"{Name}, by column,");
        return new(Name, Rows, Values.Diagonal(), Unit, Status);
    }

    /// <summary>What is left of the flows of each pair after setting them off: <c>max(0, F[i,j] − F[j,i])</c>.</summary>
    /// <exception cref="AxisException">Other columns than rows.</exception>
    public LabelledMatrix Netted()
    {
        Rows.Require(Columns, $"{Name}, by column,");
        return new(Name, Rows, Columns, (Values - Values.Transpose()).Map(v => Math.Max(0, v)), Unit, Status);
    }
}
