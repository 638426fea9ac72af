using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CarbonComp.Numerics;

// The few LAPACK routines that the library needs, from the system's OpenBLAS or another LAPACK.
internal sealed class NativeLapack(nint library)
{
    private const string BackendVariable = "CARBONCOMP_LINEAR_ALGEBRA";
    private const string CoreTypeVariable = "OPENBLAS_CORETYPE";

    // So many right-hand sides are solved between two looks at the stop button.
    private const int StripWidth = 512;

    // Arrays go by reference to their first element of interest, so that a block inside a matrix can be passed.
    private delegate void GetrfRoutine(ref int rows, ref int columns, ref double a, ref int leading, ref int pivots, out int info);

    private delegate void GetrsRoutine(ref byte transpose, ref int order, ref int rightHandSides, ref double a, ref int leading,
        ref int pivots, ref double b, ref int leadingB, out int info, nint transposeLength);

    private delegate void GemmRoutine(ref byte transposeA, ref byte transposeB, ref int rows, ref int columns, ref int inner, ref double alpha,
        ref double a, ref int leadingA, ref double b, ref int leadingB, ref double beta, ref double c, ref int leadingC, nint lengthA, nint lengthB);

    private delegate void TrsmRoutine(ref byte side, ref byte triangle, ref byte transpose, ref byte diagonal, ref int rows, ref int columns, ref double alpha,
        ref double a, ref int leadingA, ref double b, ref int leadingB, nint sideLength, nint triangleLength, nint transposeLength, nint diagonalLength);

    private delegate void LaswpRoutine(ref int columns, ref double a, ref int leading, ref int first, ref int last, ref int pivots, ref int step);

    private delegate int SetEnvironment(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    private delegate nint GetText();
    private delegate int GetNumber();

    // OpenBLAS first: a reference LAPACK under the general name would be no faster than managed code.
    private static readonly string[] Names = OperatingSystem.IsWindows() ? ["libopenblas.dll", "openblas.dll"]
        : OperatingSystem.IsMacOS() ? ["libopenblas.0.dylib", "libopenblas.dylib", "/opt/homebrew/opt/openblas/lib/libopenblas.dylib"]
        : ["libopenblas.so.0", "libopenblas.so", "liblapack.so.3", "liblapack.so"];

    private static readonly Lazy<(NativeLapack? Lapack, LinearAlgebraDiagnostics Diagnostics)> Loaded = new(Load);

    private static readonly string[] Routines = ["dgetrf_", "dgetrs_", "dgemm_", "dtrsm_", "dlaswp_"];

    private readonly GetrfRoutine getrf = Export<GetrfRoutine>(library, Routines[0])!;
    private readonly GetrsRoutine getrs = Export<GetrsRoutine>(library, Routines[1])!;
    private readonly GemmRoutine gemm = Export<GemmRoutine>(library, Routines[2])!;
    private readonly TrsmRoutine trsm = Export<TrsmRoutine>(library, Routines[3])!;
    private readonly LaswpRoutine laswp = Export<LaswpRoutine>(library, Routines[4])!;

    // Null where none is installed.
    public static NativeLapack? Instance => Loaded.Value.Lapack;
    public static LinearAlgebraDiagnostics Diagnostics => Loaded.Value.Diagnostics;

    // dgetrf: P·L·U of a panel in place; 0, or the number of the first pivot that vanishes.
    public int Factor(ref double panel, int rows, int columns, int leading, ref int pivots)
    {
        getrf(ref rows, ref columns, ref panel, ref leading, ref pivots, out var info);
        return info >= 0 ? info : throw new LinearAlgebraException($"LAPACK refused argument {-info} of dgetrf.");
    }

    // dgetrs: solves in place for each column of B, with the matrix or its transpose.
    public void Solve(double[] factors, int[] pivots, double[] b, int columns, bool transposed)
    {
        var (order, turn) = (pivots.Length, transposed ? (byte)'T' : (byte)'N');
        for (var at = 0; at < columns; at += StripWidth)
        {
            StopButton.Look();
            var width = Math.Min(StripWidth, columns - at);
            getrs(ref turn, ref order, ref width, ref factors[0], ref order, ref pivots[0], ref b[at * order], ref order, out var info, 1);
            if (info != 0) throw new LinearAlgebraException($"LAPACK refused argument {-info} of dgetrs.");
        }
    }

    // dgemm: C = α·op(A)·B + β·C, all three with the same leading dimension.
    public void Multiply(double alpha, ref double a, bool transposed, ref double b, double beta, ref double c, int rows, int columns, int inner, int leading)
    {
        var (turn, plain) = (transposed ? (byte)'T' : (byte)'N', (byte)'N');
        gemm(ref turn, ref plain, ref rows, ref columns, ref inner, ref alpha, ref a, ref leading, ref b, ref leading, ref beta, ref c, ref leading, 1, 1);
    }

    // dtrsm: L⁻¹·B in place, L unit lower triangular.
    public void SolveUnitLower(ref double triangle, ref double block, int rows, int columns, int leading)
    {
        var (left, lower, plain, unit, one) = ((byte)'L', (byte)'L', (byte)'N', (byte)'U', 1.0);
        trsm(ref left, ref lower, ref plain, ref unit, ref rows, ref columns, ref one, ref triangle, ref leading, ref block, ref leading, 1, 1, 1, 1);
    }

    // dlaswp: makes a panel's row exchanges in other columns.
    public void ExchangeRows(ref double block, int columns, int leading, int count, ref int pivots)
    {
        var (first, step) = (1, 1);
        laswp(ref columns, ref block, ref leading, ref first, ref count, ref pivots, ref step);
    }

    private static (NativeLapack?, LinearAlgebraDiagnostics) Load()
    {
        if (Environment.GetEnvironmentVariable(BackendVariable) is { } wanted && wanted.Equals("managed", StringComparison.OrdinalIgnoreCase))
            return (null, new("", "", "", 0, $"{BackendVariable}=managed keeps native code away; large systems take about twenty times as long."));
        var requested = ChooseCoreType();
        foreach (var name in Names)
        {
            if (!NativeLibrary.TryLoad(name, out var library) || !Routines.All(r => NativeLibrary.TryGetExport(library, r, out _))) continue;
            var core = Marshal.PtrToStringUTF8(Export<GetText>(library, "openblas_get_corename")?.Invoke() ?? 0) ?? "";
            var threads = Export<GetNumber>(library, "openblas_get_num_threads")?.Invoke() ?? 0;
            return (new(library), new(name, core, requested, threads, Note(core, requested)));
        }
        return (null, new("", "", requested, 0, "No OpenBLAS was found; systems are solved by managed code, "
            + "about twenty times slower when they are large. Debian and Ubuntu: apt install libopenblas0; macOS: brew install openblas."));
    }

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
