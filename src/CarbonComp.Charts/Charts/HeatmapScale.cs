namespace CarbonComp.Charts;

/// <summary>How numbers become colours.</summary>
public enum HeatmapScale
{
    /// <summary>Diverging where there are numbers on both sides of zero, otherwise sequential.</summary>
    Automatic,

    /// <summary>From the lowest number to the highest.</summary>
    Sequential,

    /// <summary>White at zero, equal strength on both sides.</summary>
    Diverging,

    /// <summary>Sequential in powers of ten; only numbers above zero have a colour.</summary>
    Logarithmic,
}
