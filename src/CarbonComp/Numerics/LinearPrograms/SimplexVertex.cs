namespace CarbonComp.Numerics;

/// <summary>A vertex with its prices and basis, as a solver returns it.</summary>
/// <remarks>Prices have the sign of the objective's change, as in <see cref="LinearSolution"/>.</remarks>
/// <param name="Values">The value of each variable.</param>
/// <param name="Activities">The value of each constraint's linear form.</param>
/// <param name="DualValues">∂objective/∂(bound of the constraint), for each constraint.</param>
/// <param name="ReducedCosts">Cost less the value of what the variable takes from the constraints, for each variable.</param>
/// <param name="BasicVariables">Whether each variable is in the basis.</param>
/// <param name="BasicConstraints">Whether each constraint's slack is in the basis.</param>
/// <param name="Iterations">Simplex iterations.</param>
public sealed record SimplexVertex(IReadOnlyList<double> Values, IReadOnlyList<double> Activities, IReadOnlyList<double> DualValues,
    IReadOnlyList<double> ReducedCosts, IReadOnlyList<bool> BasicVariables, IReadOnlyList<bool> BasicConstraints, int Iterations)
{
    internal static SimplexVertex None { get; } = new([], [], [], [], [], [], 0);
}
