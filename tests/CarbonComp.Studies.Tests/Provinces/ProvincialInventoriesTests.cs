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

    // What dividing a total by the structure of other provinces is worth, where no inventory by sector is at hand.
    [Fact]
    public void Dividing_totals_by_three_provinces_puts_a_quarter_of_emissions_into_a_wrong_sector()
    {
        var china = ChinaProvinces.Load(CaseFolder.Path(""), sectors: "7");
        var published = Published.Emissions(2017, "7", china.Accounts.Inventoried);
        var added = china.SectorValueAdded(2017);
        string[] known = ["Beijing", "Tianjin", "Hebei"];
        var reference = new RegionAxis(china.Accounts.Inventoried.Where(p => known.Contains(p.Name)));
        LabelledVector Divided(string province) => InventoryDownscaling.BySector(published.Row(province).Total, added.Row(province),
            published.ForRows(reference).ColumnSums(), added.ForRows(reference).ColumnSums()).Emissions;
        var wrong = published.Rows.Labels.Except(known).Sum(p => (Divided(p) - published.Row(p)).Abs().Total) / 2 / published.Total;
        output.WriteLine(FormattableString.Invariant($"{100 * wrong:F1} % of emissions are in a wrong sector"));
        Assert.InRange(wrong, 0.24, 0.29);
    }
}
