namespace CarbonComp.Budget;

/// <summary>Amounts of money and prices of CO2, in whatever currency they are given. Currencies are never mixed or converted silently.</summary>
internal static class Money
{
    // The currency of an amount: yuan of 100 million yuan.
    public static Unit Currency(Unit unit, string name)
    {
        if (unit.Dimension.IsMoney) return unit.Canonical;
        throw new UnitException($"{name} is in {unit}, which is not money. Give it in a currency, such as yuan or US$.");
    }

    // Currency and tonne of a price of CO2: yuan/t CO2 of 10^4 yuan/t CO2.
    public static Unit PerTonneCO2(Unit unit, string name)
    {
        if ((unit.Dimension * Unit.TonneCO2.Dimension).IsMoney) return (unit * Unit.TonneCO2).Canonical / Unit.TonneCO2;
        throw new UnitException($"{name} is in {unit}, which is not money for a mass of CO2, such as yuan/t CO2. A price of carbon is 44/12 "
            + "times the price of CO2; CarbonPrice.PerTonneCarbon converts it.");
    }

    public static LabelledVector InCurrency(this LabelledVector money) => money.In(Currency(money.Unit, money.Name));

    public static LabelledMatrix InCurrency(this LabelledMatrix money) => money.In(Currency(money.Unit, money.Name));

    public static LabelledVector InCurrencyPerTonneCO2(this LabelledVector prices) => prices.In(PerTonneCO2(prices.Unit, prices.Name));

    public static LabelledMatrix InCurrencyPerTonneCO2(this LabelledMatrix prices) => prices.In(PerTonneCO2(prices.Unit, prices.Name));
}
