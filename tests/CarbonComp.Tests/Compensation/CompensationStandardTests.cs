namespace CarbonComp.Tests;

public class CompensationStandardTests
{
    private static readonly RegionAxis Regions = RegionAxis.Of("A", "B");

    [Fact]
    public void Coefficient_is_the_growth_curve()
    {
        var coefficient = CompensationCoefficient.GrowthCurve(Pure("K", 2, 0.5), Share(0.25, 0.4));
        Assert.Equal(2 / (1 + Math.Exp(-0.25)), coefficient.Values["A"], 12);
        Assert.Equal(0.5 / (1 + Math.Exp(-0.4)), coefficient.Values["B"], 12);
        var other = CompensationCoefficient.GrowthCurve(Pure("K", 2, 0.5), Share(0.25, 0.4), a: 3, b: 0.5);
        Assert.Equal(2 / (1 + 3 * Math.Exp(-0.125)), other.Values["A"], 12);
    }

    [Fact]
    public void Pearl_form_rises_with_wealth_where_the_printed_form_falls()
    {
        var (poor, rich) = (0.5, 0.2);
        double Gamma(double engel, DevelopmentStage t) => CompensationCoefficient.GrowthCurve(Pure("K", 1, 1), Share(engel, 0.3), stage: t).Values["A"];
        Assert.Equal(1 / (1 + Math.Exp(-2)), Gamma(rich, DevelopmentStage.InverseEngel), 12); // t = 1/0.2 − 3 = 2
        Assert.True(Gamma(rich, DevelopmentStage.InverseEngel) > Gamma(poor, DevelopmentStage.InverseEngel));
        Assert.True(Gamma(rich, DevelopmentStage.Engel) < Gamma(poor, DevelopmentStage.Engel));
    }

    [Fact]
    public void Percent_and_share_give_the_same_coefficient() =>
        Assert.Equal(CompensationCoefficient.GrowthCurve(Pure("K", 1, 1), Share(0.3, 0.4)).Values.Values,
            CompensationCoefficient.GrowthCurve(Pure("K", 1, 1), new("Engel", Regions, [30, 40], Unit.Percent, ValueStatus.Statistic)).Values.Values);

