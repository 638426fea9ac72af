namespace CarbonComp;

/// <summary>The Leontief system of a table, <c>x = A·x + y</c>, factorized at most once (docs/methods.md#bth-5).</summary>
/// <remarks>With <c>B = (I − A)⁻¹</c>, which is not formed unless asked for: <c>B·Y</c> by solves, <c>f'B</c> by one transposed solve. A large system
/// is first solved by products with Z (<see cref="KrylovSolver"/>), as long as they cost less than factors, and by LU factors from then on. Products
/// need no second matrix of the table's size.</remarks>
public sealed class LeontiefSystem : ILeontiefInverse
{
    // Below this order factors take no time worth saving. Few columns cost as much as LeastColumns, since Z is read from memory.
    private const int SmallestIterativeOrder = 3000, LeastColumns = 16;

    // Between two looks at the stop button that many columns of a product are computed.
    private const int ProductColumns = 128;

    private readonly double[] flows;
    private readonly double[] perOutput;
    private readonly NativeLapack? lapack;
    private readonly Func<IProgress<double>?, CancellationToken, Factorization> factorize;
    private readonly Lock turn = new();
    private Factorization? factors;

    // What products have cost so far, in units of the cost of factors. Two threads may both miss the other's share; that costs time only.
    private double spent;

    private LeontiefSystem(Matrix<double> intermediate, Vector<double> output, LinearAlgebraBackend backend)
    {
        (Order, flows) = (output.Count, TableShape.ColumnMajor(intermediate));
        perOutput = [.. output.Select(x => x == 0 ? 0 : 1 / x)];
        lapack = Order < SmallestIterativeOrder || backend == LinearAlgebraBackend.Managed ? null : NativeLapack.Instance;
        factorize = (progress, cancellation) =>
            Factorization.Consume(TechnicalCoefficients.LeontiefMatrix(intermediate, output), Order, backend, progress, cancellation);
    }

    /// <inheritdoc/>
    public int Order { get; }

    /// <summary>The system of a table. With progress (of a large factorization, from 0 to 1) or a token it is factorized at once.</summary>
    /// <exception cref="InputOutputException">The table has competitive imports (<see cref="MultiRegionalTable.WithDomesticUseOnly"/>) or is not
    /// productive; the message names the sectors that cause it.</exception>
    /// <exception cref="OperationCanceledException">The token ended the factorization.</exception>
    public static LeontiefSystem Of(MultiRegionalTable table, LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic,
        IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        table.RequireDomesticUse();
        return Of(table.Intermediate, table.Output, table.Axis, backend, progress, cancellation);
    }

    /// <summary>The system of a matrix of flows Z, n × n, which must not be changed while the system is in use, and outputs x, n. Messages name the
    /// sectors by the axis.</summary>
    /// <inheritdoc cref="Of(MultiRegionalTable, LinearAlgebraBackend, IProgress{double}, CancellationToken)"/>
    public static LeontiefSystem Of(Matrix<double> intermediate, Vector<double> output, Axis axis,
        LinearAlgebraBackend backend = LinearAlgebraBackend.Automatic, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var system = new LeontiefSystem(intermediate, output, backend);
        try
        {
            if (progress is not null || cancellation.CanBeCanceled) system.Factors(progress, cancellation);
            if (TechnicalCoefficients.ColumnsBelowOne(intermediate, output) || system.IsProductive()) return system;
        }
        catch (LinearAlgebraException)
        {
            // A singular system is not productive either.
        }
        throw Productivity.Of(TechnicalCoefficients.Of(intermediate, output)).Refusal(axis);
    }

    // A region's own system, (I − A_rr)⁻¹.
    internal static LeontiefSystem OfRegion(MultiRegionalTable table, int region)
    {
        var (s, at) = (table.Sectors.Count, region * table.Sectors.Count);
        return Of(table.Intermediate.SubMatrix(at, s, at, s), table.Output.SubVector(at, s),
            new RegionSectorAxis(new RegionAxis(table.Regions[region]), table.Sectors));
    }

    /// <inheritdoc/>
    public Matrix<double> RequiredOutput(Matrix<double> finalUse) => Solve(finalUse, transposed: false);

    /// <summary>Outputs that a final use y, n, requires, <c>B·y</c>.</summary>
    public Vector<double> RequiredOutput(Vector<double> finalUse) => Solve(finalUse.ToColumnMatrix(), transposed: false).Column(0);

    /// <inheritdoc/>
    public Vector<double> Multipliers(Vector<double> coefficients) => Solve(coefficients.ToColumnMatrix(), transposed: true).Column(0);

    /// <inheritdoc/>
    public Matrix<double> Multipliers(Matrix<double> coefficients) => Solve(coefficients, transposed: true);

    /// <inheritdoc/>
    public Matrix<double> Inverse(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfStopped();
        return Factors(null, cancellation).Inverse(progress, cancellation);
    }

    // For A ≥ 0 a v ≥ 0 with v'(I − A) = 1' exists exactly when the system is productive.
    private bool IsProductive() => Multipliers(Vector<double>.Build.Dense(Order, 1)).ForAll(v => v is > 0 and < 1e12);

    // Not a Lazy, which would keep throwing the exception of a person who stopped it once.
    private Factorization Factors(IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        lock (turn) return factors ??= factorize(progress, cancellation);
    }

    private Matrix<double> Solve(Matrix<double> b, bool transposed)
    {
        StopButton.Look();
        if (b.RowCount != Order) throw new LinearAlgebraException($"The right-hand side has {b.RowCount} rows, the system {Order}.");
        if (lapack is not null && factors is null && b.ColumnCount > 0)
        {
            // Factors take ⅔n³ operations, a product with m columns 2n²m.
            var product = 3.0 * Math.Max(b.ColumnCount, LeastColumns) / Order;
            if (KrylovSolver.Solve(x => Multiply(lapack, x, transposed), TableShape.ColumnMajor(b), Order, (1 - spent) / product) is var (solution, products))
            {
                spent += products * product;
                return Matrix<double>.Build.Dense(Order, b.ColumnCount, solution);
            }
            spent = 1;
        }
        return transposed ? Factors().SolveTransposed(b) : Factors().Solve(b);
    }

    // (I − A)·X = X − Z·(x̂⁻¹X), or (I − A)'·X = X − x̂⁻¹·(Z'X).
    private double[] Multiply(NativeLapack lapack, double[] x, bool transposed)
    {
        var (n, columns, product) = (Order, x.Length / Order, new double[x.Length]);
        var input = transposed ? x : Scaled(x);
        for (var at = 0; at < columns; at += ProductColumns)
        {
            StopButton.Look();
            lapack.Multiply(1, ref flows[0], transposed, ref input[at * n], 0, ref product[at * n], n, Math.Min(ProductColumns, columns - at), n, n);
        }
        if (transposed) product = Scaled(product);
        for (var i = 0; i < x.Length; i++) product[i] = x[i] - product[i];
        return product;
    }

    private double[] Scaled(double[] values)
    {
        var scaled = new double[values.Length];
        for (var i = 0; i < values.Length; i++) scaled[i] = values[i] * perOutput[i % Order];
        return scaled;
    }
}
