namespace CarbonComp;

/// <summary>A carbon price between the lowest and highest price of sinks, by income (JX 13).</summary>
public static class SinkPrice
{
    /// <summary><c>α = P_min + (P_max − P_min) · Gp1/Gp2</c>.</summary>
    /// <param name="lowest">P_min.</param>
    /// <param name="highest">P_max, at least the lowest.</param>
    /// <param name="perCapitaGdp">Gp1, of the study area, positive.</param>
    /// <param name="nationalPerCapitaGdp">Gp2, of the nation in the same unit, positive.</param>
    /// <param name="range">Whether an area that is richer than the nation pays more than the highest price.</param>
    /// <exception cref="CarbonCompException">The highest price is below the lowest.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An income that is not positive.</exception>
    public static CarbonPrice Between(CarbonPrice lowest, CarbonPrice highest, double perCapitaGdp, double nationalPerCapitaGdp,
        PriceRange range = PriceRange.Open)
    {
        if (highest.YuanPerTonneCO2 < lowest.YuanPerTonneCO2)
            throw new CarbonCompException($"The highest price ({highest.YuanPerTonneCO2} yuan/t CO2) is below the lowest "
                + $"({lowest.YuanPerTonneCO2}). Exchange them.");
        Guard.Positive(perCapitaGdp, "Per-capita GDP is positive.");
        Guard.Positive(nationalPerCapitaGdp, "Per-capita GDP is positive.");
        var income = perCapitaGdp / nationalPerCapitaGdp;
        return new(lowest.YuanPerTonneCO2 + (highest.YuanPerTonneCO2 - lowest.YuanPerTonneCO2) * (range == PriceRange.Closed ? Math.Min(1, income) : income),
            Unit.YuanPerTonneCO2, $"between {lowest.Source} and {highest.Source} by per-capita GDP", ValueStatuses.Weakest(lowest.Status, highest.Status));
    }

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
        return (all.MinBy(p => p.YuanPerTonneCO2)!, all.MaxBy(p => p.YuanPerTonneCO2)!);
    }

    /// <summary>A price in US dollars at an exchange rate.</summary>
    /// <param name="dollars">US dollars for a tonne of CO2, not negative.</param>
    /// <param name="yuanPerDollar">Yuan for a dollar, positive.</param>
    /// <param name="source">Where the price comes from.</param>
    /// <param name="status">Where the value comes from.</param>
    /// <exception cref="CarbonCompException">A price that is negative or no number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive.</exception>
    public static CarbonPrice InDollars(double dollars, double yuanPerDollar, string source, ValueStatus status) => yuanPerDollar > 0
        && double.IsFinite(yuanPerDollar)
        ? new(dollars * yuanPerDollar, Unit.YuanPerTonneCO2, source, status)
        : throw new ArgumentOutOfRangeException(nameof(yuanPerDollar), yuanPerDollar, "An exchange rate is positive.");
}
