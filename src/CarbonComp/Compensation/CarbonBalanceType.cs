namespace CarbonComp;

/// <summary>What a region's carbon balance is, inter-regional or intra-regional (PEC).</summary>
public enum CarbonBalanceType
{
    /// <summary>Gains and losses are equal within the tolerance.</summary>
    Neutral,

    /// <summary>Gains exceed losses.</summary>
    Surplus,

    /// <summary>Losses exceed gains.</summary>
    Deficit,
}
