namespace CarbonComp;

/// <summary>Totals that cannot be met: a table that no scaling of rows and columns makes fit.</summary>
/// <param name="message">Which row or column, which totals, and what to do.</param>
public sealed class BalancingException(string message) : CarbonCompException(message);
