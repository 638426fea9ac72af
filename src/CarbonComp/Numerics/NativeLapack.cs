using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CarbonComp;

/// <summary>The few LAPACK routines that the library needs, from the system's OpenBLAS or another LAPACK.</summary>
internal sealed class NativeLapack
{
    // Arrays go by reference to their first element of interest, so that a block inside a matrix can be passed.
    internal delegate void GetrfDouble(ref int rows, ref int columns, ref double a, ref int leading, ref int pivots, out int info);

    internal delegate void GetrfSingle(ref int rows, ref int columns, ref float a, ref int leading, ref int pivots, out int info);

    internal delegate void GetrsDouble(ref byte transpose, ref int order, ref int rightHandSides, ref double a, ref int leading,
        ref int pivots, ref double b, ref int leadingB, out int info, nint transposeLength);

    internal delegate void GetrsSingle(ref byte transpose, ref int order, ref int rightHandSides, ref float a, ref int leading,
        ref int pivots, ref float b, ref int leadingB, out int info, nint transposeLength);

    internal delegate void GemmDouble(ref byte transposeA, ref byte transposeB, ref int rows, ref int columns, ref int inner, ref double alpha,
        ref double a, ref int leadingA, ref double b, ref int leadingB, ref double beta, ref double c, ref int leadingC, nint lengthA, nint lengthB);

    internal delegate void GemmSingle(ref byte transposeA, ref byte transposeB, ref int rows, ref int columns, ref int inner, ref float alpha,
        ref float a, ref int leadingA, ref float b, ref int leadingB, ref float beta, ref float c, ref int leadingC, nint lengthA, nint lengthB);

    internal delegate void TrsmSingle(ref byte side, ref byte triangle, ref byte transpose, ref byte diagonal, ref int rows, ref int columns, ref float alpha,
        ref float a, ref int leadingA, ref float b, ref int leadingB, nint sideLength, nint triangleLength, nint transposeLength, nint diagonalLength);

    internal delegate void TrsmDouble(ref byte side, ref byte triangle, ref byte transpose, ref byte diagonal, ref int rows, ref int columns, ref double alpha,
        ref double a, ref int leadingA, ref double b, ref int leadingB, nint sideLength, nint triangleLength, nint transposeLength, nint diagonalLength);

    internal delegate void LaswpDouble(ref int columns, ref double a, ref int leading, ref int first, ref int last, ref int pivots, ref int step);

    internal delegate void LaswpSingle(ref int columns, ref float a, ref int leading, ref int first, ref int last, ref int pivots, ref int step);

