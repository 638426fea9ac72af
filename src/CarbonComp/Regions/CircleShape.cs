namespace CarbonComp.Regions;

/// <summary>The meaning of a circle around a core. Its area is taken in the equal-area projection either way.</summary>
public enum CircleShape
{
    /// <summary>All places at the same great-circle distance: true radius in every direction.</summary>
    Geodesic,

    /// <summary>A circle on the plane of the equal-area projection, as a GIS draws a buffer: its radius is up to 2 % wrong on the ground.</summary>
    /// <remarks>Published flow areas follow from it (<c>docs/methods.md#bth-16</c>).</remarks>
    EqualAreaPlane,
}
