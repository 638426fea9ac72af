namespace CarbonComp;

/// <summary>How a region's ability to supply itself is estimated before balancing.</summary>
public enum SelfSupply
{
    /// <summary>FLQ: cross-industry quotients, lowered for small regions.</summary>
    FleggQuotient,

    /// <summary>CILQ: cross-industry quotients.</summary>
    CrossIndustryQuotient,

    /// <summary>SLQ: the supplying sector's quotient.</summary>
    SimpleQuotient,

    /// <summary>CHARM: what cross-hauling leaves of supply and demand; see <see cref="CrossHauling"/>.</summary>
    CrossHauling,
}
