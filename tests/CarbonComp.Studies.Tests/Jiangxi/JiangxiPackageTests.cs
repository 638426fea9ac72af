using System.Globalization;

namespace CarbonComp.Studies.Tests;

public sealed class JiangxiPackageTests
{
    private static readonly DataPackage Jiangxi = DataPackage.Load(CaseFolder.Path("jiangxi-2010-2020"));
    private static readonly RegionAxis Cities = Jiangxi["regions"].RegionAxis();

    [Theory]
    [InlineData("2010")]
    [InlineData("2015")]
    [InlineData("2020")]
    public void Eleven_cities_have_economy_and_land_in_every_year(string year)
    {
        Assert.Equal(11, Cities.Count);
        var gdp = Jiangxi["economy"].Where("year", year).Vector("gdp", Cities);
        var province = Jiangxi["province"].Where("year", year).Numbers("gdp")[0];
        Assert.Equal(1, gdp.Total / province, 0.02); // the cities were published before the province was settled
        var land = Jiangxi["land-cover"].Where("year", year).Matrix("value", Cities, Jiangxi["land-classes"].CategoryAxis("land class"));
        var area = Jiangxi["regions"].Vector("area", Cities);
        Assert.All(Enumerable.Range(0, 11), i => Assert.Equal(1, land.RowSums()[i] / area[i], 0.03));
    }

    [Theory]
    [InlineData("2010", 100, 0.02)]
    [InlineData("2015", 100, 0.02)]
    public void Shares_of_industries_add_up(string year, double sum, double tolerance)
    {
        var industries = Jiangxi["industries"].Where("year", year);
        var total = industries.Numbers("primary") + industries.Numbers("secondary") + industries.Numbers("tertiary");
        Assert.All(total, t => Assert.Equal(sum, t, tolerance));
    }

    [Fact]
    public void Printed_digits_and_values_are_the_same_number()
    {
        var numbers = Jiangxi["published"].Given("value");
        var (printed, values, ids) = (numbers.Texts("printed"), numbers.Texts("value"), numbers.Texts("id"));
        for (var i = 0; i < printed.Count; i++)
        {
            if (!printed[i].All(c => char.IsAsciiDigit(c) || c is '.' or ',' or ' ' or '−')) continue;
            Assert.True(PrintedNumber.Parse(printed[i]).Value == double.Parse(values[i], CultureInfo.InvariantCulture), ids[i]);
        }
    }

    [Fact]
    public void Every_city_has_a_zone_and_a_class_of_compensation()
    {
        var published = Jiangxi["published"];
        foreach (var item in new[] { "functional zone", "class of compensation" })
            Assert.Equal(Cities.Labels.Order(), published.Where("item", item).Texts("region").Order());
        Assert.All(published.Texts("region").Where(r => r.Length > 0), r => Assert.True(Cities.Contains(r) || r is "Jiangxi" or "China" or "World", r));
    }

    [Fact]
    public void Printed_totals_show_the_factor_between_energy_and_emissions()
    {
        // 183.42 Mt over 1.87 t/tce is 98.1 Mtce; Yingtan's 2.73 Mtce are 2.78 % of it.
        var factor = Jiangxi["parameters"].Value("energy_emission_factor", "t C/tce");
        var energy = Jiangxi["published"].Where("id", "s41-energy").Numbers("value")[0] / factor;
        Assert.Equal(2.78, 100 * 2.73 / energy, 0.01);
    }
}
