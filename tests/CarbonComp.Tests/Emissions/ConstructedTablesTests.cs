using CarbonComp.Tests.Data;

namespace CarbonComp.Tests.Emissions;

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
    public void Energy_is_reproduced_exactly()
    {
        var table = Bth["energy"];
        var committed = table.Texts("region").Zip(table.Texts("sector"), table.Texts("fuel")).Zip(table.Numbers("value"))
            .Select(r => (r.First.First, r.First.Second, r.First.Third, r.Second));
        Assert.Equal(Inventory.Energy(), committed);
    }

    [Fact]
    public void Cities_of_Hebei_add_up_to_the_province_in_every_sector()
    {
        var hebei = Inventory.Hebei().Emissions.ColumnSums();
        var province = Bth["provincial-emissions"].Where("year", "2019").Where("region", "Hebei").Vector("value", hebei.Axis).In("t CO2");
        Assert.All(hebei.Axis.Codes, s => Assert.Equal(1, hebei[s] / province[s], 1e-9));
    }

    [Fact]
    public void Fuels_and_default_factors_give_the_inventory_back()
    {
        var sectors = Bth["sectors"].SectorAxis();
        var fuels = EmissionFactors.Ipcc2006.Fuels;
        var energy = Bth["energy"].Where("region", "Hebei").Matrix("value", sectors, fuels);
        var emissions = EnergyEmissions.ByFuel(energy, EmissionFactors.Ipcc2006).In("Mt CO2");
        var inventory = Bth["fuel-emissions"].Where("region", "Hebei").Where("sector", sectors).Where("fuel", fuels).Matrix("value", sectors, fuels);
        Assert.True((emissions.Values - inventory.Values).Enumerate().Max(Math.Abs) < 3e-6); // whole tce
        Assert.Equal(ValueStatus.Constructed, emissions.Status);
    }

    [Fact]
    public void Rest_of_China_is_the_sum_of_the_other_provinces()
    {
        var rest = Bth["emissions"].Where("region", "Rest of China").Numbers("value").Sum() + Bth["household-emissions"].Where("region", "Rest of China").Numbers("value").Sum();
        Assert.Equal(Bth["provinces"].Given("emissions").Numbers("emissions").Sum() * 1e6, rest, 20.0);
    }
}
