namespace CarbonComp.Glpk;

/// <summary>GLPK's simplex method, in floating point or exact rational arithmetic.</summary>
/// <remarks>
/// GLPK is under the GNU General Public License. CarbonComp neither contains nor needs it: this assembly uses the copy that is
/// installed in the system. The library finds this assembly by itself (<see cref="LinearProgramSolver.Glpk"/>).
/// </remarks>
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
