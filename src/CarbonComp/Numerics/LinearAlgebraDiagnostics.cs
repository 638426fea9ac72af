using System.Diagnostics;

namespace CarbonComp;

/// <summary>The linear algebra of this process: the native library, the processor kernels it chose, and why.</summary>
/// <remarks>OpenBLAS 0.3.21 does not recognise recent Xeons and falls back to SSE3 kernels, about five times slower. The library therefore names the
/// processor's instruction set to OpenBLAS before it loads it, unless the environment variable <c>OPENBLAS_CORETYPE</c> does.
/// <c>CARBONCOMP_LINEAR_ALGEBRA=managed</c> keeps native code away.</remarks>
/// <param name="Library">The native library's file name; empty where none was found.</param>
/// <param name="CoreType">The kernels that OpenBLAS reports; empty for another LAPACK.</param>
/// <param name="RequestedCoreType">The kernels that were asked for; empty where the choice was left to OpenBLAS.</param>
/// <param name="Threads">How many threads it uses; 0 where it does not say.</param>
/// <param name="Note">What a person should know: what is missing and which package to install.</param>
public sealed record LinearAlgebraDiagnostics(string Library, string CoreType, string RequestedCoreType, int Threads, string Note)
{
    private const int ProbeOrder = 256;

    /// <summary>The diagnostics of this process.</summary>
    public static LinearAlgebraDiagnostics Current => NativeLapack.Diagnostics;

    /// <summary>Whether a native LAPACK is in use.</summary>
    public bool IsNative => Library.Length > 0;

    /// <summary>About how long managed code takes to factorize a system of so many rows, from a small one timed now.</summary>
    public static TimeSpan EstimateManaged(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(order);
        double Probe()
        {
            var matrix = new double[ProbeOrder * ProbeOrder];
            for (var i = 0; i < matrix.Length; i++) matrix[i] = i % (ProbeOrder + 1) == 0 ? 2 : 1.0 / (1 + i % 97);
            var watch = Stopwatch.StartNew();
            Factorization.Consume(matrix, ProbeOrder, LinearAlgebraBackend.Managed);
            return watch.Elapsed.TotalSeconds;
        }
        Probe();
        return TimeSpan.FromSeconds(Math.Min(Probe(), Probe()) * Math.Pow((double)order / ProbeOrder, 3));
    }

    /// <inheritdoc/>
    public override string ToString() => IsNative
        ? $"Linear algebra: {Library}" + (CoreType.Length > 0 ? $", {CoreType} kernels" : "")
            + (RequestedCoreType.Length > 0 ? $" ({RequestedCoreType} asked for)" : "")
            + (Threads > 0 ? $", {Threads} threads" : "") + (Note.Length > 0 ? $". {Note}" : "")
        : $"Linear algebra: managed (MathNet.Numerics). {Note}";
}
