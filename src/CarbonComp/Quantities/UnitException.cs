namespace CarbonComp.Quantities;

/// <summary>A unit that is missing, not known, or of another kind than a formula needs.</summary>
public sealed class UnitException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which unit, where, and which units would do.</param>
    public UnitException(InvariantText message) : base(message) { }
}
