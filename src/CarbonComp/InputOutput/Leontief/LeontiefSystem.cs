using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp;

/// <summary>The Leontief system of a table, <c>x = A·x + y</c>, factorized at most once (BTH eq. 4 and 5; the paper misprints the product as a sum).</summary>
/// <remarks>
/// With <c>B = (I − A)⁻¹</c>, which is not formed unless asked for: <c>B·Y</c> by solves, <c>f'B</c> by one transposed solve.
/// Large systems are solved in single precision, by factors or, for few columns, by products alone, and refined to double with the table's own flows,
/// <c>(I − A)·X = X − Z·(x̂⁻¹X)</c>, so that no second matrix of that size is kept.
/// </remarks>
public sealed class LeontiefSystem : ILeontiefInverse
{
    // From this order on single-precision factors save more than refinement costs.
    private const int SmallestMixedOrder = 700;

    // So many columns of a large product are computed between two looks at whether to stop.
    private const int ProductColumns = 128;

    private readonly double[] flows;
    private readonly double[] perOutput;
    private readonly SinglePrecisionSolver? single;
    private readonly Func<Factorization> factorize;
    private readonly Lock turn = new();
    private Factorization? factors;

    private LeontiefSystem(Matrix<double> intermediate, Vector<double> output, double[]? matrix, SinglePrecisionSolver? single, LinearAlgebraBackend backend)
    {
        (Order, this.single, flows) = (output.Count, single, TableShape.ColumnMajor(intermediate));
        perOutput = [.. output.Select(x => x == 0 ? 0 : 1 / x)];
        factorize = () => Factorization.Consume(Interlocked.Exchange(ref matrix, null) ?? TechnicalCoefficients.LeontiefMatrix(intermediate, output),
            output.Count, backend);
    }

    /// <inheritdoc/>
    public int Order { get; }

    /// <summary>How the system is solved: <see cref="LinearAlgebraPrecision.Full"/> or <see cref="LinearAlgebraPrecision.Mixed"/>.</summary>
    public LinearAlgebraPrecision Precision => single is null ? LinearAlgebraPrecision.Full : LinearAlgebraPrecision.Mixed;

    /// <summary>The system of a table.</summary>
    /// <param name="table">A table without competitive imports.</param>
    /// <param name="backend">Who solves.</param>
    /// <param name="precision">In which precision it is factorized.</param>
    /// <param name="progress">Told the share of the work done, from 0 to 1, where the system is large.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputOutputException">The table is not productive, or its Z still holds imports.</exception>
    public static LeontiefSystem Of(MultiRegionalTable table, LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic,
        LinearAlgebraPrecision precision = LinearAlgebraPrecision.Automatic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        RequireDomesticUse(table);
        return Of(table.Intermediate, table.Output, table.Axis, backend, precision, progress, cancellation);
    }

    /// <summary>The system of a matrix of flows.</summary>
    /// <param name="intermediate">Z, n × n; not to be changed while the system is in use.</param>
    /// <param name="output">x, n.</param>
    /// <param name="axis">The sectors' names, for messages.</param>
    /// <param name="backend">Who solves.</param>
    /// <param name="precision">In which precision it is factorized.</param>
    /// <param name="progress">Told the share of the work done, from 0 to 1, where the system is large.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="InputOutputException">The system is not productive; the message names the sectors that cause it.</exception>
    public static LeontiefSystem Of(Matrix<double> intermediate, Vector<double> output, Axis axis,
        LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic,
        LinearAlgebraPrecision precision = LinearAlgebraPrecision.Automatic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var mixed = precision == LinearAlgebraPrecision.Mixed || precision == LinearAlgebraPrecision.Automatic && output.Count >= SmallestMixedOrder;
        LeontiefSystem? system = null;
        var certain = false;
        if (mixed && backend != LinearAlgebraBackend.Managed && NativeLapack.Instance is { } lapack
            && SinglePrecisionSolver.Of(lapack, TechnicalCoefficients.LeontiefMatrixSingle(intermediate, output, out certain),
                () => TechnicalCoefficients.LeontiefMatrixSingle(intermediate, output, out _), output.Count, progress, cancellation) is { } single)
            system = new(intermediate, output, null, single, backend);
        // A pivot that vanishes in single precision need not vanish in double.
        system ??= new(intermediate, output, TechnicalCoefficients.LeontiefMatrix(intermediate, output, out certain), null, backend);
        if (certain || system.IsProductive()) return system;
        throw NotProductive(Productivity.Of(TechnicalCoefficients.Of(intermediate, output)), axis);
    }

