namespace CarbonComp.Studies.Tests;

public class SinkMarketPricesTests
{
    [Fact]
    public void Prices_of_two_markets_are_taken_apart_or_together()
    {
        CarbonPrice Price(double yuan) => new(yuan, Unit.YuanPerTonneCO2, $"{yuan}", ValueStatus.Illustrative);
        var (international, domestic) = ((Price(69), Price(103)), (Price(30), Price(80)));
        (double, double) Of(SinkMarket market) => SinkMarketPrices.Of(market, international, domestic) is var (low, high) ? (low.PerTonneCO2, high.PerTonneCO2)
            : default;
        Assert.Equal((69, 103), Of(SinkMarket.International));
        Assert.Equal((30, 80), Of(SinkMarket.Domestic));
        Assert.Equal((30, 103), Of(SinkMarket.Both));
        Assert.Contains("not known", Assert.Throws<CarbonCompException>(() => SinkMarketPrices.Of(SinkMarket.Both, international)).Message);
    }
}
