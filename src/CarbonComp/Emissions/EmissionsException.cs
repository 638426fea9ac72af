namespace CarbonComp.Emissions;

/// <summary>Energy or emissions that cannot be computed with.</summary>
public sealed class EmissionsException : CarbonCompException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Which fuel, sector or region, what is wrong, and what to do.</param>
    public EmissionsException(InvariantText message) : base(message) { }
}
