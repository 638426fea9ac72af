using CarbonComp.Tests.Data;

namespace CarbonComp.Tests.InputOutput;

/// <summary>The national tables of <c>data/national-tables</c>, against the seven-sector tables that were made from the same publication by other
/// means.</summary>
public class NationalTablesPackageTests
{
    private static readonly DataPackage Package = DataPackage.Load(CaseFolder.Path("national-tables"));

    private static readonly SectorConcordances Concordances = SectorConcordances.Load(CaseFolder.Path("concordances"));

    public static TheoryData<string> Years { get; } = [.. Package["tables"].Texts("year")];

    [Theory, MemberData(nameof(Years))]
    public void A_table_balances_and_has_the_status_of_its_imports(string year)
    {
        var table = Table(year);
        Assert.True(table.AsSingleRegion("China").Validate(1e-6).IsBalanced);
        Assert.Equal(Imports(year) == "apart" ? ValueStatus.Statistic : ValueStatus.Constructed, table.Status);
    }

    [Fact]
    public void Added_up_to_seven_sectors_it_is_the_table_of_the_thirteen_cities()
    {
        const string year = "2020";
        var cities = DataPackage.Load(CaseFolder.Path("bth-2020"));
        var seven = NationalTable.From(cities["national-table"], cities["sectors"].SectorAxis());
        var added = TableAggregation.Aggregate(Table(year).AsSingleRegion("China"), sectors: Concordances.Between(Classification(year), "7"));
        Assert.Equal(seven.Sectors.Codes, added.Sectors.Codes);
        for (var i = 0; i < 7; i++)
        {
            // A million yuan of some ten billion.
            Assert.Equal(seven.Output[i], added.Output[i], 1e6);
            Assert.Equal(seven.ValueAdded[i], added.ValueAdded[i], 1e6);
            Assert.Equal(seven.Exports[i], added.Exports[i], 1e6);
            for (var j = 0; j < 7; j++) Assert.Equal(seven.Intermediate[i, j], added.Intermediate[i, j], 1e6);
        }
    }

    private static NationalTable Table(string year) => NationalTable.From(Package[$"table-{year}"], Concordances.Sectors(Classification(year)));

    private static string Classification(string year) => Package["tables"].Where("year", year).Texts("classification")[0];

    private static string Imports(string year) => Package["tables"].Where("year", year).Texts("imports")[0];
}
