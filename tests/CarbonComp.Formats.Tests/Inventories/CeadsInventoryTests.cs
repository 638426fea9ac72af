namespace CarbonComp.Formats.Tests;

public class CeadsInventoryTests
{
    [Theory, InlineData(false, false), InlineData(true, false), InlineData(false, true)]
    public void Both_spellings_and_the_short_edition_are_read(bool underscores, bool isShort)
    {
        var sample = new InventorySample(3) { Underscores = underscores, Short = isShort };
        var inventories = Read(InventorySample.Note, ("InnerMongolia2019", sample.Rows()),
            ("Shaanxi2019", new InventorySample(5).Rows()), ("Shanxi2019", new InventorySample(6).Rows()));
        var inventory = inventories["Inner Mongolia", 2019];
        Assert.Equal(("150000", "内蒙古自治区", 2019), (inventory.Region.Code, inventory.Region.LocalName, inventory.Year));
        Assert.Same(inventory, inventories["InnerMongolia", 2019]);
        Assert.Same(inventory, inventories["内蒙古", 2019]);
        Assert.Equal(45, inventory.Sectors.Count);
        Assert.Equal(["Urban", "Rural"], inventory.HouseholdSources.Rows.Labels);
        Assert.Equal(EmissionFactors.Ipcc2006.Fuels.Labels, inventory.Fuels.Columns.Labels);
        Assert.Equal(sample.Value(1, 0) * 1e6, inventory.Fuels["Coal Mining and Dressing", "Raw coal"], 1e-6);
        Assert.Equal(6.25e6, inventory.Process["Nonmetal Mineral Products"], 1e-6);
        Assert.Equal(6.25e6, inventory.Process.Total, 1e-6);
        for (var s = 0; s < 45; s++) Assert.Equal(sample.Scope1(s) * 1e6, inventory.Scope1[s], 1e-3);
        Assert.Equal(sample.Scope1(46) * 1e6, inventory.Households["Rural"], 1e-3);
        Assert.Equal(Enumerable.Range(0, 47).Sum(sample.Scope1) * 1e6, inventory.Total, 1e-2);
        Assert.Equal(ValueStatus.Statistic, inventory.Status);
        Assert.Equal((5, 6), (Seed(inventories["Shaanxi", 2019]), Seed(inventories["Shanxi", 2019])));
    }

    [Fact]
    public void Scope_2_is_apart_and_in_no_sum()
    {
        var sample = new InventorySample(2);
        var inventory = Read(("Hebei2017", sample.Rows()))["Hebei", 2017];
        Assert.Equal(sample.Value(38, 17) * 1e6, inventory.PurchasedHeat!["Production and Supply of Electric Power, Steam and Hot Water"], 1e-6);
        Assert.Equal(sample.Value(46, 18) * 1e6, inventory.PurchasedElectricity!["Rural"], 1e-6);
        Assert.True(inventory.PurchasedElectricity!.Total > 0);
        Assert.DoesNotContain(inventory.Sources.Columns.Labels, l => l.Contains('2'));
        Assert.Null(Read(("Hebei2017", (sample with { Short = true }).Rows()))["Hebei", 2017].PurchasedHeat);
    }

    [Fact]
    public void The_nations_workbook_is_held_against_its_sheets_of_sums()
    {
        var sheets = InventorySample.Nation(2018, 2019);
        var inventories = Read(sheets);
        Assert.Equal(["China"], inventories.Regions.Labels);
        Assert.Equal([2018, 2019], inventories.Years);

        var sums = sheets[1].Rows.ToList();
        sums[1][3] = (double)sums[1][3]! + 1;
        sheets[1] = ("sum", sums);
        var bySector = sheets[2].Rows.ToList();
        bySector[10][2] = (double)bySector[10][2]! + 1;
        sheets[2] = ("Sum-Sec-Scope 1", bySector);
        var wrong = Assert.Throws<DataException>(() => Read(sheets));
        Assert.Contains("sheet sum, cell D2: Other washed coal of Total Emissions in 2018", wrong.Message);
        Assert.Contains("sheet Sum-Sec-Scope 1, cell C11: Scope 1 Total of", wrong.Message);
    }

