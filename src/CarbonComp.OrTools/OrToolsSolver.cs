using System.Runtime.InteropServices;
using Google.OrTools.LinearSolver;

namespace CarbonComp.OrTools;

/// <summary>OR-Tools' simplex method (GLOP), in floating point.</summary>
/// <remarks>
/// Its native library is under the Apache licence and comes with the package, for Linux, macOS and Windows, so nothing has to be
/// installed in the system. The library finds this assembly by itself (<see cref="LinearProgramSolver.OrTools"/>).
/// </remarks>
public sealed class OrToolsSolver : ILinearProgramSolver
{
    private const string NativeName = "google-ortools-native";

    private static readonly Lazy<bool> Loaded = new(() => NativeLibrary.TryLoad(NativeName, typeof(Solver).Assembly, null, out _));

    /// <inheritdoc/>
    public string Name => "OR-Tools";

    /// <inheritdoc/>
    public bool IsInstalled => Loaded.Value;

    /// <inheritdoc/>
    public string Installation =>
        $"the native library {NativeName} is missing; build CarbonComp.OrTools on this platform and keep all files of its build together.";

    /// <inheritdoc/>
    public bool HasExactArithmetic => false;

    /// <inheritdoc/>
    public ISimplex Load(LinearProgram program)
    {
        if (!IsInstalled) throw new LinearProgramException($"OR-Tools cannot be used: {Installation}");
        return new OrToolsProblem(program);
    }
}
