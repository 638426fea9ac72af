namespace CarbonComp.Studies;

/// <summary>Whose prices of sinks are the lowest and the highest of JX 13. The source names both markets and prints the prices of one.</summary>
public enum SinkMarket
{
    /// <summary>International prices: 10 and 15 US$/t in the source.</summary>
    International,

    /// <summary>Domestic prices, which the source does not print.</summary>
    Domestic,

    /// <summary>The lowest and the highest of both markets.</summary>
    Both,
}
