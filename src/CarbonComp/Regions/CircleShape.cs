namespace CarbonComp.Regions;

/// <summary>The meaning of a circle around a core. Its area is taken in the equal-area projection either way.</summary>
public enum CircleShape
{
    /// <summary>All places at the same great-circle distance: true radius in every direction.</summary>
    Geodesic,

    /// <summary>A circle drawn on the plane of the equal-area projection, as a GIS draws a buffer there: its radius is up to 2 % wrong on the ground. Published
    /// flow areas follow from it (docs/methods.md#bth-16).</summary>
    EqualAreaPlane,
}
