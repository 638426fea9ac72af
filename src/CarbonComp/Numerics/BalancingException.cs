namespace CarbonComp.Numerics;

/// <summary>Totals that cannot be met: a table that no scaling of rows and columns makes fit.</summary>
public sealed class BalancingException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which row or column, which totals, and what to do.</param>
    public BalancingException(InvariantText message) : base(message) { }
}
