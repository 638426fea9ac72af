using CarbonComp.Tests.Data;

namespace CarbonComp.Tests.Emissions;

public class InventoryPackageTests
{
    private static readonly EmissionInventories All = InventoryPackage.Load(CaseFolder.Path("inventories"));

    [Fact]
    public void Thirty_provinces_and_the_nation_are_there_in_each_year()
    {
        Assert.Equal([2007, 2010, 2012, 2015, 2017, 2018, 2019], All.Years);
        Assert.Equal(31, All.Regions.Count);
        Assert.Equal((45, 19), (All.Sectors.Count, All[0].Sources.Columns.Count));
        Assert.Equal(ValueStatus.Statistic, All.Status);
    }

    // Totals that a second compilation of CEADs' inventories gives, Mt CO2 with three decimals.
    [Fact]
    public void Totals_are_those_of_the_other_package()
    {
        var totals = DataPackage.Load(CaseFolder.Path("china-provinces"))["emission-totals"];
        Assert.Equal(120, totals.RowCount);
        foreach (var year in All.Years.Where(y => totals.Texts("year").Contains($"{y}")))
        {
            var rows = totals.Where("year", $"{year}");
            foreach (var (region, megatonnes) in rows.Texts("region").Zip(rows.Numbers("value")))
                Assert.Equal(megatonnes, All[region, year].Total / 1e6, 0.00051);
        }
    }

    [Fact]
    public void Provinces_add_up_to_more_than_the_nation()
    {
        foreach (var year in All.Years)
        {
            var nation = All["China", year].Total;
            var provinces = All.Where(i => i.Year == year && i.Region.Name != "China").Sum(i => i.Total);
            Assert.InRange(provinces / nation, 1.0, 1.12);
        }
    }

    [Fact]
    public void A_year_that_is_missing_is_named_with_those_there() =>
        Assert.Contains("no inventory of 2020. There are: 2007, 2010", Assert.Throws<DataException>(
            () => InventoryPackage.Load(CaseFolder.Path("inventories"), 2019, 2020)).Message, StringComparison.Ordinal);
}
