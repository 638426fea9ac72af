using CarbonComp.Tests.Data;

namespace CarbonComp.Tests.Emissions;

/// <summary>The energy balances of 2007 beside the inventories of the same year, two publications that were made apart.</summary>
public class EnergyBalancePackageTests
{
    private static readonly DataPackage Balances = DataPackage.Load(CaseFolder.Path("energy-2007"));

    private static readonly EmissionInventories Inventories = InventoryPackage.Load(CaseFolder.Path("inventories"), 2007);

    [Fact]
    public void Thirty_provinces_have_every_branch_and_fuel()
    {
        Assert.Equal(30 * 11, Balances["energy-use"].RowCount);
        Assert.Equal(Inventories[0].Fuels.Columns.Labels, Balances["fuels"].Texts("name"));
        Assert.Equal(Unit.Parse("10^4 t fuel"), Balances["energy-use"].UnitOf("raw_coal"));
        Assert.Equal(Unit.Parse("10^8 m3"), Balances["energy-use"].UnitOf("natural_gas"));
    }

    // Inventory ÷ balance is the factor that the inventory was made with: one number for all provinces where only oxidation is at play.
    [Theory]
    [InlineData("gasoline", "Gasoline", 2.9267)]
    [InlineData("diesel_oil", "Diesel oil", 3.0938)]
    [InlineData("kerosene", "Kerosene", 3.0351)]
    public void A_fuel_of_transport_emits_the_same_per_tonne_in_most_provinces(string field, string fuel, double tonnes)
    {
        var rows = Balances["energy-use"].Where("branch", "transport");
        var used = rows.Texts("region").Zip(rows.Numbers(field)).Where(u => u.Second > 1).ToArray();
        var factors = used.Select(u => Inventories[u.First, 2007].Fuels["43", fuel] / (1e4 * u.Second)).Order().ToArray();
        Assert.Equal(tonnes, factors[factors.Length / 2], 4);
        Assert.True(factors.Count(f => Math.Abs(f - tonnes) < 0.001) > 0.8 * factors.Length);
    }
}