    /// <inheritdoc/>
    public Matrix<double> RequiredOutput(Matrix<double> finalUse) => Solve(finalUse, transposed: false);

    /// <summary>Outputs that a final use requires, <c>B·y</c>.</summary>
    /// <param name="finalUse">y, n.</param>
    public Vector<double> RequiredOutput(Vector<double> finalUse) => Solve(finalUse.ToColumnMatrix(), transposed: false).Column(0);

    /// <inheritdoc/>
    public Vector<double> Multipliers(Vector<double> coefficients) => Solve(coefficients.ToColumnMatrix(), transposed: true).Column(0);

    /// <summary><c>F'B</c> transposed, for several kinds of direct coefficients at once: n × k from n × k.</summary>
    /// <param name="coefficients">F, one kind a column.</param>
    public Matrix<double> Multipliers(Matrix<double> coefficients) => Solve(coefficients, transposed: true);

    /// <inheritdoc/>
    public Matrix<double> Inverse(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfStopped();
        return Factors().Inverse(progress, cancellation);
    }

    internal static void RequireDomesticUse(MultiRegionalTable table)
    {
        if (table.CompetitiveImports.Any(m => m != 0))
            throw new InputOutputException("The table's deliveries hold imports (it has an imports column). Use table.WithDomesticUseOnly() "
                + "first, so that foreign products are not counted as produced here.");
    }

    internal static InputOutputException NotProductive(Productivity productivity, Axis axis) => new(Invariant(
        $"The table is not productive: the spectral radius of its coefficients is {productivity.SpectralRadius:F4}, it must be below 1. ")
        + (productivity.Causes.Count == 0 ? "" : $"More goes into these sectors than comes out: "
        + $"{Listing.Of(productivity.Causes.Select(j => axis.Labels[j]), 8)}. ")
        + "Check their output and value added.");

    // For A ≥ 0 a v ≥ 0 with v'(I − A) = 1' exists exactly when the system is productive.
    private bool IsProductive()
    {
        try
        {
            return Multipliers(Vector<double>.Build.Dense(Order, 1)).ForAll(v => v is > 0 and < 1e12);
        }
        catch (LinearAlgebraException)
        {
            return false;
        }
    }

    // Not a Lazy, which would keep throwing the exception of a person who stopped it once.
    private Factorization Factors()
    {
        lock (turn) return factors ??= factorize();
    }

    private Matrix<double> Solve(Matrix<double> b, bool transposed)
    {
        StopButton.Look();
        if (b.RowCount != Order) throw new LinearAlgebraException($"The right-hand side has {b.RowCount} rows, the system {Order}.");
        if (single is not null && NativeLapack.Instance is { } lapack && b.ColumnCount > 0
            && RefinedSolver.Solve(single, TableShape.ColumnMajor(b), b.ColumnCount, Order, transposed, Subtract) is { } refined)
            return Matrix<double>.Build.Dense(Order, b.ColumnCount, refined);
        return transposed ? Factors().SolveTransposed(b) : Factors().Solve(b);

        // residual −= (I − A)·x, or the transpose of it, from Z and x̂⁻¹.
        void Subtract(double[] x, double[] residual)
        {
            var (n, columns, plain, trans, one, zero) = (Order, b.ColumnCount, (byte)'N', transposed ? (byte)'T' : (byte)'N', 1.0, 0.0);
            var (input, product) = (transposed ? x : Scaled(x), transposed ? new double[x.Length] : residual);
            for (var at = 0; at < columns; at += ProductColumns)
            {
                StopButton.Look();
                var width = Math.Min(ProductColumns, columns - at);
                lapack.Multiply(ref trans, ref plain, ref n, ref width, ref n, ref one, ref flows[0], ref n, ref input[at * n], ref n,
                    ref transposed ? ref zero : ref one, ref product[at * n], ref n, 1, 1);
            }
            for (var i = 0; i < x.Length; i++) residual[i] -= x[i];
            if (!transposed) return;
            product = Scaled(product);
            for (var i = 0; i < x.Length; i++) residual[i] += product[i];
        }

        double[] Scaled(double[] values)
        {
            var scaled = new double[values.Length];
            for (var i = 0; i < values.Length; i++) scaled[i] = values[i] * perOutput[i % Order];
            return scaled;
        }
    }
}
