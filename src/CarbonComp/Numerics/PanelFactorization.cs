namespace CarbonComp;

/// <summary>LU factors of a matrix in place; those of a large one panel by panel, so that the work can stop in between and tell how far it is.</summary>
internal static class PanelFactorization
{
    // Wide enough that the update of what is left, which is nearly all of the work, runs at full speed.
    private const int PanelWidth = 768;

    // What is left is updated in strips of so many columns, between which one looks whether to stop.
    private const int StripWidth = 2048;

    // Up to this order a call of LAPACK returns within a second.
    private const int LargestWhole = 4000;

    /// <summary>Makes P·L·U of a matrix, column by column.</summary>
    /// <param name="routines">In which precision.</param>
    /// <param name="matrix">The matrix; its factors afterwards, useless after an early end.</param>
    /// <param name="pivots">Receives the row exchanged with each row, counted from 1.</param>
    /// <param name="order">Its rows.</param>
    /// <param name="progress">Told the share of the work done, from 0 to 1.</param>
    /// <param name="cancellation">Ends the work early with <see cref="OperationCanceledException"/>.</param>
    /// <returns>0, or the number of a pivot that vanishes, counted from 1.</returns>
    public static int Factor<T>(IPanelRoutines<T> routines, T[] matrix, int[] pivots, int order, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var asked = progress is not null || cancellation.CanBeCanceled;
        var width = order <= (asked ? 2 * PanelWidth : LargestWhole) ? order : PanelWidth;
        for (var at = 0; at < order; at += width)
        {
            cancellation.ThrowIfStopped();
            if (FactorPanel(routines, matrix, pivots, order, at, Math.Min(width, order - at), cancellation) is > 0 and var vanishing) return at + vanishing;
            // The work left falls with the cube of the rows left.
            progress?.Report(1 - Math.Pow(Math.Max(0, order - at - width) / (double)order, 3));
        }
        return 0;
    }

    // Right-looking block step: factors of the panel, its row exchanges to both sides, L⁻¹ on the right, the update below.
    private static int FactorPanel<T>(IPanelRoutines<T> routines, T[] a, int[] pivots, int n, int at, int width, CancellationToken cancellation)
    {
        var below = n - at - width;
        if (routines.Factor(ref a[At(at, at)], n - at, width, n, ref pivots[at]) is > 0 and var vanishing) return vanishing;
        if (at > 0) routines.ExchangeRows(ref a[At(at, 0)], at, n, width, ref pivots[at]);
        for (var strip = at + width; strip < n; strip += StripWidth)
        {
            cancellation.ThrowIfStopped();
            var columns = Math.Min(StripWidth, n - strip);
            routines.ExchangeRows(ref a[At(at, strip)], columns, n, width, ref pivots[at]);
            routines.SolveUnitLower(ref a[At(at, at)], ref a[At(at, strip)], width, columns, n);
            routines.SubtractProduct(ref a[At(at + width, at)], ref a[At(at, strip)], ref a[At(at + width, strip)], below, columns, width, n);
        }
        for (var i = at; i < at + width; i++) pivots[i] += at;
        return 0;

        int At(int row, int column) => column * n + row;
    }
}
