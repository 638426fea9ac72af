namespace CarbonComp.Regions;

/// <summary>Labels that are missing, double, unknown, or not those of the other operand.</summary>
public sealed class AxisException : CarbonCompException
{
    /// <summary>Creates the exception: which label, where, and what to do.</summary>
    public AxisException(InvariantText message) : base(message) { }
}
