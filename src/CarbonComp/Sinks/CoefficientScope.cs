namespace CarbonComp;

/// <summary>Over which people per-capita emissions are taken. The source of BTH eq. 12 does not say.</summary>
public enum CoefficientScope
{
    /// <summary>Each region's emissions over its own people: demand of a region is what it emits.</summary>
    EachRegion,

    /// <summary>All regions' emissions over all their people: demand follows where people live, not where is emitted.</summary>
    WholeArea,
}
