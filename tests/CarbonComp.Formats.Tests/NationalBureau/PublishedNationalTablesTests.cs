namespace CarbonComp.Formats.Tests;

/// <summary>The national tables, where a variable names their folder, and what the concordances make of them.</summary>
public class PublishedNationalTablesTests(ITestOutputHelper output)
{
    public static TheoryData<string, string, int, bool> Tables => new()
    {
        { "china_2002_122", "2002-122", 122, true }, { "china_2005_42", "2005-42", 42, true }, { "china_2007_135", "2007-135", 135, true },
        { "china_2010_41", "2010-41", 41, true }, { "china_2012_139", "2012-139", 139, true }, { "china_2015_42", "2015-42", 42, true },
        { "china_2017_149", "2017-149", 149, true }, { "china_2017_42", "2017-42", 42, false }, { "china_2018_153", "2018-153", 153, true },
        { "china_2018_42", "2017-42", 42, false }, { "china_2020_153", "2018-153", 153, true }, { "china_2020_42", "2017-42", 42, false },
    };

    [Theory, MemberData(nameof(Tables))]
    public void Every_identity_holds_and_every_classification_fits(string file, string classification, int sectors, bool competitive)
    {
        var table = Read(file);
        Assert.Equal((sectors, competitive), (table.Sectors.Count, table.IsCompetitive));
        Assert.True(table.Table.Validate().IsBalanced);
        var concordances = Concordances();
        var axis = concordances.Sectors(classification);
        Assert.Equal(axis.Codes, table.Sectors.Codes);
        Assert.Equal(axis.LocalNames.Count(n => n.Length > 0), sectors);
        foreach (var level in (string[])["30", "9", "7"])
        {
            var broad = table.Aggregate(concordances.Between(classification, level));
            Assert.Equal(table.Table.Output.Sum(), broad.Table.Output.Sum(), 1e-9 * table.Table.Output.Sum());
            var national = broad.National();
            Assert.Equal(table.Table.ValueAdded.Sum() * 1e4, national.ValueAdded.Sum(), 1e-9 * national.ValueAdded.Sum());
        }
    }

    [Theory, InlineData("china_2017_149", "2017-149", "china_2017_42")]
    [InlineData("china_2018_153", "2018-153", "china_2018_42"), InlineData("china_2020_153", "2018-153", "china_2020_42")]
    public void Detailed_tables_add_up_to_the_Bureaus_own_42_sectors(string detailed, string classification, string broad)
    {
        var (added, own) = (Read(detailed).Aggregate(Concordances().Between(classification, "2017-42")), Read(broad));
        for (var i = 0; i < 42; i++)
        {
            Assert.Equal(own.Table.Output[i], added.Table.Output[i], 1e-6 * own.Table.Output[i]);
            Assert.Equal(own.Table.ValueAdded[i], added.Table.ValueAdded[i], 1e-6 * own.Table.Output[i]);
        }
    }

    [Theory, InlineData("china_2017_149", "2017-149", "2017-42"), InlineData("china_2007_135", "2007-135", "2010-41")]
    public void Parts_of_the_broader_links_follow_from_the_detailed_table(string detailed, string classification, string broader)
    {
        var (concordances, table, inventory) = (Concordances(), Read(detailed), Inventory());
        var fuels = table.Purchases("fuel purchases", concordances.FuelSuppliers(classification));
        var (up, own) = (concordances.Between(classification, broader), concordances.Inventory(classification, inventory));
        foreach (var link in concordances.Inventory(broader, inventory).Links.Where(l => l.From != "08"))
        {
            var to = concordances.Sectors(broader).IndexOf(link.To);
            double Sum(Func<int, bool> of) => Enumerable.Range(0, table.Sectors.Count).Where(d => up[d] == to && of(d)).Sum(d => fuels[d]);
            var belonging = own.Links.Where(l => l.From == link.From).Select(l => table.Sectors.IndexOf(l.To)).ToHashSet();
            Assert.Equal(Sum(belonging.Contains) / Sum(_ => true), link.Part, 1e-6);
        }
    }

    [Fact]
    public void Emissions_of_2017_reach_149_and_42_sectors_without_loss()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var inventory = CeadsInventory.Read(PublishedFolder.Ceads.Files("China_CO2_Inventory*.xlsx").Single(), cancellation: cancellation)["China", 2017];
        var (concordances, detailed) = (Concordances(), Read("china_2017_149"));
        var emissions = concordances.Emissions(inventory, detailed, "2017-149");
        Assert.Equal(ValueStatus.Constructed, emissions.Status);
        Assert.Equal(inventory.Scope1.Total, emissions.Total, 1e-9 * inventory.Total);
        Assert.Equal(inventory.Process.Total, emissions["054", EmissionInventory.ProcessSource], 1e-9 * inventory.Total);
        Assert.Equal(inventory.Scope1[38], emissions.Row("098").Total, 1e-9 * inventory.Total);

        // By way of the detailed table, and with the links to 42 sectors alone.
        var added = TableAggregation.Aggregate(emissions.Transpose(), sectors: concordances.Between("2017-149", "2017-42")).Transpose().RowSums();
        var direct = concordances.Emissions(inventory, Read("china_2017_42"), "2017-42").RowSums();
        var apart = (added.Values - direct.Values).PointwiseAbs().Sum() / 2 / added.Total;
        output.WriteLine(FormattableString.Invariant($"between both ways a share of {apart:E1} of emissions changes its sector"));
        Assert.InRange(apart, 0, 1e-6);
        var nine = TableAggregation.Aggregate(emissions.Transpose(), sectors: concordances.Between("2017-149", "9")).Transpose().RowSums();
        foreach (var (name, value) in nine.Axis.Labels.Zip(nine.Values)) output.WriteLine(FormattableString.Invariant($"{name}: {value / 1e6:F1} Mt"));
    }

    private static NationalBureauTable Read(string name) =>
        NationalBureauTable.Read(PublishedFolder.NationalTables.File(name + ".csv.gz"), cancellation: TestContext.Current.CancellationToken);

    private static SectorConcordances Concordances() => SectorConcordances.Load(CaseFolder.Path("concordances"));

    private static SectorAxis Inventory() => SectorAxis.Of(Enumerable.Range(1, 45).Select(i => FormattableString.Invariant($"{i:00}")));
}
