namespace CarbonComp;

/// <summary>Money for a tonne of CO2, in any currency.</summary>
public sealed record CarbonPrice : Tabular
{
    private const double Highest = 1e6;

    /// <summary>Creates the price, in money for a mass of CO2 such as <c>yuan/t CO2</c>. For a price of carbon see <see cref="PerTonneCarbon"/>.</summary>
    /// <exception cref="UnitException">Not money for a mass of CO2.</exception>
    /// <exception cref="CarbonCompException">A price that is negative or not finite.</exception>
    public CarbonPrice(double value, Unit unit, string source, ValueStatus status)
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new CarbonCompException($"A carbon price must be zero or positive; it is {value} {unit} ({source}).");
        (Quantity, Source) = (new Quantity(value, unit, status).In(Money.PerTonneCO2(unit, "A carbon price")), source);
    }

    /// <summary>A price that the reader chooses, in yuan for a tonne of CO2: illustrative.</summary>
    /// <exception cref="CarbonCompException">A price that is negative, not finite or above a million yuan.</exception>
    public static CarbonPrice Chosen(double yuan) => yuan > Highest
        ? throw new CarbonCompException(Invariant($"A carbon price of {yuan:N0} yuan/t CO2 is out of range. Carbon markets have had prices up to about "
            + $"a thousand yuan; the most that is taken here is {Highest:N0}."))
        : new(yuan, Unit.YuanPerTonneCO2, "chosen by the reader", ValueStatus.Illustrative);

    /// <summary>The price of CO2 that follows from a price for a tonne of carbon: 12/44 of it.</summary>
    /// <exception cref="UnitException">Not money.</exception>
    /// <exception cref="CarbonCompException">A price that is negative or not finite.</exception>
    public static CarbonPrice PerTonneCarbon(double value, Unit currency, string source, ValueStatus status) =>
        new(value / CarbonDioxide.PerCarbon, currency / Unit.TonneCO2, source, status);

    /// <summary>A price between two others by relative income, <c>α = P_min + (P_max − P_min)·r</c> (<c>docs/methods.md#jx-13</c>).</summary>
    /// <remarks>r: per-capita GDP of the study area over the nation's, positive. Above 1 the price exceeds P_max; cap r at 1 if it should not.</remarks>
    /// <exception cref="UnitException">Prices in different currencies.</exception>
    /// <exception cref="CarbonCompException">The highest price is below the lowest.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An income that is not positive.</exception>
    public static CarbonPrice ByIncome(CarbonPrice lowest, CarbonPrice highest, double relativeIncome)
    {
        var span = highest.Quantity - lowest.Quantity;
        if (span.Value < 0)
            throw new CarbonCompException($"The highest price ({highest.Quantity}) is below the lowest ({lowest.Quantity}). Exchange them.");
        var price = lowest.Quantity + span * Guard.Positive(relativeIncome);
        return new(price.In(lowest.Quantity.Unit).Value, lowest.Quantity.Unit,
            $"between {lowest.Source} and {highest.Source} by per-capita GDP", ValueStatuses.Weakest(lowest.Status, highest.Status));
    }

    /// <summary>The price in another currency, at a rate such as <c>6.9 yuan/US$</c>.</summary>
    /// <exception cref="UnitException">A rate that does not convert this currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate that is not positive.</exception>
    public CarbonPrice Exchanged(Quantity rate)
    {
        Guard.Positive(rate.Value, "An exchange rate must be positive.", nameof(rate));
        var price = Quantity * rate;
        return new(price.Value, price.Unit, Source, price.Status);
    }

    /// <summary>The price with its unit, a currency for t CO2.</summary>
    public Quantity Quantity { get; }

    /// <summary>Money for a tonne of CO2, in the currency of <see cref="Quantity"/>.</summary>
    public double PerTonneCO2 => Quantity.Value;

    /// <summary>Where the price comes from.</summary>
    public string Source { get; }

    /// <inheritdoc/>
    public override ValueStatus Status => Quantity.Status;

    /// <inheritdoc/>
    public override string Caption => $"Carbon price: {Source}";

    /// <inheritdoc/>
    public override Columns ToColumns() => new(new Column("price", new[] { PerTonneCO2 }, Quantity.Unit));
}
