namespace CarbonComp.Numerics;

/// <summary>A linear program inside a solver. Belongs to the thread that loaded it.</summary>
public interface ISimplex : IDisposable
{
    /// <summary>Runs the simplex method from the start. <see cref="SimplexOptions.Exact"/> is set only where the solver has exact arithmetic.</summary>
    /// <returns>The solver's result, unchecked.</returns>
    SimplexResult Run(SimplexOptions options);
}
