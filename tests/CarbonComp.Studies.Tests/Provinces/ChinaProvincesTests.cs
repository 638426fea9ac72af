using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

public sealed class ChinaProvincesTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path("china-provinces"));

    public static TheoryData<int> Years => [2012, 2015, 2017, 2020];

    [Fact]
    public void The_case_has_thirty_one_provinces_of_which_Tibet_has_no_inventory()
    {
        Assert.Equal([2012, 2015, 2017, 2020], China.Years);
        Assert.Equal(31, China.Accounts.Provinces.Count);
        Assert.Equal(["Tibet"], China.Accounts.Provinces.Labels.Except(China.Accounts.Inventoried.Labels));
        Assert.Contains("2012, 2015, 2017, 2020", Assert.Throws<CarbonCompException>(() => China.Table(2016)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Years))]
    public void Emissions_are_reproduced_exactly(int year)
    {
        foreach (var (resource, households) in new[] { ("emissions", false), ("household-emissions", true) })
        {
            var table = China.Accounts.Package[resource].Where("year", $"{year}");
            var committed = table.Texts("region").Zip(table.Texts("sector")).Zip(table.Numbers("value"), table.Texts("status"))
                .Select(r => (year, r.First.First, r.First.Second, r.Second, r.Third));
            Assert.Equal(new ProvincialInventory(China.Accounts).Rows(households).Where(r => r.Year == year), committed);
        }
    }

    [Theory, MemberData(nameof(Years))]
    public void Sectors_and_households_add_up_to_the_inventory_of_each_province(int year)
    {
        var totals = China.Accounts.Package["emission-totals"].Where("year", $"{ProvincialAccounts.InventoryYear(year)}")
            .Vector("value", China.Accounts.Inventoried).In("t CO2");
        var (sectors, households) = (China.Emissions(year).RowSums(), China.HouseholdEmissions(year));
        // The inventories of three provinces are printed to 0.001 Mt by sector.
        Assert.All(China.Accounts.Inventoried.Labels, p => Assert.Equal(totals[p], sectors[p] + households[p], 5e3));
        Assert.Equal(0, sectors["Tibet"]);
        Assert.Equal(ValueStatus.Constructed, sectors.Status);
    }

    [Theory, MemberData(nameof(Years))]
    public void The_constructed_table_balances_and_adds_up_to_the_nation(int year)
    {
        var (table, national) = (China.Table(year), China.Accounts.National(year));
        var report = table.Validate(1e-9);
        Assert.True(report.IsValid, report.Caption);
        Assert.Equal(ValueStatus.Constructed, table.Status);
        var (output, exports) = (table.OutputByRegion().ColumnSums(),
            Vector<double>.Build.Dense(7, j => Enumerable.Range(0, 31).Sum(r => table.Exports[7 * r + j])));
        for (var j = 0; j < 7; j++)
        {
            Assert.Equal(1, output[j] / national.Output[j], 1e-9);
            Assert.Equal(1, exports[j] / national.Exports[j], 1e-9);
            var used = Enumerable.Range(0, 31).Sum(r => table.Intermediate.Row(7 * r + j).Sum() + table.FinalUse.Row(7 * r + j).Sum());
            Assert.Equal(1, used / (national.Intermediate.Row(j).Sum() + national.FinalUse.Row(j).Sum()), 1e-9);
        }
    }

    [Theory, MemberData(nameof(Years))]
    public void Value_added_keeps_shares_of_gdp_and_the_sectors_of_the_nation(int year)
    {
        var (added, gdp) = (China.Construction.ValueAdded(year), China.Accounts.Gdp(year));
        Assert.All(China.Accounts.Provinces.Labels, p => Assert.Equal(gdp[p] / gdp.Total, added.RowSums()[p] / added.Total, 1e-9));
        for (var j = 0; j < 7; j++) Assert.Equal(1, added.ColumnSums()[j] / China.Accounts.National(year).ValueAdded[j], 1e-9);
    }

    [Theory, MemberData(nameof(Years))]
    public void Every_tonne_is_emitted_once_and_used_once(int year)
    {
        var (transfers, parts, emitted) = (China.Transfers(year), China.Model(year).EmissionsByDestination(), China.Emissions(year).RowSums());
        Assert.All(China.Accounts.Provinces.Labels, p =>
        {
            Assert.Equal(emitted[p], transfers.Emissions[p], 1);
            Assert.Equal(emitted[p], parts.OwnDemand[p] + parts.OtherRegionsDemand[p] + parts.Exports[p] + parts.Unallocated[p], 1);
        });
        Assert.Equal(transfers.OwnUse.Total, parts.OwnDemand.Total, 1);
        // Only the tables of 2012 and 2015 have a discrepancy.
        Assert.Equal(year < 2017, Math.Abs(parts.Unallocated.Total) > 1e6);
        Assert.Equal(China.HouseholdEmissions(year).Total, transfers.HouseholdDirect.Sum());
        // Others emit for Tibet though it has no inventory.
        Assert.True(transfers.Inflow["Tibet"] > 1e6);
    }

    [Theory, MemberData(nameof(Years))]
    public void Units_of_production_are_the_provinces_with_an_inventory(int year)
    {
        Assert.Equal(["labour"], China.Units(year).Inputs.Select(i => i.Name));
        var units = China.Units(year, "labour", "capital", "energy");
        Assert.Equal(China.Accounts.Inventoried, units.Axis);
        Assert.Equal(["labour", "capital", "energy"], units.Inputs.Select(i => i.Name));
        var residents = China.Accounts.Population(year).For(China.Accounts.Inventoried).In("persons");
        Assert.All(China.Accounts.Inventoried.Labels, p => Assert.Equal(residents[p], units.Inputs[0][p], 1));
        Assert.Equal(China.Emissions(year).Total, units.Emissions.Sum(), 1);
        // The nation's consumption of fixed capital, less Tibet's part.
        var nation = China.Accounts.Package["national-tables"].Where("year", $"{year}").Where("row", "depreciation").Numbers("value").Sum() * 1e8;
        Assert.InRange(units.Inputs[1].Total / nation, 0.99, 1);
    }

    [Fact]
    public void Land_is_the_same_area_in_every_year_and_takes_up_by_class()
    {
        // Snow and ice are no class of the package, so the rest changes a little with them.
        var areas = China.Years.Select(y => China.Accounts.LandCover(y).Total).ToArray();
        Assert.All(areas, a => Assert.InRange(a / areas[0], 0.998, 1.002));
        var sinks = China.Accounts.Sinks(2017);
        Assert.Equal(China.Accounts.LandCover(2017).In("ha")["Sichuan", "Forest"] * BudgetCoefficients.Consistent.Absorption("forest"),
            sinks["Sichuan", "Forest"], 1);
        Assert.Equal(0, sinks.Column("Urban").Total);
    }

    [Fact]
    public void Revised_gdp_is_the_default_and_the_first_published_one_can_be_had()
    {
        Assert.True(China.Accounts.Gdp(2017, GdpVintage.FirstPublished)["Tianjin"] > 1.4 * China.Accounts.Gdp(2017)["Tianjin"]);
        Assert.Equal(["100 million yuan", "100 million yuan"], new[] { GdpVintage.Revised, GdpVintage.FirstPublished }.Select(v =>
            $"{China.Accounts.Gdp(2020, v).Unit}"));
    }

    [Fact]
    public void Competitive_imports_are_taken_out_in_proportion_and_the_discrepancy_stays()
    {
        var cells = China.Accounts.Package["national-tables"].Where("year", "2015");
        double Sum(string block) => cells.Where("block", block).Numbers("value").Sum() * 1e8;
        var table = China.Accounts.National(2015);
        Assert.Equal(Sum("E"), table.Error.Sum(), 1e6);
        Assert.Equal(Sum("Z"), (table.Intermediate + table.ImportedIntermediate).Enumerate().Sum(), 1e6);
        // What is not exported and not imported: Z + Y − exports − M.
        var exports = cells.Where("block", "Y").Where("column", "exports").Numbers("value").Sum() * 1e8;
        Assert.Equal(Sum("Z") + Sum("Y") - exports - Sum("M"), table.Intermediate.Enumerate().Sum() + table.FinalUse.Enumerate().Sum(), 1e6);
        Assert.Equal(ValueStatus.Constructed, table.Status);
        Assert.Equal(ValueStatus.Statistic, China.Accounts.National(2017).Status);
    }

    [Fact]
    public void A_table_of_fewer_provinces_in_another_order_takes_the_place_of_the_constructed_one()
    {
        // Without Tibet and upside down, as Chinese names without the ending for the kind of place.
        var table = China.Table(2017);
        var kept = new RegionAxis(China.Accounts.Inventoried.Reverse()
            .Select(p => new Region($"CN{p.Code}", p.LocalName[..(p.LocalName[0] is '黑' or '内' ? 3 : 2)])));
        var some = Rebuilt(table, kept);
        var other = China.WithTable(2017, some);
        Assert.Equal(China.Accounts.Inventoried, other.Regions(2017));
        Assert.Equal(China.Accounts.Provinces, other.Regions(2020));
        Assert.Equal(China.Accounts.Inventoried, other.Units(2017).Axis);
        Assert.Contains("the given one (constructed, not observed; 2017 without Tibet)", other.TableNote(2017).Text, StringComparison.Ordinal);
        Assert.Equal("emissions: CEADs inventories 2017, 2019, divided among sectors; tables between provinces: constructed from the nation's (National Bureau of Statistics) 2020; given 2017", other.Source(2017, 2020));
        Assert.Equal(China.Emissions(2017).Total, other.Transfers(2017).Emissions.Total, 1);
        Assert.Contains("Atlantis", Assert.Throws<AxisException>(() => China.WithTable(2017, Rebuilt(table, new(kept.Skip(1).Append(new("x", "Atlantis"))))))
            .Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_the_layout_of_CEADs_gives_the_results_of_the_table_it_holds()
    {
        using var folder = new TemporaryFolder();
        CeadsTable.WriteXlsx(China.Table(2012), folder.File("ceads.xlsx"), TestContext.Current.CancellationToken);
        var other = China.WithCeads(2012, folder.File("ceads.xlsx"));
        Assert.Equal(China.Accounts.Provinces, other.Regions(2012));
        Assert.Equal("10^4 yuan", other.Table(2012).Unit.Symbol);
        var (expected, actual) = (China.Transfers(2012), other.Transfers(2012));
        Assert.True((expected.Tonnes - actual.Tonnes).Enumerate().Max(Math.Abs) < 1);
        Assert.Equal(China.SectorValueAdded(2012).Total, other.SectorValueAdded(2012).Total, 1e6);
        var (before, after) = (China.Units(2012, "labour", "energy"), other.Units(2012, "labour", "energy"));
        Assert.All(China.Accounts.Inventoried.Labels, p => Assert.Equal(1, before.Inputs[1][p] / after.Inputs[1][p], 1e-9));
        Assert.Equal(China.Model(2012).EmissionsByDestination().OwnDemand.Total,
            other.Model(2012).EmissionsByDestination().OwnDemand.Total, 1);
        // 2017 has consumption in one column: not this layout.
        Assert.Contains("final_consumption_total", Assert.Throws<InputOutputException>(() =>
            CeadsTable.WriteXlsx(China.Table(2017), folder.File("t.xlsx"), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("size", "large")]
    public void A_folder_of_tables_takes_the_place_of_the_years_that_its_files_are_named_after()
    {
        using var folder = new TemporaryFolder();
        var path = Path.GetDirectoryName(folder.File("x"))!;
        Assert.Contains("no table of 2012, 2015, 2017, 2020", Refused(), StringComparison.Ordinal);
        CeadsTable.WriteXlsx(China.Table(2012), folder.File("省际表 2012.xlsx"), TestContext.Current.CancellationToken);
        File.WriteAllText(folder.File("~$省际表 2012.xlsx"), "open in a spreadsheet program");
        File.WriteAllText(folder.File("notes 2015.txt"), "no table");
        var china = ChinaProvinces.Load(CaseFolder.Path("china-provinces"), path);
        Assert.Equal([false, true, true, true], china.Years.Select(china.IsConstructed));
        Assert.Equal(ValueStatus.Statistic, china.Table(2012).Status);
        Assert.Equal(ValueStatus.Constructed, China.WithCeads(path, ValueStatus.Constructed).Table(2012).Status);
        // Emissions by sector are constructed, whatever the table.
        Assert.Equal(ValueStatus.Constructed, china.Transfers(2012).Status);
        Assert.Equal(China.Transfers(2012).Outflow.Total, china.Transfers(2012).Outflow.Total, 1e3);

        Assert.Contains("of 2012 is the given one (from public statistics). Emissions by sector stay constructed", china.TableNote(2012).Text,
            StringComparison.Ordinal);
        Assert.Contains("The tables between provinces of 2015, 2017 and 2020 are constructed", china.TableNote().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("given", China.TableNote(2012).Text, StringComparison.Ordinal);

        File.Copy(folder.File("省际表 2012.xlsx"), folder.File("again-2012.xlsx"));
        Assert.Contains("again-2012.xlsx and 省际表 2012.xlsx are both of 2012", Refused(), StringComparison.Ordinal);
        File.Move(folder.File("again-2012.xlsx"), folder.File("2012 and 2015.xlsx"), overwrite: true);
        Assert.Contains("names the years 2012 and 2015", Refused(), StringComparison.Ordinal);
        Assert.Contains("there is no such folder", Assert.Throws<DataException>(() => China.WithCeads(Path.Combine(path, "nowhere"))).Message,
            StringComparison.Ordinal);

        string Refused() => Assert.Throws<DataException>(() => China.WithCeads(path)).Message;
    }

    [Fact]
    public void A_table_of_the_forty_two_sectors_is_added_up_to_seven_and_others_need_a_concordance()
    {
        var concordance = China.Accounts.Package["sector-concordance"];
        Assert.Equal(42, concordance.RowCount);
        var one = new RegionAxis(China.Accounts.Provinces[0]);
        MultiRegionalTable Simple(SectorAxis sectors)
        {
            var n = sectors.Count;
            Vector<double> Ones(double v) => Vector<double>.Build.Dense(n, v);
            return new(one, sectors, Matrix<double>.Build.DenseIdentity(n), Matrix<double>.Build.Dense(n, 1, 2), Ones(0), Ones(0), Ones(2), Ones(3),
                ValueStatus.Constructed);
        }
        var table = China.WithTable(2017, Simple(new(Enumerable.Range(1, 42).Select(i => new Sector($"{i}", $"sector {i}"))))).Table(2017);
        Assert.Equal(China.Sectors, table.Sectors);
        Assert.Equal(3 * 42, table.Output.Sum());
        // Electricity, gas and water.
        Assert.Equal(9, table.Output[3]);
        // Sectors are known by name in either language, under other codes and in another number too.
        var named = China.WithTable(2017, Simple(new(new Sector("S27", "建筑"), new Sector("S03", "Finance"), new Sector("S02", "煤炭采选产品"),
            new Sector("S04", "EDUCATION"), new Sector("S05", "金属制品"), new Sector("S06", "Production and supply of gas"), new Sector("S07", "批发和零售"),
            new Sector("S08", "Agriculture", "农林牧渔产品和服务")))).Table(2017);
        Assert.Equal([3, 3, 3, 3, 3, 3, 6], named.Output);
        // Numbers alone say nothing when there are not forty-two.
        var numbered = Assert.Throws<AxisException>(() => China.WithTable(2017,
            Simple(new(Enumerable.Range(1, 30).Select(i => new Sector($"{i}", $"sector {i}")))))).Message;
        Assert.Contains("The table's 30 sectors are neither", numbered, StringComparison.Ordinal);
        Assert.Contains("sector 8, … (30 in all) are not known. Give a concordance", numbered, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_emissions_can_be_given()
    {
        var emissions = China.Emissions(2020);
        var doubled = new LabelledMatrix("twice as much", emissions.Rows, emissions.Columns, emissions.Values * 2, emissions.Unit, emissions.Status);
        Assert.Equal(2 * China.Transfers(2020).Outflow["Hebei"], China.WithEmissions(2020, doubled).Transfers(2020).Outflow["Hebei"], 1);
    }

    // The first thirty blocks of the table in the order of other regions, with what they trade with the rest counted as exports and imported inputs.
    private static MultiRegionalTable Rebuilt(MultiRegionalTable table, RegionAxis kept)
    {
        int[] from = [.. kept.Select(k => k.Code.StartsWith("CN", StringComparison.Ordinal) ? China.Accounts.Provinces.IndexOf(k.Code[2..]) : 0)];
        var (n, c) = (kept.Count * 7, table.Categories.Count);
        int Row(int i) => 7 * from[i / 7] + i % 7;
        int[] rows = [.. Enumerable.Range(0, n).Select(Row)];
        int[] uses = [.. Enumerable.Range(0, kept.Count * c).Select(u => from[u / c] * c + u % c)];
        var z = Matrix<double>.Build.Dense(n, n, (i, j) => table.Intermediate[rows[i], rows[j]]);
        var y = Matrix<double>.Build.Dense(n, uses.Length, (i, u) => table.FinalUseByCategory[rows[i], uses[u]]);
        Vector<double> Of(Vector<double> v) => Vector<double>.Build.Dense(n, i => v[rows[i]]);
        var (x, added) = (Of(table.Output), Of(table.ValueAdded));
        return new(kept, table.Sectors, z, y, x - z.RowSums() - y.RowSums(), x - added - z.ColumnSums(), added, x, table.Status, table.Categories);
    }
}
