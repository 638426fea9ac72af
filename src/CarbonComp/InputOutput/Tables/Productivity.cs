namespace CarbonComp.InputOutput;

/// <summary>Whether a system of technical coefficients can produce more than it uses up: spectral radius of A below 1.</summary>
/// <param name="SpectralRadius">ρ(A), by power iteration; for coefficients with negative elements, of their absolute values (an upper bound).</param>
/// <param name="IsProductive">Whether the Leontief inverse exists and is non-negative.</param>
/// <param name="Causes">Positions of the sectors that bring ρ to 1 or above: inputs above output inside the dominant cycle, heaviest first.</param>
public sealed record Productivity(double SpectralRadius, bool IsProductive, IReadOnlyList<int> Causes)
{
    private const int MostIterations = 2000;
    private const int SmallestParallelOrder = 500;

    /// <summary>Examines technical coefficients A, n × n.</summary>
    public static Productivity Of(Matrix<double> coefficients)
    {
        var magnitudes = coefficients.PointwiseAbs();
        var sums = magnitudes.ColumnSums();
        var shift = 0.3 * sums.Maximum();
        if (shift == 0) return new(0, true, []);
        var (radius, users) = Dominant(coefficients.RowCount, shift, v => TransposedProduct(magnitudes, v));
        // Column sums below 1 bound the radius; that proves productivity where power iteration is close to 1.
        var productive = sums.ForAll(sum => sum < 1) || MultipliersArePositive(coefficients);
        if (productive) return new(radius, true, []);
        var (_, suppliers) = Dominant(coefficients.RowCount, shift, magnitudes.Multiply);
        var weights = users.PointwiseMultiply(suppliers);
        var heaviest = weights.Maximum();
        int[] large = [.. Enumerable.Range(0, sums.Count).Where(j => sums[j] >= 1)];
        int[] causes = [.. large.Where(j => weights[j] > 1e-9 * heaviest).OrderByDescending(j => weights[j] * sums[j])];
        return new(radius, false, causes.Length > 0 ? causes : [.. large.OrderByDescending(j => sums[j])]);
    }

    internal InputOutputException Refusal(Axis axis) => new(
        Invariant($"The table is not productive: the spectral radius of its coefficients is {SpectralRadius:F4}, it must be below 1. ")
        + (Causes.Count == 0 ? "" : $"More goes into these sectors than comes out: {Listing.Of(Causes.Select(j => axis.Labels[j]), 8)}. ")
        + "Check their output and value added.");

    // Column by column, as the numbers lie in memory: the iteration does little else.
    private static Vector<double> TransposedProduct(Matrix<double> matrix, Vector<double> vector)
    {
        var (values, by, rows) = (TableShape.ColumnMajor(matrix), vector.AsArray() ?? vector.ToArray(), matrix.RowCount);
        var product = new double[matrix.ColumnCount];
        if (rows < SmallestParallelOrder) for (var j = 0; j < product.Length; j++) product[j] = Dot(j);
        else Parallel.For(0, product.Length, j => product[j] = Dot(j));
        return Vector<double>.Build.Dense(product);

        double Dot(int column) => DenseVectors.Dot(values.AsSpan(column * rows, rows), by);
    }

    // For A ≥ 0 a v ≥ 0 with v'(I − A) = 1' exists exactly when ρ(A) < 1.
    private static bool MultipliersArePositive(Matrix<double> coefficients)
    {
        try
        {
            var system = Factorization.Of(Matrix<double>.Build.DenseIdentity(coefficients.RowCount) - coefficients);
            return system.SolveTransposed(Vector<double>.Build.Dense(coefficients.RowCount, 1)).ForAll(v => v is > 0 and < 1e12);
        }
        catch (LinearAlgebraException)
        {
            return false;
        }
    }

    // Iterates A + σI, whose dominant eigenvalue stands alone even where A is cyclic; σ is small against A's norm.
    private static (double Radius, Vector<double> Direction) Dominant(int order, double shift, Func<Vector<double>, Vector<double>> multiply)
    {
        var direction = Vector<double>.Build.Dense(order, 1.0 / order);
        var radius = 0.0;
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            StopButton.Look();
            var next = multiply(direction);
            var growth = next.L1Norm();
            next += shift * direction;
            direction = next / next.L1Norm();
            if (iteration > 8 && Math.Abs(growth - radius) <= 1e-12 * Math.Max(1, growth)) return (growth, direction);
            radius = growth;
        }
        return (radius, direction);
    }
}
