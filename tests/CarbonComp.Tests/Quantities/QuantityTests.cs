using FsCheck;
using FsCheck.Fluent;

namespace CarbonComp.Tests;

public class QuantityTests
{
    private static Arbitrary<Unit> Units => Gen.Elements("t CO2", "Mt CO2", "yuan", "100 million yuan", "yuan/t CO2", "t C/ha", "km2", "km", "%", "1",
        "10^4 persons", "t CO2/person", "tce", "year").Select(Unit.Parse).ToArbitrary();

    [Fact]
    public void Units_form_an_algebra()
    {
        Prop.ForAll(Units, Units, Units, (a, b, c) =>
            Same(a * b, b * a) && Same(a * b * c, a * (b * c)) && Same(a * b / b, a) && Same(a / b / c, a / (b * c)) && Same(a / (b / c), a * c / b)
            && (a * b).Dimension == a.Dimension * b.Dimension && Same(Unit.Parse((a * b / c).Symbol), a * b / c)).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("yuan/t CO2", "t CO2", "yuan")]
    [InlineData("t CO2", "yuan/t CO2", "yuan")]
    [InlineData("yuan/t CO2", "Mt CO2", "yuan")]
    [InlineData("t CO2/person", "10^4 persons", "t CO2")]
    [InlineData("%", "yuan", "yuan")]
    [InlineData("1", "km2", "km2")]
    [InlineData("t C/ha", "km2", "t C")]
    [InlineData("yuan", "km2", "yuan·km2")]
    [InlineData("1/yuan", "t CO2", "t CO2/yuan")]
    public void A_product_has_the_shortest_symbol(string a, string b, string symbol)
    {
        var product = new Quantity(3, Unit.Parse(a)) * new Quantity(7, Unit.Parse(b));
        Assert.Equal(symbol, product.Unit.Symbol);
        Assert.Equal(21 * Unit.Parse(a).Factor * Unit.Parse(b).Factor, product.Value * product.Unit.Factor, 1e-9 * product.Value * product.Unit.Factor);
    }

    [Theory]
    [InlineData("yuan", "t CO2", "yuan/t CO2")]
    [InlineData("yuan", "yuan/t CO2", "t CO2")]
    [InlineData("Mt CO2", "t CO2", "1")]
    [InlineData("yuan/t CO2", "yuan", "1/t CO2")]
    [InlineData("km2", "1", "km2")]
    [InlineData("%", "%", "1")]
    public void A_quotient_has_the_shortest_symbol(string a, string b, string symbol)
    {
        var quotient = new Quantity(6, Unit.Parse(a)) / new Quantity(3, Unit.Parse(b));
        Assert.Equal(symbol, quotient.Unit.Symbol);
        Assert.Equal(2 * Unit.Parse(a).Factor / Unit.Parse(b).Factor, quotient.Value * quotient.Unit.Factor, 1e-9 * quotient.Value * quotient.Unit.Factor);
    }

    [Fact]
    public void A_quantity_prints_itself_with_unit_and_in_a_notebook_with_its_status()
    {
        var net = new Quantity(262251001.23, Unit.TonneCO2, ValueStatus.Constructed);
        Assert.Equal("262 Mt CO2", net.ToString());
        Assert.Equal("0.250", new Quantity(0.25, Unit.One).ToString());
        Assert.Equal("−1.50 km", new Quantity(-1.5, Unit.Kilometre).ToString());
        Assert.Equal("262 Mt CO2 (constructed, not observed)", Shown(net));
        Assert.Equal("262 Mt CO2", Shown(net with { Status = ValueStatus.Paper }));
    }

    [Fact]
    public void Sums_keep_the_left_unit_and_the_weakest_status()
    {
        var sum = new Quantity(1, Unit.MegatonneCO2, ValueStatus.Paper) + new Quantity(5e5, Unit.TonneCO2, ValueStatus.Illustrative);
        Assert.Equal(new Quantity(1.5, Unit.MegatonneCO2, ValueStatus.Illustrative), sum);
        Assert.Equal(1, (sum - new Quantity(5e5, Unit.TonneCO2)).Value);
        Assert.Equal(0.75, (1 - new Quantity(25, Unit.Percent)).Value);
        Assert.Throws<UnitException>(() => sum + new Quantity(1, Unit.TonneCarbon));
        Assert.Throws<CarbonCompException>(() => sum / 0);
    }

    private static string Shown(Quantity quantity)
    {
        using var writer = new StringWriter();
        Assert.True(Assert.IsType<QuantityTextFormatter>(Assert.Single(new QuantityFormatterSource().CreateTypeFormatters())).Format(quantity, writer));
        return writer.ToString();
    }

    private static bool Same(Unit a, Unit b) => a.Dimension == b.Dimension && Math.Abs(a.Factor / b.Factor - 1) < 1e-9;
}
