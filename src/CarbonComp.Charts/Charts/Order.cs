namespace CarbonComp.Charts;

/// <summary>In which order bars stand.</summary>
public enum Order
{
    /// <summary>As on the axis.</summary>
    AsGiven,

    /// <summary>Largest first.</summary>
    Descending,

    /// <summary>Smallest first.</summary>
    Ascending,
}
