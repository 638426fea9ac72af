namespace CarbonComp.Quantities;

/// <summary>A unit that is missing, not known, or of another kind than a formula needs.</summary>
/// <param name="message">Which unit, where, and which units would do.</param>
public sealed class UnitException(InvariantText message) : CarbonCompException(message);
