namespace CarbonComp.Studies;

/// <summary>Prices of sinks by market (JX 13).</summary>
public static class SinkMarketPrices
{
    /// <summary>The lowest and the highest price of one market or of both.</summary>
    /// <param name="market">Which.</param>
    /// <param name="international">Lowest and highest price of the international market.</param>
    /// <param name="domestic">Those of the domestic one; null where they are not known.</param>
    /// <exception cref="CarbonCompException">Domestic prices are asked for and not known.</exception>
    public static (CarbonPrice Lowest, CarbonPrice Highest) Of(SinkMarket market, (CarbonPrice Lowest, CarbonPrice Highest) international,
        (CarbonPrice Lowest, CarbonPrice Highest)? domestic = null)
    {
        if (market == SinkMarket.International) return international;
        var own = domestic ?? throw new CarbonCompException("Domestic prices of sinks are not known. Give the lowest and the highest, or take the "
            + "international ones.");
        if (market == SinkMarket.Domestic) return own;
        CarbonPrice[] all = [international.Lowest, international.Highest, own.Lowest, own.Highest];
        return (all.MinBy(p => p.PerTonneCO2)!, all.MaxBy(p => p.PerTonneCO2)!);
    }
}
