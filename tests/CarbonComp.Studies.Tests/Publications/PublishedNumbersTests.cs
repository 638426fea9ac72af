namespace CarbonComp.Studies.Tests;

public sealed class PublishedNumbersTests
{
    private static readonly DataPackage Bth = DataPackage.Load(CaseFolder.Path("bth-2020"));
    private static readonly DataTable Published = Bth["published"];

    [Fact]
    public void Printed_digits_and_values_are_the_same_number()
    {
        var numbers = Published.Given("value");
        var (printed, values, decimals, items) = (numbers.Texts("printed"), numbers.Texts("value"), numbers.Numbers("decimals"), numbers.Texts("id"));
        for (var i = 0; i < printed.Count; i++)
        {
            if (!printed[i].All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '-')) continue; // words and degrees
            var number = PrintedNumber.Parse(printed[i]);
            Assert.True(number.Value == double.Parse(values[i], System.Globalization.CultureInfo.InvariantCulture), items[i]);
            Assert.True(number.Decimals == decimals[i], items[i]);
        }
    }

    [Fact]
    public void Table_3_and_table_1_are_complete()
    {
        Assert.Equal(12 * 3 + 3, Published.Where("section", "Table 3").RowCount);
        Assert.Equal(24, Published.Where("section", "Table 1").RowCount);
        Assert.Equal(13 * 3, Published.Where("section", "Table 4").RowCount);
        var pools = Bth["carbon-pools"];
        var densities = Published.Where("section", "Table 1").Numbers("value");
        string[] kinds = ["c_above", "c_below", "c_soil", "c_dead"];
        for (var row = 0; row < 6; row++)
            Assert.All(kinds.Index(), k => Assert.Equal(pools.Numbers(k.Item)[row], densities[4 * row + k.Index]));
    }

    [Fact]
    public void Regions_kinds_and_relations_are_known()
    {
        var cities = Bth["regions"].RegionAxis();
        Assert.All(Published.Texts("region").Concat(Published.Texts("counterpart")).Where(r => r.Length > 0),
            r => Assert.True(cities.Contains(r) || r is "Beijing-Tianjin-Hebei" or "China", r));
        Assert.All(Published.Texts("kind"), k => Assert.Contains(k, new[] { "input", "result", "descriptive" }));
        Assert.All(Published.Texts("relation"), r => Assert.Contains(r, new[] { "=", "about", ">", "<", ">=", "<=" }));
    }

    [Theory]
    [InlineData("bth-2020")]
    [InlineData("jiangxi-2010-2020")]
    public void A_row_restates_one_that_stands_alone_in_the_end(string package)
    {
        var numbers = PublishedNumbers.From(DataPackage.Load(CaseFolder.Path(package))["published"]);
        foreach (var row in numbers.All)
        {
            var (at, steps) = (row, 0);
            while (at.Restates.Length > 0 && steps++ < 10) at = numbers[at.Restates];
            Assert.True(at.Restates.Length == 0, row.Id);
        }
    }

    [Fact]
    public void Deficits_are_read_in_ten_thousand_tonnes()
    {
        var deficit = Published.Where("id", "s423-deficit-tianjin");
        Assert.Equal("million tons", deficit.Texts("printed_unit")[0]);
        Assert.Equal(63.635e6, deficit.Numbers("value")[0] * deficit.UnitOf("value").To(Unit.TonneCO2), 1e-3);
    }

    [Fact]
    public void Parameters_are_the_printed_ones()
    {
        Assert.Equal(46.66, Bth["parameters"].Value("carbon_price", "yuan/t CO2"));
        Assert.Equal(Published.Where("id", "s32-price").Numbers("value")[0], Bth["parameters"].Value("carbon_price", "yuan/t CO2"));
        Assert.Equal(0.6, Bth["parameters"].Value("flow_factor_k", "1"));
    }
}
