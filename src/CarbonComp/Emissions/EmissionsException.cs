namespace CarbonComp;

/// <summary>Energy or emissions that cannot be computed with.</summary>
/// <param name="message">Which fuel, sector or region, what is wrong, and what to do.</param>
public sealed class EmissionsException(string message) : CarbonCompException(message);
