using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>Direct inputs per unit of output (BTH eq. 3, with the column's output below the line, which the paper misprints as the row's).</summary>
public static class TechnicalCoefficients
{
    /// <summary><c>A = Z·x̂⁻¹</c>: a_ij = z_ij / x_j. A sector without output has a column of zeros.</summary>
    /// <param name="intermediate">Z, n × n.</param>
    /// <param name="output">x, n.</param>
    public static Matrix<double> Of(Matrix<double> intermediate, Vector<double> output) => Matrix<double>.Build.Dense(output.Count, output.Count, Scaled(intermediate, output, 1));

    /// <inheritdoc cref="Of(Matrix{double}, Vector{double})"/>
    /// <param name="table">The table.</param>
    public static Matrix<double> Of(MultiRegionalTable table) => Of(table.Intermediate, table.Output);

    /// <summary><c>I − A</c> column by column, in an array of its own.</summary>
    internal static double[] LeontiefMatrix(Matrix<double> intermediate, Vector<double> output) => LeontiefMatrix(intermediate, output, out _);

    /// <summary>As above, and whether the columns of |A| add up to less than 1 each, which makes the system productive for certain.</summary>
    internal static double[] LeontiefMatrix(Matrix<double> intermediate, Vector<double> output, out bool columnsBelowOne)
    {
        var matrix = Scaled(intermediate, output, -1);
        columnsBelowOne = true;
        for (var j = 0; j < output.Count; j++)
        {
            StopButton.Look();
            var sum = 0.0;
            foreach (var value in matrix.AsSpan(j * output.Count, output.Count)) sum += Math.Abs(value);
            columnsBelowOne &= sum < 1;
            matrix[j * output.Count + j] += 1;
        }
        return matrix;
    }

    /// <summary><c>I − A</c> in single precision; elements too small to matter there are zero, since their products would be denormal and slow.</summary>
    internal static float[] LeontiefMatrixSingle(Matrix<double> intermediate, Vector<double> output, out bool columnsBelowOne)
    {
        var n = output.Count;
        RequireSquare(intermediate, output);
        var (from, to) = (TableShape.ColumnMajor(intermediate), new float[n * n]);
        const double negligible = 1e-16;
        columnsBelowOne = true;
        for (var j = 0; j < n; j++)
        {
            StopButton.Look();
            var target = to.AsSpan(j * n, n);
            if (output[j] != 0)
            {
                var source = from.AsSpan(j * n, n);
                columnsBelowOne &= Convert(source, -1 / output[j], target) < 1;
            }
            target[j] += 1;
        }
        return to;

        // Scales a column into single precision; returns the sum of its absolute values.
        static double Convert(ReadOnlySpan<double> source, double factor, Span<float> target)
        {
            var (width, sums, i) = (System.Numerics.Vector<double>.Count, System.Numerics.Vector<double>.Zero, 0);
            var (scale, least) = (new System.Numerics.Vector<double>(factor), new System.Numerics.Vector<double>(negligible));
            System.Numerics.Vector<double> Next(ReadOnlySpan<double> from)
            {
                var value = new System.Numerics.Vector<double>(from) * scale;
                var size = System.Numerics.Vector.Abs(value);
                sums += size;
                return System.Numerics.Vector.ConditionalSelect(System.Numerics.Vector.LessThan(size, least), System.Numerics.Vector<double>.Zero, value);
            }
            for (; i <= source.Length - 2 * width; i += 2 * width)
                System.Numerics.Vector.Narrow(Next(source[i..]), Next(source[(i + width)..])).CopyTo(target[i..]);
            var sum = System.Numerics.Vector.Sum(sums);
            for (; i < source.Length; i++)
            {
                var value = source[i] * factor;
                sum += Math.Abs(value);
                target[i] = Math.Abs(value) < negligible ? 0 : (float)value;
            }
            return sum;
        }
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
        if (output.Count > 46340) throw new InputOutputException($"A system of {output.Count} sectors does not fit into one array; aggregate it to at most 46340.");
    }
}
