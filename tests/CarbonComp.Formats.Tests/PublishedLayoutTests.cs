namespace CarbonComp.Formats.Tests;

/// <summary>Every reader on a small file in the layout of the publication; Layouts/README.md says where the numbers come from.</summary>
public class PublishedLayoutTests
{
    [Theory, InlineData(2017, "Shaanxi"), InlineData(2019, "Shanxi")]
    public void Inventories_of_provinces_are_read_in_both_spellings(int year, string second)
    {
        var read = CeadsInventory.Read(PublishedFolder.Ceads.Sample($"Emission_*_30_Provinces_{year}.xlsx"),
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((2, 2), (read.Count, read.Regions.Count));
        Assert.Equal([year], read.Years);
        Assert.NotNull(read[second, year]);
        var inventory = read["Inner Mongolia", year];
        Assert.Equal(inventory.Process.Total, inventory.Process["Nonmetal Mineral Products"]);
        Assert.Equal((3.25 + year % 100) * 1e6, inventory.Process.Total, 1e-3);
        Assert.Equal(0, inventory.PurchasedHeat!.Total);
    }

    [Fact]
    public void The_nations_inventory_agrees_with_its_sheets_of_sums()
    {
        var read = CeadsInventory.Read(PublishedFolder.Ceads.Sample("China_CO2_Inventory*.xlsx"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([2017, 2019], read.Years);
        Assert.True(read["China", 2019].Total > 0);
    }

    [Fact]
    public void Cities_are_read_from_both_sheets_with_their_gaps()
    {
        var read = CeadsCityInventory.Read(PublishedFolder.Ceads.Sample("*_Chinese_Cities_*.xlsx"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(["安徽安庆", "河北唐山", "贵州贵阳"], read.Cities.Codes.Order(StringComparer.Ordinal));
        Assert.NotNull(read["唐山", 2019]);
        Assert.NotNull(read["贵阳", 1995]);
        Assert.Null(read["唐山", 1995]);
    }

    [Theory, InlineData("china_2005_7", true, 5), InlineData("china_2017_7", false, 3)]
    public void National_tables_are_read_with_imports_in_either_place(string name, bool isCompetitive, int uses)
    {
        var read = NationalBureauTable.Read(PublishedFolder.NationalTables.Sample(name + ".csv.gz"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((7, isCompetitive, uses), (read.Sectors.Count, read.IsCompetitive, read.Table.Categories.Count));
        Assert.Equal(("Agriculture", "农林牧渔业"), (read.Sectors[0].Name, read.Sectors[0].LocalName));
        Assert.True(read.Table.Validate().IsBalanced);
        Assert.True((isCompetitive ? read.Table.CompetitiveImports.Sum() : read.ImportedFinalUse.Total) > 0);
    }

    [Fact]
    public void A_year_of_the_world_table_is_read_with_its_quirks_reported()
    {
        var reading = WiodTable.ReadCsv(PublishedFolder.Samples("wiod"), 2009, ValueStatus.Illustrative, cancellation: TestContext.Current.CancellationToken);
        var t = reading.Table;
        Assert.Equal((3, 4, 5), (t.Regions.Count, t.Sectors.Count, t.Categories.Count));
        Assert.Equal(("c1", "Agriculture, Hunting, Forestry and Fishing"), (t.Sectors[0].Code, t.Sectors[0].Name));
        Assert.True(t.Validate(1e-9).IsBalanced);
        Assert.Equal(3, t.Error.AbsoluteMaximum(), 1e-9);
        Assert.Equal("ROU.c35", t.Axis.Codes[Assert.Single(t.Validate().ZeroOutputs)]);
        Assert.True(t.FinalUseByCategory[1, 4] < 0);
        Assert.Contains(reading.Notes, n => n.Contains("error column", StringComparison.Ordinal));
    }
}
