namespace CarbonComp.InputOutput;

/// <summary>A sector of one classification that has a part in a sector of another.</summary>
/// <param name="From">The sector whose values are divided.</param>
/// <param name="To">The sector that gets some of them.</param>
/// <param name="Part">How much of the receiving sector belongs to the giving one, above 0 and at most 1.</param>
/// <param name="Basis">What the values are divided in proportion to, among several receivers: <c>fuel purchases</c>, <c>output</c>.</param>
/// <param name="Reason">Why the two are linked.</param>
public sealed record SectorLink(string From, string To, double Part, string Basis, string Reason);
