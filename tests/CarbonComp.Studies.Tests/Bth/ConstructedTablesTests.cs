namespace CarbonComp.Studies.Tests;

/// <summary>The constructed tables of data/bth-2020 are what the library makes of its public figures, to the last digit.</summary>
public sealed class ConstructedTablesTests
{
    private static readonly DataPackage Bth = DataPackage.Load(CaseFolder.Path("bth-2020"));
    private static readonly BthInventory Inventory = new(Bth);

    [Theory]
    [InlineData("emissions", false)]
    [InlineData("household-emissions", true)]
    public void Emissions_are_reproduced_exactly(string resource, bool households)
    {
        var table = Bth[resource];
        var committed = table.Texts("region").Zip(table.Texts("sector")).Zip(table.Numbers("value"), table.Texts("status"))
            .Select(r => (r.First.First, r.First.Second, r.Second, r.Third));
        Assert.Equal(Inventory.Rows(households), committed);
    }

    [Fact]
    public void Cities_of_Hebei_add_up_to_the_province_in_every_sector()
    {
        var hebei = Inventory.Hebei().Emissions.ColumnSums();
        var province = Bth["provincial-emissions"].Where("year", "2019").Where("region", "Hebei").Vector("value", hebei.Axis).In("t CO2");
        Assert.All(hebei.Axis.Codes, s => Assert.Equal(1, hebei[s] / province[s], 1e-9));
    }

    [Fact]
    public void Rest_of_China_has_the_total_of_its_provinces()
    {
        var rest = Bth["emissions"].Where("region", "Rest of China").Numbers("value").Sum() + Bth["household-emissions"].Where("region", "Rest of China")
            .Numbers("value").Sum();
        Assert.Equal(Bth["provinces"].Given("emissions").Numbers("emissions").Sum() * 1e6, rest, 20.0);
        Assert.InRange(Inventory.Rest().Factor, 0.3, 1.5); // less steel for its value added than Hebei has
    }
}
