namespace CarbonComp;

/// <summary>How emissions are revised by the emission intensity of two years (JX 10, whose formula is an image in the source).</summary>
/// <remarks>With <c>a = (g1_i / g2_i) / (G1 / G2)</c>, the change of a region's intensity against the whole's, and <c>s = g1_i / g</c>, its level against the mean.</remarks>
public enum IntensityRevision
{
    /// <summary>No revision: C' = C.</summary>
    None,

    /// <summary><c>C' = C · (a + s) / 2</c>.</summary>
    Mean,

    /// <summary><c>C' = C · a · s</c>.</summary>
    Product,
}