    private delegate int SetEnvironment(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    private delegate nint GetText();

    private delegate int GetNumber();

    private const string BackendVariable = "CARBONCOMP_LINEAR_ALGEBRA";

    private const string CoreTypeVariable = "OPENBLAS_CORETYPE";

    // OpenBLAS first: a reference LAPACK under the general name would be no faster than managed code.
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["libopenblas.dll", "openblas.dll"]
        : OperatingSystem.IsMacOS() ? ["libopenblas.0.dylib", "libopenblas.dylib", "/opt/homebrew/opt/openblas/lib/libopenblas.dylib"]
        : ["libopenblas.so.0", "libopenblas.so", "liblapack.so.3", "liblapack.so"];

    private static readonly Lazy<(NativeLapack? Lapack, LinearAlgebraDiagnostics Diagnostics)> Loaded = new(Load);

    /// <summary>The library, or null where none is installed.</summary>
    public static NativeLapack? Instance => Loaded.Value.Lapack;

    public static LinearAlgebraDiagnostics Diagnostics => Loaded.Value.Diagnostics;

    /// <summary>dgetrf: P·L·U = A in place.</summary>
    public required GetrfDouble Factor { get; init; }

    /// <summary>dgetrs: solves with the factors, plain or transposed.</summary>
    public required GetrsDouble Solve { get; init; }

    /// <summary>dgemm: C = α·op(A)·op(B) + β·C.</summary>
    public required GemmDouble Multiply { get; init; }

    /// <summary>dtrsm: solves with a triangle in place.</summary>
    public required TrsmDouble SolveTriangle { get; init; }

    /// <summary>dlaswp: exchanges rows.</summary>
    public required LaswpDouble ExchangeRows { get; init; }

    /// <summary>sgetrf.</summary>
    public required GetrfSingle FactorSingle { get; init; }

    /// <summary>sgetrs.</summary>
    public required GetrsSingle SolveSingle { get; init; }

    /// <summary>sgemm.</summary>
    public required GemmSingle MultiplySingle { get; init; }

    /// <summary>strsm: solves with a triangle in place.</summary>
    public required TrsmSingle SolveTriangleSingle { get; init; }

    /// <summary>slaswp: exchanges rows.</summary>
    public required LaswpSingle ExchangeRowsSingle { get; init; }

    private static (NativeLapack?, LinearAlgebraDiagnostics) Load()
    {
        if (Environment.GetEnvironmentVariable(BackendVariable) is { } wanted && wanted.Equals("managed", StringComparison.OrdinalIgnoreCase))
            return (null, new("", "", "", 0, $"{BackendVariable}=managed keeps native code away; large systems take about twenty times as long."));
        var requested = ChooseCoreType();
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library)) continue;
            if (Bind(library) is not { } lapack) continue;
            var core = Marshal.PtrToStringUTF8(Export<GetText>(library, "openblas_get_corename")?.Invoke() ?? 0) ?? "";
            var threads = Export<GetNumber>(library, "openblas_get_num_threads")?.Invoke() ?? 0;
            return (lapack, new(name, core, requested, threads, Note(core, requested)));
        }
        return (null, new("", "", requested, 0, "No OpenBLAS was found; systems are solved by managed code, "
            + "about twenty times slower when they are large. Debian and Ubuntu: apt install libopenblas0; macOS: brew install openblas."));
    }

    private static NativeLapack? Bind(nint library) =>
        Export<GetrfDouble>(library, "dgetrf_") is { } factor && Export<GetrsDouble>(library, "dgetrs_") is { } solve
        && Export<GemmDouble>(library, "dgemm_") is { } multiply && Export<GetrfSingle>(library, "sgetrf_") is { } factorSingle
        && Export<GetrsSingle>(library, "sgetrs_") is { } solveSingle && Export<GemmSingle>(library, "sgemm_") is { } multiplySingle
        && Export<TrsmDouble>(library, "dtrsm_") is { } triangle && Export<LaswpDouble>(library, "dlaswp_") is { } exchange
        && Export<TrsmSingle>(library, "strsm_") is { } triangleSingle && Export<LaswpSingle>(library, "slaswp_") is { } exchangeSingle
            ? new()
            {
                Factor = factor, Solve = solve, Multiply = multiply, SolveTriangle = triangle, ExchangeRows = exchange,
                FactorSingle = factorSingle, SolveSingle = solveSingle, MultiplySingle = multiplySingle,
                SolveTriangleSingle = triangleSingle, ExchangeRowsSingle = exchangeSingle,
            }
            : null;

    private static string Note(string core, string requested) =>
        core.Length == 0 ? "Not OpenBLAS: large systems may be slow. Debian and Ubuntu: apt install libopenblas0."
        : requested.Length > 0 && !core.Equals(requested, StringComparison.OrdinalIgnoreCase)
            ? $"OpenBLAS chose {core} although {requested} was asked for; it was loaded before, or does not know the processor."
        : core.Equals("Prescott", StringComparison.OrdinalIgnoreCase) || core.Equals("Core2", StringComparison.OrdinalIgnoreCase)
            ? $"OpenBLAS uses the old {core} kernels, several times slower than this processor allows; set {CoreTypeVariable}=Haswell or SkylakeX."
        : "";

    // OpenBLAS reads the process environment when it is loaded. .NET keeps a copy of its own, so libc must be told.
    private static string ChooseCoreType()
    {
        if (Environment.GetEnvironmentVariable(CoreTypeVariable) is { Length: > 0 } chosen) return chosen;
        if (!OperatingSystem.IsLinux()) return "";
        var core = Avx512F.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512CD.IsSupported ? "SkylakeX"
            : Avx2.IsSupported && Fma.IsSupported ? "Haswell"
            : "";
        if (core.Length == 0 || !NativeLibrary.TryLoad("libc.so.6", out var libc) || Export<SetEnvironment>(libc, "setenv") is not { } set) return "";
        return set(CoreTypeVariable, core, 0) == 0 ? core : "";
    }

    private static T? Export<T>(nint library, string name) where T : Delegate =>
        NativeLibrary.TryGetExport(library, name, out var address) ? Marshal.GetDelegateForFunctionPointer<T>(address) : null;
}
