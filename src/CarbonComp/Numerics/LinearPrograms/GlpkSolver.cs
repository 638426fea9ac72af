namespace CarbonComp.Numerics;

/// <summary>GLPK, from the system's library. It alone has exact rational arithmetic.</summary>
/// <remarks>GLPK is under the GNU General Public License. CarbonComp neither contains nor needs it.</remarks>
public sealed class GlpkSolver : ILinearProgramSolver
{
    /// <inheritdoc/>
    public string Name => "GLPK";

    /// <inheritdoc/>
    public bool IsInstalled => GlpkLibrary.IsInstalled;

    /// <inheritdoc/>
    public string Installation => "Debian and Ubuntu: apt install libglpk40; Fedora: dnf install glpk; macOS: brew install glpk; "
        + "Windows: put glpk_5_0.dll on the PATH.";

    /// <inheritdoc/>
    public bool HasExactArithmetic => true;

    /// <inheritdoc/>
    public ISimplex Load(LinearProgram program) => new GlpkProblem(program);
}
