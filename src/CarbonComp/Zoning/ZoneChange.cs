namespace CarbonComp;

/// <summary>The threshold that, moved alone, is first to put a region into another zone.</summary>
/// <param name="Threshold">Which one: "ecological support".</param>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where the region changes: its own number.</param>
/// <param name="Zone">What the region becomes.</param>
public sealed record ZoneChange(string Threshold, double From, double To, FunctionalZone Zone)
{
    /// <summary>How far the threshold moves, as a share of where it stands; below zero it falls.</summary>
    public double Move => To / From - 1;
}
