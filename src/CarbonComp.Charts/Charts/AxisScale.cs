namespace CarbonComp.Charts;

/// <summary>How an axis of numbers rises.</summary>
public enum AxisScale
{
    /// <summary>Equal steps are equal differences.</summary>
    Linear,

    /// <summary>Equal steps are equal ratios; only numbers above zero.</summary>
    Logarithmic,
}