    [Fact]
    public void Regions_and_years_become_a_matrix()
    {
        var inventories = EmissionInventories.Join("two years",
            Read(("Hebei2018", new InventorySample(1).Rows()), ("Anhui2018", new InventorySample(2).Rows())),
            Read(("Hebei2019", new InventorySample(3).Rows())));
        Assert.Equal(["Hebei", "Anhui"], inventories.Scope1(2018).Rows.Labels);
        Assert.Equal(new InventorySample(2).Scope1(0) * 1e6, inventories.Scope1(2018).Values[1, 0], 1e-3);
        Assert.Equal(2, inventories.Households(2018).Columns.Count);
        Assert.Contains("no inventory of Anhui in 2019. There are: 2018", Assert.Throws<EmissionsException>(() => inventories.Scope1(2019)).Message);
        Assert.Contains("no inventory of \"Tibet\"", Assert.Throws<EmissionsException>(() => inventories["Tibet", 2018]).Message);
        Assert.Throws<EmissionsException>(() => EmissionInventories.Join("twice", inventories, inventories));
    }

    [Fact]
    public void One_sheet_is_read_by_province_and_year()
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("i.xlsx"), InventorySample.Note, ("Hebei2018", new InventorySample(1).Rows()), ("Anhui2018", new InventorySample(2).Rows()));
        Assert.Equal("Anhui", CeadsInventory.Read(folder.File("i.xlsx"), "Anhui", 2018).Region.Name);
        var wrong = Assert.Throws<EmissionsException>(() => CeadsInventory.Read(folder.File("i.xlsx"), "Anhui", 2019));
        Assert.Contains("no sheet of Anhui in 2019", wrong.Message);
    }

    [Fact]
    public void All_faults_of_a_file_are_told_with_sheet_and_cell()
    {
        var (first, second) = (new InventorySample(1).Rows(), new InventorySample(2).Rows());
        first[10][3] = "n/a";
        first[20][0] = "Steel";
        second[31][InventorySample.Total] = (double)second[31][InventorySample.Total]! + 0.5;
        var wrong = Assert.Throws<DataException>(() => Read(("Hebei2018", first), ("Anhui2018", second), ("Hebei", new InventorySample(1).Rows())));
        Assert.Contains("sheet Hebei2018, cell D11: \"n/a\" is not a number", wrong.Message);
        Assert.Contains("sheet Hebei2018, cell A21: \"Steel\" is not a sector", wrong.Message);
        Assert.Contains("sheet Anhui2018, cell W32: the Scope 1 Total of Smelting and Pressing of Ferrous Metals is", wrong.Message);
        Assert.Contains("sheet Anhui2018, cell W4: the total of Scope 1 Total", wrong.Message);
        Assert.Contains("sheet Hebei: the sheet's name is not a province and year", wrong.Message);
    }

    [Fact]
    public void A_unit_that_is_no_CO2_is_refused()
    {
        var rows = new InventorySample(1).Rows();
        rows[1][2] = "Mt C";
        Assert.Contains("cell C2: ", Assert.Throws<DataException>(() => Read(("Hebei2018", rows))).Message);
    }

    [Fact]
    public void A_changed_cell_is_refused_or_changes_nothing()
    {
        var intact = Read(("Hebei2018", new InventorySample(4).Rows()))[0];
        var refused = 0;
        for (var seed = 0; seed < 150; seed++)
        {
            var (rows, random) = (new InventorySample(4).Rows(), new Random(seed));
            var r = random.Next(rows.Count);
            var c = random.Next(rows[r].Length);
            rows[r][c] = rows[r][c] switch
            {
                double d when random.Next(2) == 0 => d + 0.25 + random.Next(3),
                double d => -d,
                string => random.Next(2) == 0 ? null : "x",
                _ => 1.5,
            };
            try
            {
                var read = Read(("Hebei2018", rows))[0];
                Assert.True((read.Sources.Values - intact.Sources.Values).Enumerate().All(d => Math.Abs(d) < 1),
                    $"Damage {seed} in row {r + 1}, column {c + 1} was not seen.");
            }
            catch (DataException told)
            {
                refused++;
                Assert.NotEmpty(told.Place);
            }
        }
        Assert.True(refused > 75, $"Only {refused} were refused.");
    }

    [Fact]
    public void Reading_is_reported_and_stopped()
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("i.xlsx"), ("Hebei2018", new InventorySample(1).Rows()), ("Anhui2018", new InventorySample(2).Rows()));
        var told = new Told();
        CeadsInventory.Read(folder.File("i.xlsx"), progress: told, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal([0, 0.5, 1], told.Shares);
        Assert.Throws<OperationCanceledException>(() => CeadsInventory.Read(folder.File("i.xlsx"), cancellation: new CancellationToken(true)));
    }

    private static int Seed(EmissionInventory inventory) => (int)Math.Round(inventory.Process.Total / 1e6 - 3.25);

    private static EmissionInventories Read(params (string, IEnumerable<object?[]>)[] sheets)
    {
        using var folder = new TemporaryFolder();
        Workbook.Write(folder.File("inventories.xlsx"), sheets);
        return CeadsInventory.Read(folder.File("inventories.xlsx"));
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
