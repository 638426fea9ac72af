namespace CarbonComp.Formats.Tests;

/// <summary>Every sheet of the published workbooks, where a variable names their folder.</summary>
public class PublishedInventoriesTests(ITestOutputHelper output)
{
    private const string Nation = "China_CO2_Inventory*.xlsx", Cities = "*_Chinese_Cities_*.xlsx", Provinces = "Emission_?nventories_for_30_?rovinces_*.xlsx";

    [Fact]
    public void All_690_sheets_of_provinces_and_23_of_the_nation_agree_with_their_totals()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var files = PublishedFolder.Ceads.Files(Provinces);
        var provinces = EmissionInventories.Join("provinces", files.Select(f => CeadsInventory.Read(f, cancellation: cancellation)));
        var nation = CeadsInventory.Read(PublishedFolder.Ceads.Files(Nation).Single(), cancellation: cancellation);
        Assert.Equal((690, 30, 23), (provinces.Count, provinces.Regions.Count, nation.Count));
        Assert.Equal(Enumerable.Range(1997, 23), provinces.Years);
        Assert.Equal(provinces.Years, nation.Years);
        Assert.All(provinces.Concat(nation), i =>
        {
            Assert.Equal(0, i.PurchasedHeat!.Total + i.PurchasedElectricity!.Total);
            Assert.Equal(i.Process.Total, i.Process["Nonmetal Mineral Products"]);
        });
        // The same facts as in the case package: Inner Mongolia 2019, energy supply 607 Mt.
        var energy = provinces["InnerMongolia", 2019].Scope1;
        Assert.Equal(607, (energy[38] + energy[39] + energy[40]) / 1e6, 0.5);

        double Excess(int year) => provinces.Where(i => i.Year == year).Sum(i => i.Total) / nation["China", year].Total - 1;
        foreach (var year in nation.Years)
            output.WriteLine(FormattableString.Invariant(
                $"{year}: provinces {100 * Excess(year):+0.0;-0.0} % beside the nation's {nation["China", year].Total / 1e6:F1} Mt"));
        // Provincial energy statistics add up to more than the nation's, and more so over the years; only in 2001 to less.
        Assert.Equal([2001], nation.Years.Where(y => Excess(y) < 0));
        Assert.Equal(0.0041, Excess(1997), 1e-4);
        Assert.Equal(0.1092, Excess(2019), 1e-4);
    }

    [Fact]
    public void The_package_of_inventories_holds_what_the_workbooks_say()
    {
        var package = InventoryPackage.Load(CaseFolder.Path("inventories"));
        foreach (var year in package.Years)
        {
            var path = PublishedFolder.Ceads.Files($"Emission_?nventories_for_30_?rovinces_{year}.xlsx").Single();
            foreach (var published in CeadsInventory.Read(path, cancellation: TestContext.Current.CancellationToken))
            {
                var packed = package[published.Region.Name, year];
                Assert.Equal(published.Total, packed.Total, 1e-9 * published.Total);
                Assert.True((published.Sources - packed.Sources).Abs().Values.Enumerate().Max() <= 0.00051);
                Assert.True((published.HouseholdSources - packed.HouseholdSources).Abs().Values.Enumerate().Max() <= 0.00051);
            }
        }
    }

    [Fact]
    public void Totals_are_those_of_the_case_package()
    {
        var totals = DataPackage.Load(CaseFolder.Path("china-provinces"))["emission-totals"];
        foreach (var year in (string[])["2012", "2015", "2017", "2019"])
        {
            var path = PublishedFolder.Ceads.Files($"Emission_?nventories_for_30_?rovinces_{year}.xlsx").Single();
            var inventories = CeadsInventory.Read(path, cancellation: TestContext.Current.CancellationToken);
            var rows = totals.Where("year", year);
            Assert.Equal(30, rows.RowCount);
            foreach (var (region, megatonnes) in rows.Texts("region").Zip(rows.Numbers("value")))
                Assert.Equal(megatonnes, inventories[region, inventories.Years[0]].Total / 1e6, 0.00051);
        }
    }

    [Fact]
    public void Both_sheets_of_290_cities_agree()
    {
        var cities = CeadsCityInventory.Read(PublishedFolder.Ceads.Files(Cities).Single(), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((290, 3929), (cities.Cities.Count, cities.Count));
        Assert.Equal(290, cities.Cities.LocalNames.Append("").Distinct().Count(n => n.Length > 0) + cities.Cities.LocalNames.Count(n => n.Length == 0));
        Assert.NotNull(cities["唐山", 2019]);
        Assert.NotNull(cities["贵阳", 1995]);
        Assert.Null(cities["唐山", 1995]);
    }

    [Theory]
    [InlineData("bth-2020")]
    [InlineData("jiangxi-2010-2020")]
    public void Totals_of_the_cities_of_a_case_are_those_of_the_workbook(string name)
    {
        var cities = CeadsCityInventory.Read(PublishedFolder.Ceads.Files(Cities).Single(), cancellation: TestContext.Current.CancellationToken);
        var package = DataPackage.Load(CaseFolder.Path(name));
        var (regions, rows) = (package["regions"].RegionAxis(), package["city-emissions"]);
        foreach (var ((region, year), megatonnes) in rows.Texts("region").Zip(rows.Texts("year")).Zip(rows.Numbers("value")))
        {
            var local = regions.LocalNames[regions.IndexOf(region)].TrimEnd('市');
            Assert.Equal(megatonnes, cities[local, int.Parse(year, System.Globalization.CultureInfo.InvariantCulture)]!.Value / 1e6, 0.0006);
        }
    }
}
