namespace CarbonComp;

/// <summary>Solves a system in single precision: by products with its matrix while they are cheaper than factors, by LU factors from then on.</summary>
/// <remarks>
/// Factors cost ⅔n³ operations once, a product with m columns 2n²m. Who asks once for a few columns of a large system needs no
/// factors; who asks again and again gets them as soon as the products would have cost as much.
/// </remarks>
internal sealed class SinglePrecisionSolver
{
    // Below, factors take no time worth saving. Few columns cost as many as these, since the matrix has to be read from memory.
    private const int SmallestIterativeOrder = 2500, LeastColumns = 16;

    private readonly NativeLapack lapack;
    private readonly Func<float[]> make;
    private readonly int order;
    private readonly Lock turn = new();
    private float[]? matrix;
    private volatile SinglePrecisionFactors? factors;
    private double spent;
    private bool singular;

    private SinglePrecisionSolver(NativeLapack lapack, Func<float[]> make, float[]? matrix, SinglePrecisionFactors? factors, int order) =>
        (this.lapack, this.make, this.matrix, this.factors, this.order) = (lapack, make, matrix, factors, order);

    /// <summary>Takes the matrix over; null where a pivot vanishes in single precision.</summary>
    /// <param name="lapack">Who solves.</param>
    /// <param name="matrix">The matrix, column by column; belongs to the solver.</param>
    /// <param name="make">Gives it anew, where work in it was stopped half way.</param>
    /// <param name="order">Its rows.</param>
    /// <param name="progress">Told the share of the work done; who wants to know gets factors.</param>
    /// <param name="cancellation">Ends the work early; likewise.</param>
    public static SinglePrecisionSolver? Of(NativeLapack lapack, float[] matrix, Func<float[]> make, int order, IProgress<double>? progress, CancellationToken cancellation)
    {
        if (order >= SmallestIterativeOrder && progress is null && !cancellation.CanBeCanceled) return new(lapack, make, matrix, null, order);
        return SinglePrecisionFactors.Of(lapack, matrix, order, progress, cancellation) is { } factors ? new(lapack, make, null, factors, order) : null;
    }

    /// <summary>Solves in place for each column of b, which may be of any size: columns are scaled before they lose digits.</summary>
    /// <returns>Whether it could be solved.</returns>
    public bool Solve(double[] b, int columns, bool transposed)
    {
        if (factors is null)
            lock (turn)
            {
                if (singular) return false;
                if (factors is null && Iterate(b, columns, transposed)) return true;
                if (factors is null) Factor();
                if (singular) return false;
            }
        factors!.Solve(b, columns, transposed);
        return true;
    }

    // In place, so that the matrix is gone, also when the work is stopped.
    private void Factor()
    {
        var whole = Matrix();
        matrix = null;
        factors = SinglePrecisionFactors.Of(lapack, whole, order, null, CancellationToken.None);
        singular = factors is null;
    }

    private float[] Matrix() => matrix ??= make();

    private bool Iterate(double[] b, int columns, bool transposed)
    {
        // Of what factors cost, 1.
        var product = 3.0 * Math.Max(columns, LeastColumns) / order;
        var limit = (int)Math.Min(40, (1 - spent) / product);
        if (limit < 2) return false;
        // The first solution tells whether all its digits cost less than factors; later ones may use up what factors would have cost.
        var most = spent == 0 ? 0.8 / product : double.PositiveInfinity;
        var single = SinglePrecisionFactors.Scaled(b, columns, order, out var scales);
        if (KrylovSolver.Solve(lapack, Matrix(), single, columns, order, transposed, limit, most) is not { } rounds)
        {
            spent = 1;
            return false;
        }
        spent += rounds * product;
        SinglePrecisionFactors.Unscale(single, scales, b, order);
        return true;
    }
}
