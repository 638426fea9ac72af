namespace CarbonComp;

/// <summary>Labels that are missing, double, unknown, or not those of the other operand.</summary>
/// <param name="message">Which label, where, and what to do.</param>
public sealed class AxisException(string message) : CarbonCompException(message);
