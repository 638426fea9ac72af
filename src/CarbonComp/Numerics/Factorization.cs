using MathNet.Numerics.Providers.LinearAlgebra;

namespace CarbonComp.Numerics;

/// <summary>The LU factors of a square matrix M, computed once and used for any number of right-hand sides.</summary>
/// <remarks><c>P·M = L·U</c>. Solving with the factors costs a fraction of an inverse and is more accurate; the inverse is there for those who ask
/// for it. LAPACK (dgetrf, dgetrs) where it is installed, MathNet otherwise.</remarks>
public sealed class Factorization
{
    // Below this order the call into the native library costs more than it gains.
    private const int SmallestNativeOrder = 64;

    // Up to this order managed code is done within seconds; above it a person is asked first when it would take longer than this.
    private const int LargestManagedOrder = 2000;
    private static readonly TimeSpan LongestManaged = TimeSpan.FromMinutes(2);

    // So many columns of an inverse are solved between two looks at whether to stop, where somebody asks.
    private const int InverseColumns = 256;

    private readonly double[] factors;
    private readonly int[] pivots;
    private readonly NativeLapack? lapack;

    private Factorization(double[] factors, int[] pivots, int order, NativeLapack? lapack) =>
        (this.factors, this.pivots, Order, this.lapack) = (factors, pivots, order, lapack);

    /// <summary>Number of rows and of columns.</summary>
    public int Order { get; }

    /// <summary>The solver in use: native or managed.</summary>
    public LinearAlgebraBackend Backend => lapack is null ? LinearAlgebraBackend.Managed : LinearAlgebraBackend.Native;

    /// <summary>Factorizes a square matrix of finite numbers, which stays as it is.</summary>
    /// <exception cref="LinearAlgebraException">Not square, not finite, singular, or the native library is asked for and missing.</exception>
    public static Factorization Of(Matrix<double> matrix, LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic)
    {
        if (matrix.RowCount != matrix.ColumnCount)
            throw new LinearAlgebraException($"A matrix of {matrix.RowCount} × {matrix.ColumnCount} has no LU factors to solve with: it must be square.");
        return Consume(matrix.ToColumnMajorArray(), matrix.RowCount, backend);
    }

    // In place: the array, column by column, becomes the factors.
    internal static Factorization Consume(double[] columnMajor, int order, LinearAlgebraBackend backend, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        if (NotFinite(columnMajor, order) is { } at)
            throw new LinearAlgebraException($"The matrix holds {columnMajor[at]} in row {at % order + 1}, column {at / order + 1}. "
                + $"Every element must be a number.");
        var lapack = Choose(order, backend);
        var pivots = new int[order];
        if (lapack is not null)
        {
            if (PanelFactorization.Factor(lapack, columnMajor, pivots, progress, cancellation) is > 0 and var vanishing) throw Singular(vanishing);
        }
        else ManagedLinearAlgebraProvider.Instance.LUFactor(columnMajor, order, pivots);
        for (var i = 0; i < order; i++)
            if (columnMajor[(long)i * order + i] is 0 or double.NaN) throw Singular(i + 1);
        return new(columnMajor, pivots, order, lapack);

        LinearAlgebraException Singular(int pivot) => new($"The matrix is singular: pivot {pivot} of {order} vanishes, so the system has no unique solution.");
    }

    /// <summary>X of <c>M·X = B</c>: one system a column.</summary>
    public Matrix<double> Solve(Matrix<double> rightHandSides) => Solve(rightHandSides, transposed: false);

    /// <summary>x of <c>M·x = b</c>.</summary>
    public Vector<double> Solve(Vector<double> rightHandSide) => Vector<double>.Build.Dense(Solve(rightHandSide.ToArray(), 1, transposed: false));

    /// <summary>X of <c>M'·X = B</c>: one system a column.</summary>
    public Matrix<double> SolveTransposed(Matrix<double> rightHandSides) => Solve(rightHandSides, transposed: true);

    /// <summary>x of <c>M'·x = b</c>, that is <c>x' = b'·M⁻¹</c>: the multipliers of b.</summary>
    public Vector<double> SolveTransposed(Vector<double> rightHandSide) => Vector<double>.Build.Dense(Solve(rightHandSide.ToArray(), 1, transposed: true));

