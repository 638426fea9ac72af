using CarbonComp.InputOutput;

namespace CarbonComp;

/// <summary>How the share of its demand that a region supplies itself is estimated before balancing (docs/methods.md#construction).</summary>
public enum RegionalPurchaseCoefficient
{
    /// <summary>FLQ: cross-industry quotients, lowered for small regions.</summary>
    FleggQuotient,

    /// <summary>CILQ: cross-industry quotients.</summary>
    CrossIndustryQuotient,

    /// <summary>SLQ: the supplying sector's quotient.</summary>
    SimpleQuotient,

    /// <summary>CHARM: what cross-hauling leaves of supply and demand; see <see cref="CrossHauling"/>.</summary>
    CrossHauling,

    /// <summary>Supply–demand pooling, lowered for small regions: <c>min(supply, demand)·λ*^δ</c> with a δ for each product
    /// (<see cref="ConstructionOptions.ProductDeltas"/>, <see cref="SelfSupplyCalibration"/>).</summary>
    SupplyDemandPool,
}
