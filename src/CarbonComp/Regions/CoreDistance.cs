namespace CarbonComp;

/// <summary>How the distance between the cores of two regions is measured.</summary>
public enum CoreDistance
{
    /// <summary>Along the great circle: true kilometres.</summary>
    GreatCircle,

    /// <summary>Straight in the plane of the map's equal-area projection: areas are true there, distances within about 2 %.</summary>
    EqualArea,

    /// <summary>Straight in Web Mercator: about 1.3 times true kilometres at 40° north. For comparison with results computed so.</summary>
    WebMercator,
}
