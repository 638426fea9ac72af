namespace CarbonComp.Emissions;

/// <summary>Energy or emissions that cannot be computed with.</summary>
public sealed class EmissionsException : CarbonCompException
{
    /// <summary>Creates the exception: which fuel, sector or region, what is wrong, and what to do.</summary>
    public EmissionsException(InvariantText message) : base(message) { }
}
