namespace CarbonComp;

/// <summary>Which linear algebra this process uses: the native library, the processor kernels it chose, and why.</summary>
/// <remarks>
/// OpenBLAS 0.3.21 does not recognise recent Xeons and falls back to SSE3 kernels, about five times slower. The
/// library therefore names the processor's instruction set to OpenBLAS before it loads it, unless the environment
/// variable <c>OPENBLAS_CORETYPE</c> already does.
/// </remarks>
/// <param name="Library">The native library's file name; empty where none was found.</param>
/// <param name="CoreType">The kernels that OpenBLAS reports; empty for another LAPACK.</param>
/// <param name="RequestedCoreType">The kernels that were asked for; empty where the choice was left to OpenBLAS.</param>
/// <param name="Threads">How many threads it uses; 0 where it does not say.</param>
/// <param name="Note">What a person should know: what is missing and which package to install.</param>
[TypeFormatterSource(typeof(TabularFormatterSource))]
public sealed record LinearAlgebraDiagnostics(string Library, string CoreType, string RequestedCoreType, int Threads, string Note) : ITabular
{
    /// <summary>What this process uses.</summary>
    public static LinearAlgebraDiagnostics Current => NativeLapack.Diagnostics;

    /// <summary>Whether a native LAPACK is in use.</summary>
    public bool IsNative => Library.Length > 0;

    /// <inheritdoc/>
    public string Caption => "Linear algebra";

    /// <inheritdoc/>
    public ValueStatus Status => ValueStatus.Statistic;

    /// <inheritdoc/>
    public Columns ToColumns()
    {
        string[] properties = ["library", "kernels", "kernels asked for", "threads", "note"];
        string[] values = [IsNative ? Library : "managed (MathNet.Numerics)", CoreType, RequestedCoreType, Threads == 0 ? "" : $"{Threads}", Note];
        return new(new Column("property", properties), new Column("value", values));
    }

    /// <inheritdoc/>
    public override string ToString() => TableText.Render(this);
}
