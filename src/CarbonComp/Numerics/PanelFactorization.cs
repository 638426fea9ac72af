namespace CarbonComp.Numerics;

// LU factors of a matrix in place; a large one is factorized panel by panel, so that the work can report progress and stop.
internal static class PanelFactorization
{
    // Wide enough that the update of the rest, which is nearly all of the work, runs at full speed.
    private const int PanelWidth = 768;

    // The rest is updated in strips of this width; between two of them the work can stop.
    private const int StripWidth = 2048;

    // Up to this order a call of LAPACK returns within a second.
    private const int LargestWhole = 4000;

    // Makes P·L·U of a matrix, column by column; the matrix is useless after an early end. Pivots receive the row exchanged with each row,
    // counted from 1. Returns 0, or the number of a pivot that vanishes, counted from 1.
    public static int Factor(NativeLapack lapack, double[] matrix, int[] pivots, IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        var (order, asked) = (pivots.Length, progress is not null || cancellation.CanBeCanceled);
        var width = order <= (asked ? 2 * PanelWidth : LargestWhole) ? order : PanelWidth;
        for (var at = 0; at < order; at += width)
        {
            cancellation.ThrowIfStopped();
            if (FactorPanel(lapack, matrix, pivots, at, Math.Min(width, order - at), cancellation) is > 0 and var vanishing) return at + vanishing;
            // The remaining work falls with the cube of the remaining rows.
            progress?.Report(1 - Math.Pow(Math.Max(0, order - at - width) / (double)order, 3));
        }
        return 0;
    }

    // Right-looking block step: factors of the panel, its row exchanges to both sides, L⁻¹ on the right, the update below.
    private static int FactorPanel(NativeLapack lapack, double[] a, int[] pivots, int at, int width, CancellationToken cancellation)
    {
        var n = pivots.Length;
        if (lapack.Factor(ref a[At(at, at)], n - at, width, n, ref pivots[at]) is > 0 and var vanishing) return vanishing;
        if (at > 0) lapack.ExchangeRows(ref a[At(at, 0)], at, n, width, ref pivots[at]);
        for (var strip = at + width; strip < n; strip += StripWidth)
        {
            cancellation.ThrowIfStopped();
            var columns = Math.Min(StripWidth, n - strip);
            lapack.ExchangeRows(ref a[At(at, strip)], columns, n, width, ref pivots[at]);
            lapack.SolveUnitLower(ref a[At(at, at)], ref a[At(at, strip)], width, columns, n);
            lapack.Multiply(-1, ref a[At(at + width, at)], false, ref a[At(at, strip)], 1, ref a[At(at + width, strip)],
                n - at - width, columns, width, n);
        }
        for (var i = at; i < at + width; i++) pivots[i] += at;
        return 0;

        int At(int row, int column) => column * n + row;
    }
}
