namespace CarbonComp.Zoning;

/// <summary>The smallest move of a single threshold that puts a region into another zone.</summary>
/// <param name="Threshold">The threshold: "ecological support".</param>
/// <param name="From">Its value.</param>
/// <param name="To">The value at which the region changes.</param>
/// <param name="Zone">The new zone.</param>
public sealed record ZoneChange(string Threshold, double From, double To, FunctionalZone Zone)
{
    /// <summary>The move as a share of the value; negative if the threshold falls.</summary>
    public double Move => To / From - 1;
}
