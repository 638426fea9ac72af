using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Storage;

namespace CarbonComp;

/// <summary>Direct inputs per unit of output (BTH eq. 3, with the column's output below the line, which the paper misprints as the row's).</summary>
public static class TechnicalCoefficients
{
    /// <summary><c>A = Z·x̂⁻¹</c>: a_ij = z_ij / x_j. A sector without output has a column of zeros.</summary>
    /// <param name="intermediate">Z, n × n.</param>
    /// <param name="output">x, n.</param>
    public static Matrix<double> Of(Matrix<double> intermediate, Vector<double> output) => Matrix<double>.Build.Dense(
        DenseColumnMajorMatrixStorage<double>.OfColumnMajorArray(output.Count, output.Count, Scaled(intermediate, output, 1)));

    /// <inheritdoc cref="Of(Matrix{double}, Vector{double})"/>
    /// <param name="table">The table.</param>
    public static Matrix<double> Of(MultiRegionalTable table) => Of(table.Intermediate, table.Output);

    /// <summary><c>I − A</c> column by column, in an array of its own.</summary>
    internal static double[] LeontiefMatrix(Matrix<double> intermediate, Vector<double> output)
    {
        var matrix = Scaled(intermediate, output, -1);
        for (var i = 0; i < output.Count; i++) matrix[i * output.Count + i] += 1;
        return matrix;
    }

    private static double[] Scaled(Matrix<double> intermediate, Vector<double> output, double sign)
    {
        var (rows, columns) = (intermediate.RowCount, intermediate.ColumnCount);
        if (columns != output.Count)
            throw new InputOutputException($"Intermediate use has {columns} columns for {output.Count} outputs.");
        var (from, to) = (TableShape.ColumnMajor(intermediate), new double[rows * columns]);
        for (var j = 0; j < columns; j++)
        {
            if (output[j] == 0) continue;
            var factor = sign / output[j];
            var source = from.AsSpan(j * rows, rows);
            var target = to.AsSpan(j * rows, rows);
            for (var i = 0; i < rows; i++) target[i] = source[i] * factor;
        }
        return to;
    }
}
