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
}
