namespace CarbonComp.Numerics;

/// <summary>Totals that cannot be met: no scaling of rows and columns makes the table fit.</summary>
/// <param name="message">Which row or column, which totals, and what to do.</param>
public sealed class BalancingException(InvariantText message) : CarbonCompException(message);
