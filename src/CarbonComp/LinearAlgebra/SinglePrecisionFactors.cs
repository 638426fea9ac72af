namespace CarbonComp;

/// <summary>LU factors in single precision, half the memory and time of double ones; their solutions need refinement.</summary>
internal sealed class SinglePrecisionFactors
{
    // Wide enough that the trailing update, which is nearly all of the work, runs at full speed.
    private const int PanelWidth = 768;

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
        if (progress is null && !cancellation.CanBeCanceled || order < 2 * PanelWidth)
        {
            lapack.FactorSingle(ref order, ref order, ref matrix[0], ref order, ref pivots[0], out var info);
            return info == 0 ? new(lapack, matrix, pivots, order) : null;
        }
        for (var at = 0; at < order; at += PanelWidth)
        {
            cancellation.ThrowIfStopped();
            if (!FactorPanel(lapack, matrix, pivots, order, at, Math.Min(PanelWidth, order - at))) return null;
            // The work left falls with the cube of the rows left.
            progress?.Report(1 - Math.Pow(Math.Max(0, order - at - PanelWidth) / (double)order, 3));
        }
        return new(lapack, matrix, pivots, order);
    }

    /// <summary>Solves in place for each column of b, which may be of any size: columns are scaled before they lose digits.</summary>
    public void Solve(double[] b, int columns, bool transposed)
    {
        var (single, n) = (Scaled(b, columns, order, out var scales), order);
        var trans = transposed ? (byte)'T' : (byte)'N';
        lapack.SolveSingle(ref trans, ref n, ref columns, ref factors[0], ref n, ref pivots[0], ref single[0], ref n, out var info, 1);
        if (info != 0) throw new LinearAlgebraException($"LAPACK refused argument {-info} of sgetrs.");
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

    // Right-looking block step: factors of the panel, its row exchanges to both sides, L⁻¹ on the right, the update below.
    private static bool FactorPanel(NativeLapack lapack, float[] a, int[] pivots, int n, int at, int width)
    {
        var rows = n - at;
        lapack.FactorSingle(ref rows, ref width, ref a[At(at, at)], ref n, ref pivots[at], out var info);
        if (info != 0) return false;
        var (one, last, step) = (1, width, 1);
        if (at > 0) lapack.ExchangeRowsSingle(ref at, ref a[At(at, 0)], ref n, ref one, ref last, ref pivots[at], ref step);
        var right = n - at - width;
        if (right > 0)
        {
            var (left, lower, plain, unit, unity, minus) = ((byte)'L', (byte)'L', (byte)'N', (byte)'U', 1f, -1f);
            lapack.ExchangeRowsSingle(ref right, ref a[At(at, at + width)], ref n, ref one, ref last, ref pivots[at], ref step);
            lapack.SolveTriangleSingle(ref left, ref lower, ref plain, ref unit, ref width, ref right, ref unity,
                ref a[At(at, at)], ref n, ref a[At(at, at + width)], ref n, 1, 1, 1, 1);
            lapack.MultiplySingle(ref plain, ref plain, ref right, ref right, ref width, ref minus, ref a[At(at + width, at)], ref n,
                ref a[At(at, at + width)], ref n, ref unity, ref a[At(at + width, at + width)], ref n, 1, 1);
        }
        for (var i = at; i < at + width; i++) pivots[i] += at;
        return true;

        int At(int row, int column) => column * n + row;
    }
}
