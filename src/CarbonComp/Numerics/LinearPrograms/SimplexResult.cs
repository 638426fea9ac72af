namespace CarbonComp.Numerics;

/// <summary>The unchecked result of one run of a solver: the vertex if it is optimal, and the solver's own code or status, for messages.</summary>
public sealed record SimplexResult(SimplexOutcome Outcome, string Report, SimplexVertex? Vertex = null);
