namespace CarbonComp.Numerics;

/// <summary>A vertex with its prices and basis, as a solver returns it; one entry for each variable or constraint.</summary>
/// <remarks>Activities are the values of the constraints' linear forms. Prices have the sign of the objective's change, as in
/// <see cref="LinearSolution"/>. The slack of a basic constraint is in the basis.</remarks>
public sealed record SimplexVertex(IReadOnlyList<double> Values, IReadOnlyList<double> Activities, IReadOnlyList<double> DualValues,
    IReadOnlyList<double> ReducedCosts, IReadOnlyList<bool> BasicVariables, IReadOnlyList<bool> BasicConstraints, int Iterations)
{
    internal static SimplexVertex None { get; } = new([], [], [], [], [], [], 0);
}
