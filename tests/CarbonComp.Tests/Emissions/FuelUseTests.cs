using CarbonComp.Tests.Data;

namespace CarbonComp.Tests.Emissions;

public class FuelUseTests
{
    private static readonly string Folder = CaseFolder.Path("energy-2007");

    private static readonly FuelUse Beijing = FuelUse.Load(Folder, "Beijing");

    private static readonly FuelFactors Contents = FuelFactors.From(DataPackage.Load(Folder)["energy-contents"]);

    [Fact]
    public void Energy_is_the_amount_times_the_content_of_each_fuel()
    {
        var energy = Beijing.Times(Contents);
        Assert.Equal(Unit.TonneStandardCoal, energy.Unit);
        // 816.17 · 10^4 t of raw coal in power stations, 0.7143 tce/t; 5.03 · 10^8 m3 of natural gas, 1.33 kgce/m3.
        Assert.Equal(816.17e4 * 0.7143, energy["Power stations", "Raw coal"], 1e-6 * 5e6);
        Assert.Equal(5.03e8 * 1.33e-3, energy["power", "Natural gas"], 1);
        Assert.Equal(0, energy.Column("Crude oil").Total);
        Assert.Equal(ValueStatus.Constructed, energy.Status);
    }

    [Fact]
    public void What_industry_uses_as_raw_material_is_not_burnt()
    {
        // The balance of Beijing: industry used 239.26 and 1.1 of it as raw material, 10^4 t of coke.
        Assert.Equal(238.16e4, Beijing["Coke"].In(Unit.Parse("t fuel"))["industry"], 1);
        // That of Shaanxi gives more coke oven gas as raw material than industry used.
        Assert.Equal(0, FuelUse.Load(Folder, "Shaanxi")["Coke oven gas"]["industry"]);
    }

    [Fact]
    public void Factors_of_gasoline_and_diesel_oil_are_the_same_in_every_province()
    {
        var inventories = InventoryPackage.Load(CaseFolder.Path("inventories"), 2007);
        foreach (var province in DataPackage.Load(Folder)["energy-use"].Texts("region").Distinct())
        {
            var factors = FuelFactors.Implied(province, inventories[province, 2007].ByFuel, FuelUse.Load(Folder, province));
            Assert.Equal(2.927, factors["Gasoline"].In("t CO2/t fuel").Value, 0.001);
            Assert.Equal(3.094, factors["Diesel oil"].In("t CO2/t fuel").Value, 0.001);
        }
    }

    [Fact]
    public void Implied_factors_give_the_emissions_back()
    {
        var byFuel = InventoryPackage.Load(CaseFolder.Path("inventories"), 2007)["Beijing", 2007].ByFuel;
        var factors = FuelFactors.Implied("factors", byFuel, Beijing);
        Assert.Equal(2.92675, factors["Gasoline"].In("t CO2/t fuel").Value, 5);
        Assert.Equal(2.16073, factors["Natural gas"].In("t CO2/10^3 m3").Value, 5);
        var again = Beijing.Times(factors);
        Assert.Equal(Unit.TonneCO2, again.Unit);
        foreach (var fuel in factors.Fuels) Assert.Equal(byFuel[fuel], again.Column(fuel).Total, 1e-9 * byFuel[fuel] + 1e-6);
    }

    // One set of factors made both inventories: each province's, taken to the other, comes near its total.
    [Theory]
    [InlineData("Beijing", "Tianjin")]
    [InlineData("Tianjin", "Beijing")]
    public void Factors_of_one_province_give_the_other_provinces_inventory_within_two_percent(string from, string to)
    {
        var inventories = InventoryPackage.Load(CaseFolder.Path("inventories"), 2007);
        var factors = FuelFactors.Implied("factors", inventories[from, 2007].ByFuel, FuelUse.Load(Folder, from));
        var there = FuelUse.Load(Folder, to);
        var computed = new FuelUse(to, factors.Fuels.Where(f => there[f].Total > 0).Select(f => there[f])).Times(factors).ColumnSums();
        var published = inventories[to, 2007].ByFuel.For(computed.Axis);
        Assert.Equal(published.Total, computed.Total, 0.02 * published.Total);
    }

    [Fact]
    public void A_factor_for_a_unit_of_another_kind_is_refused() =>
        Assert.Throws<UnitException>(() => Beijing.Times(Contents.With("Raw coal", new(0.7143, Unit.Parse("tce/m3")))));

    [Fact]
    public void A_fuel_without_factor_is_named_with_those_there_are()
    {
        var one = new FuelFactors("one factor", [KeyValuePair.Create("Coke", new Quantity(0.97, Unit.Parse("tce/t fuel")))]);
        Assert.Contains("one factor has no factor of Raw coal. There are: Coke.", Assert.Throws<EmissionsException>(() => Beijing.Times(one)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_amount_is_refused_by_name()
    {
        var branches = new CategoryAxis("branch", "industry");
        var wrong = Assert.Throws<EmissionsException>(() => new FuelUse("Somewhere",
            new LabelledVector("Coke", branches, [-1], Unit.Parse("t fuel"), ValueStatus.Statistic)));
        Assert.Contains("Coke", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("industry", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_province_that_is_missing_is_named_with_those_there() =>
        Assert.Contains("Tibet", Assert.Throws<DataException>(() => FuelUse.Load(Folder, "Tibet")).Message, StringComparison.Ordinal);
}