    /// <summary><c>M⁻¹</c>: as many systems as M has columns. Where only products with it are needed, solve instead.</summary>
    /// <remarks>Progress is a fraction from 0 to 1; cancellation ends the work with <see cref="OperationCanceledException"/>.</remarks>
    public Matrix<double> Inverse(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var inverse = new double[Order * Order];
        var width = progress is null && !cancellation.CanBeCanceled ? Order : InverseColumns;
        for (var at = 0; at < Order; at += width)
        {
            cancellation.ThrowIfStopped();
            var columns = Math.Min(width, Order - at);
            var block = columns == Order ? inverse : new double[Order * columns];
            for (var k = 0; k < columns; k++) block[k * Order + at + k] = 1;
            Solve(block, columns, transposed: false);
            if (block != inverse) block.CopyTo(inverse, at * Order);
            progress?.Report((double)(at + columns) / Order);
        }
        return Matrix<double>.Build.Dense(Order, Order, inverse);
    }

    private Matrix<double> Solve(Matrix<double> b, bool transposed)
    {
        if (b.RowCount != Order)
            throw new LinearAlgebraException($"The right-hand side has {b.RowCount} rows, the system {Order}.");
        return Matrix<double>.Build.Dense(Order, b.ColumnCount, Solve(b.ToColumnMajorArray(), b.ColumnCount, transposed));
    }

    private double[] Solve(double[] b, int columns, bool transposed)
    {
        if ((long)Order * columns != b.Length)
            throw new LinearAlgebraException($"The right-hand side has {b.Length} elements, the system {Order}.");
        if (columns == 0) return b;
        if (lapack is not null) lapack.Solve(factors, pivots, b, columns, transposed);
        else if (!transposed) ManagedLinearAlgebraProvider.Instance.LUSolveFactored(columns, factors, Order, pivots, b);
        else for (var column = 0; column < columns; column++) SubstituteTransposed(b.AsSpan(column * Order, Order));
        return b;
    }

    // MathNet has no transposed solve: U'·y = b forwards, L'·z = y backwards, then the row exchanges undone.
    private void SubstituteTransposed(Span<double> b)
    {
        for (var j = 0; j < b.Length; j++)
        {
            var column = factors.AsSpan(j * Order, Order);
            b[j] = (b[j] - DenseVectors.Dot(column[..j], b[..j])) / column[j];
        }
        for (var j = b.Length - 1; j >= 0; j--) b[j] -= DenseVectors.Dot(factors.AsSpan(j * Order + j + 1, Order - j - 1), b[(j + 1)..]);
        for (var j = b.Length - 1; j >= 0; j--) (b[j], b[pivots[j]]) = (b[pivots[j]], b[j]);
    }

    private static int? NotFinite(double[] columnMajor, int order)
    {
        for (var column = 0; column < columnMajor.Length; column += order)
        {
            StopButton.Look();
            for (var i = column; i < column + order; i++)
                if (!double.IsFinite(columnMajor[i])) return i;
        }
        return null;
    }

    private static NativeLapack? RefuseUnlessSoon(int order) =>
        order <= LargestManagedOrder || LinearAlgebraDiagnostics.EstimateManaged(order) is var cost && cost < LongestManaged ? null
        : throw new LinearAlgebraException($"A system of {order} rows would take managed code about {cost.TotalMinutes:F0} minutes and "
            + $"{8.0 * order * order / 1e9:F1} GB. {NativeLapack.Diagnostics.Note} Or ask for LinearAlgebraBackend.Managed and wait.");

    private static NativeLapack? Choose(int order, LinearAlgebraBackend backend) => backend switch
    {
        LinearAlgebraBackend.Managed => null,
        LinearAlgebraBackend.Native => NativeLapack.Instance
            ?? throw new LinearAlgebraException("Native linear algebra was asked for. " + NativeLapack.Diagnostics.Note),
        _ => order < SmallestNativeOrder ? null : NativeLapack.Instance ?? RefuseUnlessSoon(order),
    };
}
