using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Formats.Tests;

public class RoundTripTests
{
    [Fact]
    [Trait("size", "large")]
    public void Every_form_that_is_written_reads_back_equal() => Prop.ForAll(RandomTable.Any, sample =>
    {
        using var folder = new TemporaryFolder();
        foreach (var table in new[] { sample.Table, WithEverything(sample.Table), Named(sample.Table) })
        {
            TidyTable.WriteCsv(table, folder.File("tidy.csv"));
            Assert.True(SameTable.Equal(table, TidyTable.ReadCsv(folder.File("tidy.csv")).Table));
            WideTable.WriteCsv(table, folder.File("wide.csv"));
            Assert.True(SameTable.Equal(table, WideTable.ReadCsv(folder.File("wide.csv")).Table));
            WideTable.WriteXlsx(table, folder.File("wide.xlsx"));
            Assert.True(SameTable.Equal(table, WideTable.ReadXlsx(folder.File("wide.xlsx")).Table));
        }
        Assert.Equal(["datapackage.json", "tidy.csv", "wide.csv", "wide.xlsx"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Names_that_say_no_more_than_the_codes_are_not_written()
    {
        using var folder = new TemporaryFolder();
        var table = RandomTable.Build(2, 2, 1).Table;
        WideTable.WriteCsv(table, folder.File("wide.csv"));
        TidyTable.WriteCsv(table, folder.File("tidy.csv"));
        Assert.DoesNotContain("name", File.ReadAllText(folder.File("wide.csv")) + File.ReadAllText(folder.File("tidy.csv")), StringComparison.Ordinal);
        WideTable.WriteCsv(Named(table), folder.File("wide.csv"));
        TidyTable.WriteCsv(Named(table), folder.File("tidy.csv"));
        Assert.Equal([",region name", ",region local name", ",sector name", ",use name", ",use local name"],
            File.ReadLines(folder.File("wide.csv")).Skip(2).Take(5).Select(l => string.Join(',', l.Split(',').Take(2))));
        Assert.StartsWith("from_region,from_sector,to_region,to_sector,value,region_name,region_local_name,sector_name,use_name,use_local_name\n",
            File.ReadAllText(folder.File("tidy.csv")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wide.csv", "wide.csv, line 3, column 4: the region name of R1 is \"Nowhere\" here, \"Region, the 1st\" elsewhere")]
    [InlineData("tidy.csv", "the region name of R1 is \"Nowhere\" here, \"Region, the 1st\" elsewhere")]
    public void A_region_that_has_two_names_is_refused(string file, string expected)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File(file);
        var table = Named(RandomTable.Build(2, 2, 1).Table);
        if (file == "wide.csv") WideTable.WriteCsv(table, path); else TidyTable.WriteCsv(table, path);
        var text = File.ReadAllText(path);
        const string name = "\"Region, the 1st\"";
        var second = text.IndexOf(name, text.IndexOf(name, StringComparison.Ordinal) + 1, StringComparison.Ordinal);
        File.WriteAllText(path, text[..second] + "Nowhere" + text[(second + name.Length)..]);
        Assert.Contains(expected, Assert.Throws<DataException>(() => file == "wide.csv" ? WideTable.ReadCsv(path) : Described(path)).Message);
    }

    [Fact]
    public void A_cancelled_workbook_leaves_the_old_file()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("t.xlsx"), "old");
        Assert.Throws<OperationCanceledException>(() =>
            WideTable.WriteXlsx(RandomTable.Build(2, 2, 1).Table, folder.File("t.xlsx"), cancellation: new(canceled: true)));
        Assert.Equal("old", File.ReadAllText(folder.File("t.xlsx")));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void The_columns_of_a_users_own_table_are_named_by_a_layout()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("own.csv");
        File.WriteAllText(path, """
            sector;north_a;north_b;south_a;south_b;north_fd;south_fd;abroad;x
            north_a;1;2;3;4;5;5;0;20
            north_b;2;2;2;2;2;10;0;20
            south_a;3;4;1;1;1;10;0;20
            south_b;5;5;5;1;1;1;2;20
            im;1;1;1;1;0;0;0;0
            wages;8;6;8;11;0;0;0;0
            """.ReplaceLineEndings("\n"));
        var layout = new WideLayout
        {
            Unit = Unit.Parse("million yuan"), Status = ValueStatus.Illustrative,
            Separator = ';', LabelSeparator = '_', RegionRow = 1, LabelRow = 1, FirstRow = 2,
            RegionColumn = 1, LabelColumn = 1, FirstColumn = 2, Categories = ["fd"],
            Columns = new Dictionary<string, TableBlock> { ["abroad"] = TableBlock.Exports, ["x"] = TableBlock.Output },
            Rows = new Dictionary<string, TableBlock> { ["im"] = TableBlock.ImportedInputs, ["wages"] = TableBlock.ValueAdded },
        };
        var t = WideTable.ReadCsv(path, layout).Table;
        Assert.Equal(["north", "south"], t.Regions.Codes);
        Assert.Equal(4, t.Intermediate[0, 3]);
        Assert.True(t.Validate().IsValid);
        File.WriteAllText(path, File.ReadAllText(path).Replace("north_b;2;2", "north_b;2;two", StringComparison.Ordinal));
        Assert.Contains("own.csv, line 3, column 3: \"two\" is not a number", Assert.Throws<DataException>(() => WideTable.ReadCsv(path, layout)).Message);
        File.WriteAllText(path, File.ReadAllText(path).Replace("two", "3", StringComparison.Ordinal));
        Assert.StartsWith("own.csv, line 3, column 9: the total of north · b is 20",
            Assert.Throws<DataException>(() => WideTable.ReadCsv(path, layout)).Message);
    }

    /// <summary>Reads a tidy file that was changed on purpose.</summary>
    private static TableReading Described(string path)
    {
        File.Delete(Path.Combine(Path.GetDirectoryName(path)!, "datapackage.json"));
        return TidyTable.ReadCsv(path, Unit.Yuan, ValueStatus.Illustrative);
    }

    private static MultiRegionalTable Named(MultiRegionalTable t) => WorldSample.Named(t,
        new(t.Regions.Select((r, i) => new Region(r.Code, $"Region, the {i + 1}st", i == 1 ? "" : $"地区{i + 1}"))),
        new(t.Sectors.Select((s, i) => i == 1 ? s : new Sector(s.Code, $"{i + 1}"))));

    private static MultiRegionalTable WithEverything(MultiRegionalTable t)
    {
        var n = t.Axis.Count;
        var half = t.FinalUse / 4;
        var uses = Matrix<double>.Build.Dense(n, 2 * t.Regions.Count, (i, u) => u % 2 == 0 ? half[i, u / 2] : t.FinalUse[i, u / 2] - half[i, u / 2]);
        var error = t.Output / 100;
        return new(t.Regions, t.Sectors, t.Intermediate, uses, t.Exports, t.ImportedInputs, t.ValueAdded, t.Output, ValueStatus.Statistic,
            new CategoryAxis("final use", "households, \"all\"", "投资"), error, error, Unit.Parse("10^4 yuan"));
    }
}
