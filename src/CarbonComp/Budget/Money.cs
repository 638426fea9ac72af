namespace CarbonComp.Budget;

/// <summary>Amounts of money and prices of CO2, in whatever currency they are given. Currencies are never mixed or converted silently.</summary>
internal static class Money
{
    /// <summary>The currency of an amount: yuan of <c>100 million yuan</c>.</summary>
    /// <exception cref="UnitException">The unit does not measure money; the message begins with the name.</exception>
    public static Unit Currency(Unit unit, string name)
    {
        if (unit.Dimension == Unit.Yuan.Dimension) return Unit.Yuan;
        if (unit.Dimension == Dollar.Dimension) return Dollar;
        throw new UnitException($"{name} is in {unit}, which is not money. Give it in a currency, such as yuan or US$.");
    }

    /// <summary>The currency of a price of CO2 and the price for one tonne in it: yuan/t CO2 of <c>10^4 yuan/t CO2</c>.</summary>
    /// <exception cref="UnitException">The unit is not money for a mass of CO2; the message begins with the name.</exception>
    public static Unit PerTonneCO2(Unit unit, string name)
    {
        if (unit.Dimension == Unit.YuanPerTonneCO2.Dimension) return Unit.YuanPerTonneCO2;
        if (unit.Dimension == DollarPerTonneCO2.Dimension) return DollarPerTonneCO2;
        throw new UnitException($"{name} is in {unit}, which is not money for a mass of CO2, such as yuan/t CO2. A price of carbon is 44/12 "
            + "times the price of CO2; CarbonPrice.PerTonneCarbon converts it.");
    }

    private static Unit Dollar { get; } = Unit.Parse("US$");

    private static Unit DollarPerTonneCO2 { get; } = Unit.Parse("US$/t CO2");

    /// <summary>The same money in canonical units of its currency.</summary>
    /// <exception cref="UnitException">The numbers are not money.</exception>
    public static LabelledVector InCurrency(this LabelledVector money) => money.In(Currency(money.Unit, money.Name));

    /// <inheritdoc cref="InCurrency(LabelledVector)"/>
    public static LabelledMatrix InCurrency(this LabelledMatrix money) => money.In(Currency(money.Unit, money.Name));

    /// <summary>The same prices for one tonne of CO2 in canonical units of their currency.</summary>
    /// <exception cref="UnitException">The numbers are not money for a mass of CO2.</exception>
    public static LabelledVector InCurrencyPerTonneCO2(this LabelledVector prices) => prices.In(PerTonneCO2(prices.Unit, prices.Name));

    /// <inheritdoc cref="InCurrencyPerTonneCO2(LabelledVector)"/>
    public static LabelledMatrix InCurrencyPerTonneCO2(this LabelledMatrix prices) => prices.In(PerTonneCO2(prices.Unit, prices.Name));
}
