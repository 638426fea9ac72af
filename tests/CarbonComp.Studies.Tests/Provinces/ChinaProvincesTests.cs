using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Studies.Tests;

public sealed class ChinaProvincesTests
{
    private static readonly ChinaProvinces China = ChinaProvinces.Load(CaseFolder.Path(""));

    public static TheoryData<int> Years => [2007, 2012, 2015, 2017, 2020];

    [Fact]
    public void The_case_has_thirty_one_provinces_of_which_Tibet_has_no_inventory()
    {
        Assert.Equal([2007, 2010, 2012, 2015, 2017, 2018, 2020], China.Years);
        Assert.Equal(31, China.Accounts.Provinces.Count);
        Assert.Equal(["Tibet"], China.Accounts.Provinces.Labels.Except(China.Accounts.Inventoried.Labels));
        Assert.Contains("2015, 2017, 2018, 2020", Assert.Throws<CarbonCompException>(() => China.Table(2016)).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Years))]
    public void Sectors_and_households_add_up_to_the_inventory_of_each_province(int year)
    {
        var inventories = China.Accounts.Inventories.Inventories;
        var (sectors, households) = (China.Emissions(year).RowSums(), China.HouseholdEmissions(year));
        Assert.All(China.Accounts.Inventoried.Labels, p => Assert.Equal(inventories[p, ProvincialAccounts.InventoryYear(year)].Total,
            sectors[p] + households[p], 1e-9 * (sectors[p] + households[p])));
        Assert.Equal(0, sectors["Tibet"]);
        Assert.Equal(ValueStatus.Constructed, sectors.Status);
    }

    [Fact]
    public void Emissions_of_a_sector_without_output_go_to_others_of_its_kind()
    {
        var (published, used) = (China.Accounts.Emissions(2017, "2017-42"), China.Emissions(2017, detailed: true));
        var output = China.Table(2017).OutputByRegion();
        Assert.All(used.Rows.Codes, r => Assert.All(used.Columns.Codes, i => Assert.True(output[r, i] > 0 || used[r, i] == 0)));
        // They are few.
        Assert.InRange((used.ForRows(published.Rows) - published).Abs().Total / 2 / published.Total, 1e-9, 1e-3);
    }

    [Theory, MemberData(nameof(Years))]
    public void The_constructed_table_balances_and_adds_up_to_the_nation(int year)
    {
        var (table, national) = (China.Table(year), China.Accounts.National(year));
        // The nation's table is rounded to 100 yuan.
        var (report, n) = (table.Validate(1e-8), table.Sectors.Count);
        Assert.True(report.IsBalanced, report.Caption);
        Assert.Equal(ValueStatus.Constructed, table.Status);
        var (output, exports) = (table.OutputByRegion().ColumnSums(),
            Vector<double>.Build.Dense(n, j => Enumerable.Range(0, 31).Sum(r => table.Exports[n * r + j])));
        for (var j = 0; j < n; j++)
        {
            Assert.Equal(1, output[j] / national.Output[j], 1e-9);
            Assert.Equal(national.Exports[j], exports[j], 1e-9 * national.Output[j]);
            var used = Enumerable.Range(0, 31).Sum(r => table.Intermediate.Row(n * r + j).Sum() + table.FinalUse.Row(n * r + j).Sum());
            Assert.Equal(national.Intermediate.Row(j).Sum() + national.FinalUse.Row(j).Sum(), used, 1e-9 * national.Output[j]);
        }
    }

    [Theory, MemberData(nameof(Years))]
    public void Value_added_keeps_shares_of_gdp_and_the_sectors_of_the_nation(int year)
    {
        var (added, gdp) = (China.Construction.ValueAdded(year), China.Accounts.Gdp(year));
        Assert.All(China.Accounts.Provinces.Labels, p => Assert.Equal(gdp[p] / gdp.Total, added.RowSums()[p] / added.Total, 1e-9));
        Assert.Equal(China.Accounts.National(year).ValueAdded.Sum(), added.Total, 1e-9 * added.Total);
        for (var j = 0; j < added.Columns.Count; j++) Assert.Equal(1, added.Values.Column(j).Sum() / China.Accounts.National(year).ValueAdded[j], 1e-9);
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
        // The tables from 2017 on have no discrepancy.
        Assert.Equal(year < 2017, Math.Abs(parts.Unallocated.Total) > 5e6);
        Assert.Equal(China.HouseholdEmissions(year).Total, transfers.HouseholdDirect.Sum(), 1);
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
        var nation = China.Accounts.NationalTables.Component("depreciation", year).Total;
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
    public void Competitive_imports_are_taken_out_in_proportion_and_the_discrepancy_stays()
    {
        var cells = DataPackage.Load(CaseFolder.Path("national-tables"))["table-2015"];
        double Sum(string block) => cells.Where("block", block).Numbers("value").Sum() * 1e4;
        var table = China.Accounts.National(2015);
        Assert.Equal(Sum("E"), table.Error.Sum(), 1e6);
        Assert.Equal(Sum("Z"), (table.Intermediate + table.ImportedIntermediate).Enumerate().Sum(), 1e6);
        // What is not exported and not imported: Z + Y − exports − M.
        var exports = cells.Where("block", "Y").Where("column", "exports").Numbers("value").Sum() * 1e4;
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
        Assert.Equal("emissions: CEADs inventories 2017, 2019; tables between provinces: constructed from the nation's and customs' 2020; given 2017",
            other.Source(2017, 2020));
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
        Assert.True((expected.Amounts - actual.Amounts).Enumerate().Max(Math.Abs) < 1);
        Assert.Equal(China.SectorValueAdded(2012).Total, other.SectorValueAdded(2012).Total, 1e6);
        var (before, after) = (China.Units(2012, "labour", "energy"), other.Units(2012, "labour", "energy"));
        Assert.All(China.Accounts.Inventoried.Labels, p => Assert.Equal(1, before.Inputs[1][p] / after.Inputs[1][p], 1e-9));
        Assert.Equal(China.Model(2012).EmissionsByDestination().OwnDemand.Total,
            other.Model(2012).EmissionsByDestination().OwnDemand.Total, 1);
        // 2017 has consumption in one column: not this layout.
        Assert.Contains("TC", Assert.Throws<InputOutputException>(() =>
            CeadsTable.WriteXlsx(China.Table(2017), folder.File("t.xlsx"), TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("size", "large")]
    public void A_folder_of_tables_takes_the_place_of_the_years_that_its_files_are_named_after()
    {
        using var folder = new TemporaryFolder();
        var path = Path.GetDirectoryName(folder.File("x"))!;
        Assert.Contains("no table of 2007, 2010, 2012, 2015, 2017, 2018, 2020", Refused(), StringComparison.Ordinal);
        CeadsTable.WriteXlsx(China.Table(2012), folder.File("省际表 2012.xlsx"), TestContext.Current.CancellationToken);
        File.WriteAllText(folder.File("~$省际表 2012.xlsx"), "open in a spreadsheet program");
        File.WriteAllText(folder.File("notes 2015.txt"), "no table");
        var china = ChinaProvinces.Load(CaseFolder.Path(""), path);
        Assert.Equal([2012], china.Years.Where(y => !china.IsConstructed(y)));
        Assert.Equal(ValueStatus.Statistic, china.Table(2012).Status);
        Assert.Equal(ValueStatus.Constructed, China.WithCeads(path, ValueStatus.Constructed).Table(2012).Status);
        // Emissions by sector are constructed, whatever the table.
        Assert.Equal(ValueStatus.Constructed, china.Transfers(2012).Status);
        Assert.Equal(China.Transfers(2012).Outflow.Total, china.Transfers(2012).Outflow.Total, 1e3);

        Assert.Contains("of 2012 is the given one (based on public statistics). Emissions stay constructed where", china.TableNote(2012).Text,
            StringComparison.Ordinal);
        Assert.Contains("The tables between provinces of 2007, 2010, 2015, 2017, 2018 and 2020 are constructed", china.TableNote().Text,
            StringComparison.Ordinal);
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
    public void Sectors_of_a_table_are_known_by_name_or_forty_two_by_number_and_others_need_a_concordance()
    {
        var concordances = China.Accounts.NationalTables.Concordances;
        var one = new RegionAxis(China.Accounts.Provinces[0]);
        MultiRegionalTable Simple(SectorAxis sectors)
        {
            var n = sectors.Count;
            Vector<double> Ones(double v) => Vector<double>.Build.Dense(n, v);
            return new(one, sectors, Matrix<double>.Build.DenseIdentity(n), Matrix<double>.Build.Dense(n, 1, 2), Ones(0), Ones(0), Ones(2), Ones(3),
                ValueStatus.Constructed);
        }
        SectorAxis Numbered(int n) => new(Enumerable.Range(1, n).Select(i => new Sector($"{i}", $"sector {i}")));
        var table = China.WithTable(2017, Simple(Numbered(42))).Table(2017);
        Assert.Equal(concordances.Sectors("2017-42"), table.Sectors);
        Assert.Equal(3 * 42, table.Output.Sum());
        // The forty-two of 2012 are others than those of 2017.
        Assert.Equal("Comprehensive use of waste resources", China.WithTable(2012, Simple(Numbered(42))).Table(2012).Sectors.Labels[22]);
        // Their emissions are those of the inventories too, by the bases of the nearest table with these sectors.
        var older = China.WithTable(2012, Simple(Numbered(42)));
        Assert.Equal(China.Emissions(2012)["Beijing", "Energy"], older.Emissions(2012)["Beijing", "Energy"], 1);
        Assert.Equal(China.Emissions(2012).Row("Beijing").Total, older.Transfers(2012).Emissions["Beijing"], 1);
        // A concordance to the sectors of 2012 is not taken for one to those of 2017, though the numbers are the same.
        var (from, to) = (SectorAxis.Of(Enumerable.Range(1, 42).Select(i => $"own {i}")), concordances.Sectors("2015-42"));
        var both = Concordance.Of(from, to, from.Codes.Zip(to.Codes));
        Assert.Equal(to.Labels, China.WithTable(2012, Simple(from), both).Emissions(2012, detailed: true).Columns.Labels);
        // By name in either language, under other codes and in another order.
        var seven = concordances.Sectors("7");
        var named = China.WithTable(2017, Simple(new(seven.Reverse().Select((s, i) =>
            new Sector($"S{i}", i % 2 == 0 ? s.Name.ToUpperInvariant() : s.LocalName)))));
        Assert.Equal(seven, named.Table(2017).Sectors);
        Assert.Equal(China.Emissions(2017)["Beijing", "Energy"], named.Emissions(2017, detailed: true)["Beijing", "Energy"], 1);
        // Seven sectors cannot be shown as nine.
        Assert.Contains("7 does not lead to 9", Assert.Throws<InputOutputException>(() => named.WithTable(2017, Simple(seven)).SectorValueAdded(2017))
            .Message, StringComparison.Ordinal);
        // Numbers alone say nothing when there are not forty-two.
        var numbered = Assert.Throws<AxisException>(() => China.WithTable(2017, Simple(Numbered(30)))).Message;
        Assert.Contains("The table's 30 sectors are those of no known classification", numbered, StringComparison.Ordinal);
        Assert.Contains("sector 8, … (30 in all) are not known. Give a concordance", numbered, StringComparison.Ordinal);
        var given = Concordance.Of(Numbered(14), seven, Enumerable.Range(1, 14).Select(i => ($"{i}", seven.Codes[(i - 1) / 2])));
        Assert.Equal(seven, China.WithTable(2017, Simple(Numbered(14)), given).Table(2017).Sectors);
    }

    [Fact]
    public void Other_emissions_can_be_given()
    {
        var emissions = China.Emissions(2020, detailed: true);
        var doubled = new LabelledMatrix("twice as much", emissions.Rows, emissions.Columns, emissions.Values * 2, emissions.Unit, emissions.Status);
        Assert.Equal(2 * China.Transfers(2020).Outflow["Hebei"], China.WithEmissions(2020, doubled).Transfers(2020).Outflow["Hebei"], 1);
    }

    // The first thirty blocks of the table in the order of other regions, with what they trade with the rest counted as exports and imported inputs.
    private static MultiRegionalTable Rebuilt(MultiRegionalTable table, RegionAxis kept)
    {
        int[] from = [.. kept.Select(k => k.Code.StartsWith("CN", StringComparison.Ordinal) ? China.Accounts.Provinces.IndexOf(k.Code[2..]) : 0)];
        var (s, c) = (table.Sectors.Count, table.Categories.Count);
        var n = kept.Count * s;
        int Row(int i) => s * from[i / s] + i % s;
        int[] rows = [.. Enumerable.Range(0, n).Select(Row)];
        int[] uses = [.. Enumerable.Range(0, kept.Count * c).Select(u => from[u / c] * c + u % c)];
        var z = Matrix<double>.Build.Dense(n, n, (i, j) => table.Intermediate[rows[i], rows[j]]);
        var y = Matrix<double>.Build.Dense(n, uses.Length, (i, u) => table.FinalUseByCategory[rows[i], uses[u]]);
        Vector<double> Of(Vector<double> v) => Vector<double>.Build.Dense(n, i => v[rows[i]]);
        var (x, added) = (Of(table.Output), Of(table.ValueAdded));
        return new(kept, table.Sectors, z, y, x - z.RowSums() - y.RowSums(), x - added - z.ColumnSums(), added, x, table.Status, table.Categories);
    }
}
