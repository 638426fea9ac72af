namespace CarbonComp.Numerics;

/// <summary>A linear program inside a solver. Belongs to the thread that loaded it.</summary>
public interface ISimplex : IDisposable
{
    /// <summary>Runs the simplex method from the start.</summary>
    /// <param name="options">How. <see cref="SimplexOptions.Exact"/> only where the solver has exact arithmetic.</param>
    /// <returns>What the solver says, unchecked.</returns>
    SimplexResult Run(SimplexOptions options);
}
