namespace CarbonComp.Numerics;

/// <summary>The unchecked result of one run of a solver.</summary>
/// <param name="Outcome">How the run ended.</param>
/// <param name="Report">The solver's own code or status, for the message where nothing came of it.</param>
/// <param name="Vertex">The optimum, where the solver says that there is one; otherwise null.</param>
public sealed record SimplexResult(SimplexOutcome Outcome, string Report, SimplexVertex? Vertex = null);
