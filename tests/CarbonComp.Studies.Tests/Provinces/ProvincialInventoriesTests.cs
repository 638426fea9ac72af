namespace CarbonComp.Studies.Tests;

public class ProvincialInventoriesTests(ITestOutputHelper output)
{
    private static readonly ProvincialInventories Published = ProvincialInventories.Load(CaseFolder.Path(""));

    [Theory]
    [InlineData(2007, "30")]
    [InlineData(2012, "30")]
    [InlineData(2015, "9")]
    [InlineData(2017, "2017-42")]
    [InlineData(2019, "7")]
    public void Every_province_keeps_the_total_of_its_inventory(int year, string classification)
    {
        var emissions = Published.Emissions(year, classification);
        Assert.Equal(30, emissions.Rows.Count);
        foreach (var province in emissions.Rows.Labels)
        {
            var total = Published.Inventories[province, year].Scope1.Total;
            Assert.Equal(total, emissions.Row(province).Total, 1e-9 * total);
        }
    }

    [Fact]
    public void Inner_Mongolias_power_is_where_the_inventory_has_it() =>
        Assert.Equal(607e6, Published.Emissions(2019)["Inner Mongolia", "Energy"], 1e6);

    // The construction that the case used when no inventory by sector was at hand: how wrong was it?
    [Fact]
    public void Dividing_totals_by_three_provinces_put_a_fifth_of_emissions_into_a_wrong_sector()
    {
        var china = ChinaProvinces.Load(CaseFolder.Path("china-provinces"));
        var constructed = china.Accounts.Emissions(2017);
        var published = Published.Emissions(2017, "7", china.Accounts.Inventoried);
        Assert.Equal(published.Columns.Codes, constructed.Columns.Codes);
        var scaled = constructed.ScaleRows((published.RowSums() / constructed.RowSums()).Named("scale"));
        var wrong = (scaled - published).Abs().Total / 2 / published.Total;
        output.WriteLine(FormattableString.Invariant($"{100 * wrong:F1} % of emissions are in a wrong sector"));
        foreach (var sector in published.Columns.Labels)
            output.WriteLine(FormattableString.Invariant(
                $"{sector}: {100 * (constructed.Column(sector).Total / published.Column(sector).Total - 1):+0;-0} %"));
        Assert.InRange(wrong, 0.18, 0.26);
    }
}
