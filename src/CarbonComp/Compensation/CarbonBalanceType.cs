namespace CarbonComp;

/// <summary>The type of a region's carbon balance, inter-regional or intra-regional.</summary>
public enum CarbonBalanceType
{
    /// <summary>Gains and losses are equal within the tolerance.</summary>
    Neutral,

    /// <summary>Gains exceed losses.</summary>
    Surplus,

    /// <summary>Losses exceed gains.</summary>
    Deficit,
}
