namespace CarbonComp.Tests.Data;

public sealed class BthPackageTests
{
    private static readonly DataPackage Bth = DataPackage.Load(CaseFolder.Path("bth-2020"));
    private static readonly RegionAxis Cities = Bth["regions"].RegionAxis();
    private static readonly SectorAxis Sectors = Bth["sectors"].SectorAxis();

    [Fact]
    public void Has_thirteen_cities_and_seven_sectors()
    {
        Assert.Equal(13, Cities.Count);
        Assert.Equal(7, Sectors.Count);
        Assert.Equal("北京市", Cities[0].LocalName);
    }

    [Fact]
    public void Every_city_has_its_economy_and_land()
    {
        var economy = Bth["economy"];
        var gdp = economy.Vector("gdp", Cities);
        Assert.Equal(36102.6e8, gdp.In("yuan")["Beijing"], 1);
        var parts = economy.Vector("value_added_primary", Cities).Values + economy.Vector("value_added_secondary", Cities).Values
            + economy.Vector("value_added_tertiary", Cities).Values;
        Assert.All(Enumerable.Range(0, 13), i => Assert.Equal(1, parts[i] / gdp[i], 2e-4)); // published with one decimal
        Assert.Equal(21893095, economy.Vector("population", Cities)["Beijing"]);
        var land = Bth["land-cover"].Matrix("value", Cities, Bth["land-classes"].CategoryAxis("land class"));
        var area = Bth["regions"].Vector("area", Cities);
        // The satellite's pixels and the boundary polygons measure the same cities.
        Assert.All(Enumerable.Range(0, 13), i => Assert.Equal(1, land.RowSums()[i] / area[i], 0.03));
    }

    [Fact]
    public void National_table_balances_by_row_and_column()
    {
        var table = Bth["national-table"];
        double[] Block(string name, bool byRow) => [.. Sectors.Select(s =>
            table.Where("block", name).Where(byRow ? "row" : "column", s.Code).Numbers("value").Sum())];
        var output = Block("X", true);
        var (domestic, final) = (Block("Zd", true), Block("Yd", true));
        var (down, imported, added) = (Block("Zd", false), Block("Zm", false), Block("V", false));
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(1, (domestic[i] + final[i]) / output[i], 1e-12);
            Assert.Equal(1, (down[i] + imported[i] + added[i]) / output[i], 1e-12);
        }
    }

    [Fact]
    public void Provinces_emissions_by_sector_are_their_cities_totals_where_a_city_is_the_province()
    {
        // Two inventories of CEADs for the same place and year: the provincial by sector, the city's total.
        foreach (var city in new[] { "Beijing", "Tianjin" })
        {
            var sectors = Bth["provincial-emissions"].Where("year", "2019").Where("region", city).Numbers("value").Sum();
            var total = Bth["city-emissions"].Where("year", "2019").Where("region", city).Numbers("value").Single();
            Assert.Equal(1, total / sectors, 0.02);
        }
    }

    [Fact]
    public void Every_number_has_a_unit_a_status_and_a_source()
    {
        foreach (var table in Bth.Resources)
            foreach (var field in table.Fields.Where(f => f.IsNumeric))
            {
                Assert.True(field.Unit is not null || table.Has("unit"), $"{table.Name}.{field.Name} unit");
                Assert.True(field.Source.Length > 0 || table.Has("source") || table.Sources.Count > 0, $"{table.Name}.{field.Name} source");
            }
    }
}
