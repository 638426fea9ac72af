namespace CarbonComp;

/// <summary>Which side of the inter-regional balance is called a surplus. PEC's abstract names members of the types, not the sign.</summary>
public enum SurplusConvention
{
    /// <summary>A surplus emits more for others than they for it: it is owed, as a region with a surplus of sinks is. One meaning for both balances.</summary>
    EmitsForOthers,

    /// <summary>A surplus uses more of others' emissions than they of its own: it gains what others emit for it.</summary>
    UsesOfOthers,
}