    [Fact]
    public void Ability_says_which_mean_it_divides_by()
    {
        var (gdp, population) = (new LabelledVector("GDP", Regions, [300, 100], Unit.Parse("100 million yuan"), ValueStatus.Statistic),
            new LabelledVector("population", Regions, [10, 10], Unit.Parse("10^4 persons"), ValueStatus.Statistic));
        Assert.Equal([1.5, 0.5], CompensationCoefficient.AbilityOf(gdp, population).Values.ToArray());
        var uneven = new LabelledVector("population", Regions, [10, 30], Unit.Parse("10^4 persons"), ValueStatus.Statistic);
        // Per capita 30 and 3.33 (10^4 yuan); weighted mean 10, simple mean 16.67.
        Assert.Equal(3, CompensationCoefficient.AbilityOf(gdp, uneven)["A"], 12);
        Assert.Equal(1.8, CompensationCoefficient.AbilityOf(gdp, uneven, RegionalMean.Simple)["A"], 12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(-0.3)]
    public void Engel_coefficient_outside_0_to_1_is_refused_by_name(double engel) =>
        Assert.Contains("Engel of B", Assert.Throws<CarbonCompException>(() => CompensationCoefficient.GrowthCurve(Pure("K", 1, 1), Share(0.3, engel)))
            .Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Non_positive_GDP_is_refused_by_name(double gdp) =>
        Assert.Contains("GDP of B", Assert.Throws<CarbonCompException>(() => CompensationCoefficient.AbilityOf(
            new("GDP", Regions, [3, gdp], Unit.Yuan, ValueStatus.Statistic), new("population", Regions, [1, 1], Unit.Person, ValueStatus.Statistic))).Message,
                StringComparison.Ordinal);

    [Fact]
    public void Standard_is_price_times_coefficient()
    {
        var coefficient = CompensationCoefficient.GrowthCurve(Pure("K", 2, 0.5), Share(0.25, 0.4));
        var standard = CompensationStandard.Of(Price(46.66), coefficient);
        Assert.Equal(46.66 * coefficient.Values["A"], standard["A"], 12);
        Assert.Equal([46.66, 46.66], CompensationStandard.Uniform(Regions, Price(46.66)).Prices.Values.ToArray());
    }

    [Fact]
    public void Price_of_carbon_is_not_price_of_CO2()
    {
        Assert.Equal(12, CarbonPrice.PerTonneCarbon(44, Unit.Yuan, "made up", ValueStatus.Illustrative).PerTonneCO2, 12);
        Assert.Throws<UnitException>(() => new CarbonPrice(44, Unit.Parse("yuan/t C"), "made up", ValueStatus.Illustrative));
        Assert.Equal(46.66, new CarbonPrice(0.004666, Unit.Parse("10^4 yuan/t CO2"), "made up", ValueStatus.Illustrative).PerTonneCO2, 12);
    }

    [Fact]
    public void Prices_are_of_any_currency_and_exchanged_at_a_rate()
    {
        var dollars = new CarbonPrice(10, Unit.Parse("US$/t CO2"), "made up", ValueStatus.Paper);
        Assert.Equal(new(10, Unit.Parse("US$/t CO2"), ValueStatus.Paper), dollars.Quantity);
        var yuan = dollars.Exchanged(new(6.9, Unit.Parse("yuan/US$"), ValueStatus.Illustrative));
        Assert.Equal((Unit.YuanPerTonneCO2, ValueStatus.Illustrative), (yuan.Quantity.Unit, yuan.Status));
        Assert.Equal(69, yuan.PerTonneCO2, 12);
        Assert.Throws<UnitException>(() => Price(10).Exchanged(new(6.9, Unit.Parse("yuan/US$"))));
        Assert.Throws<ArgumentOutOfRangeException>(() => dollars.Exchanged(new(0, Unit.Parse("yuan/US$"))));
        Assert.Throws<UnitException>(() => CarbonPrice.ByIncome(dollars, yuan, 1));
    }

    [Fact]
    public void A_settlement_is_in_the_currency_of_the_price_and_currencies_are_not_added()
    {
        Settlement Of(string unit) => Settlement.ByRegion("x", new("balance", Regions, [5, -2], Unit.TonneCO2, ValueStatus.Paper),
            CompensationStandard.Uniform(Regions, new(10, Unit.Parse(unit), "made up", ValueStatus.Paper)));
        Assert.Equal([50, -20], Of("US$/t CO2").Net.In("US$").Values.ToArray());
        Assert.Throws<UnitException>(() => Of("US$/t CO2").Net.In("yuan"));
        Assert.Throws<UnitException>(() => Of("US$/t CO2") + Of("yuan/t CO2"));
        Assert.Throws<UnitException>(() => new CompensationStandard(Pure("standard", 1, 1)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Negative_or_missing_price_is_refused(double price) => Assert.Throws<CarbonCompException>(() => Price(price));

    [Fact]
    public void Negative_standard_is_refused_by_name() =>
        Assert.Contains("of B", Assert.Throws<CarbonCompException>(() =>
            new CompensationStandard(new("standard", Regions, [1, -1], Unit.YuanPerTonneCO2, ValueStatus.Paper))).Message, StringComparison.Ordinal);

    private static CarbonPrice Price(double value) => new(value, Unit.YuanPerTonneCO2, "made up", ValueStatus.Illustrative);

    private static LabelledVector Pure(string name, params double[] values) => new(name, Regions, values, Unit.One, ValueStatus.Statistic);

    private static LabelledVector Share(params double[] values) => new("Engel", Regions, values, Unit.One, ValueStatus.Statistic);
}
