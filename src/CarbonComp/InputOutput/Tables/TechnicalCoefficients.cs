namespace CarbonComp.InputOutput;

/// <summary>Direct inputs per unit of output (docs/methods.md#bth-3).</summary>
public static class TechnicalCoefficients
{
    /// <summary><c>A = Z·x̂⁻¹</c>: a_ij = z_ij / x_j. A sector without output has a column of zeros.</summary>
    public static Matrix<double> Of(Matrix<double> intermediate, Vector<double> output) =>
        Matrix<double>.Build.Dense(output.Count, output.Count, Scaled(intermediate, output, 1));

    /// <inheritdoc cref="Of(Matrix{double}, Vector{double})"/>
    public static Matrix<double> Of(MultiRegionalTable table) => Of(table.Intermediate, table.Output);

    // I − A column by column, in an array of its own.
    internal static double[] LeontiefMatrix(Matrix<double> intermediate, Vector<double> output)
    {
        var matrix = Scaled(intermediate, output, -1);
        for (var j = 0; j < output.Count; j++) matrix[j * output.Count + j] += 1;
        return matrix;
    }

    // Whether each column of |A| adds up to less than 1, so that the system is productive for certain.
    internal static bool ColumnsBelowOne(Matrix<double> intermediate, Vector<double> output)
    {
        RequireSquare(intermediate, output);
        var (values, n) = (TableShape.ColumnMajor(intermediate), output.Count);
        for (var j = 0; j < n; j++)
        {
            StopButton.Look();
            var sum = 0.0;
            foreach (var value in values.AsSpan(j * n, n)) sum += Math.Abs(value);
            if (output[j] != 0 && !(sum < Math.Abs(output[j]))) return false;
        }
        return true;
    }

    private static double[] Scaled(Matrix<double> intermediate, Vector<double> output, double sign)
    {
        RequireSquare(intermediate, output);
        var n = output.Count;
        var (from, to) = (TableShape.ColumnMajor(intermediate), new double[n * n]);
        for (var j = 0; j < n; j++)
        {
            StopButton.Look();
            if (output[j] == 0) continue;
            var factor = sign / output[j];
            var source = from.AsSpan(j * n, n);
            var target = to.AsSpan(j * n, n);
            for (var i = 0; i < source.Length; i++) target[i] = source[i] * factor;
        }
        return to;
    }

    private static void RequireSquare(Matrix<double> intermediate, Vector<double> output)
    {
        if (intermediate.RowCount != output.Count || intermediate.ColumnCount != output.Count)
            throw new InputOutputException($"Intermediate use is {intermediate.RowCount} × {intermediate.ColumnCount} for {output.Count} outputs.");
        if (output.Count > 46340)
            throw new InputOutputException($"A system of {output.Count} sectors does not fit into one array; aggregate it to at most 46340.");
    }
}
