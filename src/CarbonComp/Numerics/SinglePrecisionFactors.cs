namespace CarbonComp;

/// <summary>LU factors in single precision, half the memory and time of double ones; their solutions need refinement.</summary>
internal sealed class SinglePrecisionFactors
{
    // So many right-hand sides are solved between two looks at whether to stop.
    private const int StripWidth = 512;

    private readonly NativeLapack lapack;
    private readonly float[] factors;
    private readonly int[] pivots;
    private readonly int order;

    private SinglePrecisionFactors(NativeLapack lapack, float[] factors, int[] pivots, int order) =>
        (this.lapack, this.factors, this.pivots, this.order) = (lapack, factors, pivots, order);

    /// <summary>Factorizes in place; null where a pivot vanishes in single precision.</summary>
    public static SinglePrecisionFactors? Of(NativeLapack lapack, float[] matrix, int order, IProgress<double>? progress, CancellationToken cancellation)
    {
        var pivots = new int[order];
        return PanelFactorization.Factor(new SinglePrecisionPanels(lapack), matrix, pivots, order, progress, cancellation) == 0 ? new(lapack, matrix, pivots, order) : null;
    }

    /// <summary>Solves in place for each column of b, which may be of any size: columns are scaled before they lose digits.</summary>
    public void Solve(double[] b, int columns, bool transposed)
    {
        var (single, n) = (Scaled(b, columns, order, out var scales), order);
        var trans = transposed ? (byte)'T' : (byte)'N';
        for (var at = 0; at < columns; at += StripWidth)
        {
            StopButton.Look();
            var width = Math.Min(StripWidth, columns - at);
            lapack.SolveSingle(ref trans, ref n, ref width, ref factors[0], ref n, ref pivots[0], ref single[at * n], ref n, out var info, 1);
            if (info != 0) throw new LinearAlgebraException($"LAPACK refused argument {-info} of sgetrs.");
        }
        Unscale(single, scales, b, n);
    }

    /// <summary>Each column over its largest element.</summary>
    internal static float[] Scaled(double[] b, int columns, int order, out double[] scales)
    {
        var single = new float[b.Length];
        scales = new double[columns];
        for (var c = 0; c < columns; c++)
        {
            var largest = 0.0;
            foreach (var value in b.AsSpan(c * order, order)) largest = Math.Max(largest, Math.Abs(value));
            scales[c] = largest;
            if (largest == 0) continue;
            for (var i = c * order; i < (c + 1) * order; i++) single[i] = (float)(b[i] / largest);
        }
        return single;
    }

    /// <summary>Takes <see cref="Scaled"/> back.</summary>
    internal static void Unscale(float[] single, double[] scales, double[] b, int order)
    {
        for (var c = 0; c < scales.Length; c++)
            for (var i = c * order; i < (c + 1) * order; i++) b[i] = single[i] * scales[c];
    }
}
