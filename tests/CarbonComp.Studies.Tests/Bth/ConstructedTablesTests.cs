namespace CarbonComp.Studies.Tests;

/// <summary>The constructed tables of data/bth-2020 are what the library makes of its public figures, to the last digit.</summary>
public sealed class ConstructedTablesTests
{
    private static readonly DataPackage Bth = DataPackage.Load(CaseFolder.Path("bth-2020"));
    private static readonly BthInventory Inventory = new(Bth, ProvincialInventories.Load(CaseFolder.Path("")));

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

    [Theory]
    [InlineData("Beijing")]
    [InlineData("Tianjin")]
    [InlineData("Hebei")]
    public void The_sectors_of_the_case_are_those_of_the_inventories_by_fuel(string province)
    {
        var (inventories, sectors) = (ProvincialInventories.Load(CaseFolder.Path("")), Bth["sectors"].SectorAxis());
        var own = Bth["provincial-emissions"].Where("year", "2019").Where("region", province)
            .Vector("value", Bth["provincial-emissions"].CategoryAxis("sector"));
        // Printed to 0.001 Mt; a part of what inventories give to farming is water conservancy, which the seven count as services.
        var published = inventories.Emissions(2019).Row(province).In("Mt CO2");
        Assert.Equal(published.Total, sectors.Codes.Sum(s => own[s]), 0.004);
        foreach (var sector in new[] { "Mining", "Manufacturing", "Construction" }) Assert.Equal(published[sector], own[sector], 0.0011);
        Assert.True(sectors.Codes.Sum(s => Math.Abs(own[s] - published[s])) / 2 < 0.02 * published.Total);
    }

    [Fact]
    public void Rest_of_China_has_the_inventories_of_its_provinces()
    {
        var rest = Bth["emissions"].Where("region", "Rest of China").Numbers("value").Sum() + Bth["household-emissions"].Where("region", "Rest of China")
            .Numbers("value").Sum();
        Assert.Equal(Bth["provinces"].Given("emissions").Numbers("emissions").Sum() * 1e6, rest, 27 * 500.0);
        var energy = ProvincialInventories.Load(CaseFolder.Path("")).Emissions(2019);
        Assert.Equal(energy.Rows.Labels.Except(["Beijing", "Tianjin", "Hebei"]).Sum(p => energy[p, "Energy"]), Inventory.Rest()["Energy"], 1);
    }
}
