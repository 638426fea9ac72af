namespace CarbonComp;

/// <summary>The number of a shadow price's interval to use where a single one is needed.</summary>
public enum ShadowPriceEnd
{
    /// <summary>The upper end: the value added that one tonne less costs at the frontier.</summary>
    Upper,

    /// <summary>The lower end: the value added that one tonne more would bring at the frontier.</summary>
    Lower,

    /// <summary>Half way between the ends: a convention, not an estimate.</summary>
    Middle,
}
