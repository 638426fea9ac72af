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
