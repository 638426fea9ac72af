using System.Text.Json.Nodes;

namespace CarbonComp.Formats.Tests;

/// <summary>A tidy table says what it is by the data package beside it.</summary>
public class TidyPackageTests
{
    private static readonly TableDescription About = new()
    {
        Title = "四个地区", Year = 2017, Prices = "producers' prices", Remarks = "Constructed \"by hand\", in one line.",
        Sources = [new("Somebody (2020): A table", "https://example.org/"), new("统计年鉴")],
    };

    [Fact]
    public void Unit_status_and_description_survive_with_the_names()
    {
        using var folder = new TemporaryFolder();
        TidyTable.WriteCsv(Ten, folder.File("表.csv"), About);
        var reading = TidyTable.ReadCsv(folder.File("表.csv"));
        Assert.True(SameTable.Equal(Ten, reading.Table));
        Assert.Equal(About.Sources, reading.Description.Sources);
        Assert.Equal(About, reading.Description with { Sources = About.Sources });
        Assert.Contains("10^4 yuan, producers' prices, 2017", reading.ToString());
        TidyTable.WriteCsv(reading.Table, folder.File("again.csv"), reading.Description);
        Assert.Equal(File.ReadAllText(folder.File("表.csv")), File.ReadAllText(folder.File("again.csv")));
    }

    [Fact]
    public void The_package_is_one_as_any_other()
    {
        using var folder = new TemporaryFolder();
        TidyTable.WriteCsv(Ten, folder.File("four regions.csv"), About);
        var package = DataPackage.Load(folder.Path);
        var flows = package["four-regions"];
        Assert.Equal(["from_region", "from_sector", "to_region", "to_sector", "value", "region_name", "region_local_name",
            "sector_name", "sector_local_name", "use_name", "use_local_name"], flows.Fields.Select(f => f.Name));
        Assert.Equal(("10^4 yuan", ValueStatus.Statistic), (flows.Fields[4].Unit!.Symbol, flows.Fields[4].Status));
        Assert.All(flows.Fields, f => Assert.NotEmpty(f.Description));
        Assert.Equal("四个地区", flows.Title);
    }

    [Fact]
    public void What_the_layout_says_of_a_published_table_is_there_in_the_tidy_one()
    {
        using var folder = new TemporaryFolder();
        FormatSample.All.Single(f => f.Name == "wiod csv").Write(folder.Path);
        var wiod = WiodTable.ReadCsv(folder.Path, 2009);
        TidyTable.WriteCsv(wiod.Table, folder.File("t.csv"), wiod.Description);
        var read = TidyTable.ReadCsv(folder.File("t.csv"));
        Assert.Equal((2009, "current prices", "million US$"), (read.Description.Year, read.Description.Prices, read.Table.Unit.Symbol));
    }

    [Theory]
    [InlineData("10^4 yuan", ValueStatus.Statistic, null)]
    [InlineData("万元", null, null)]
    [InlineData(null, ValueStatus.Statistic, null)]
    [InlineData("yuan", null, "are in 10^4 yuan here, in yuan where it is read")]
    [InlineData("10^4 US$", null, "are in 10^4 yuan here, in 10^4 US$ where it is read")]
    [InlineData(null, ValueStatus.Constructed, "are statistic here, constructed where it is read")]
    public void The_caller_may_say_the_same_but_nothing_else(string? unit, ValueStatus? status, string? expected)
    {
        using var folder = new TemporaryFolder();
        TidyTable.WriteCsv(Ten, folder.File("t.csv"));
        TableReading Read() => TidyTable.ReadCsv(folder.File("t.csv"), unit is null ? null : Unit.Parse(unit), status);
        if (expected is null) Assert.True(SameTable.Equal(Ten, Read().Table));
        else
        {
            var wrong = Assert.Throws<DataException>(Read);
            Assert.Contains(expected, wrong.Message);
            Assert.EndsWith("datapackage.json, resource \"t\"", wrong.Place);
        }
    }

    [Theory, InlineData(true, "no datapackage.json beside it describes it. Give unit and status"),
        InlineData(false, "nothing says where its numbers come from")]
    public void Without_a_package_the_caller_says_unit_and_status(bool noUnit, string expected)
    {
        using var folder = new TemporaryFolder();
        TidyTable.WriteCsv(Ten, folder.File("t.csv"));
        File.Delete(folder.File("datapackage.json"));
        Assert.Contains(expected, Assert.Throws<DataException>(() => TidyTable.ReadCsv(folder.File("t.csv"), noUnit ? null : Ten.Unit)).Message);
        Assert.True(SameTable.Equal(Ten, TidyTable.ReadCsv(folder.File("t.csv"), Ten.Unit, Ten.Status).Table));
    }

    [Fact]
    public void Tables_of_one_folder_share_a_package_and_one_that_is_written_again_replaces_itself()
    {
        using var folder = new TemporaryFolder();
        var yuan = WorldSample.ClosedWithNames;
        TidyTable.WriteCsv(Ten, folder.File("a b.csv"));
        TidyTable.WriteCsv(yuan, folder.File("a-b.csv"));
        Assert.Equal(("10^4 yuan", "yuan"),
            (TidyTable.ReadCsv(folder.File("a b.csv")).Table.Unit.Symbol, TidyTable.ReadCsv(folder.File("a-b.csv")).Table.Unit.Symbol));
        TidyTable.WriteCsv(yuan, folder.File("a b.csv"));
        Assert.Equal("yuan", TidyTable.ReadCsv(folder.File("a b.csv")).Table.Unit.Symbol);
        Assert.Equal(["a-b", "a-b-2"], DataPackage.Load(folder.Path).Resources.Select(r => r.Name).Order());
    }

    [Fact]
    public void A_file_that_was_changed_is_refused_until_it_is_sealed()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("t.csv");
        TidyTable.WriteCsv(Ten, path);
        File.WriteAllText(path, File.ReadAllText(path) + "\n");
        Assert.Contains("DataPackage.Seal", Assert.Throws<DataException>(() => TidyTable.ReadCsv(path)).Message);
        DataPackage.Seal(folder.Path);
        Assert.True(SameTable.Equal(Ten, TidyTable.ReadCsv(path).Table));
    }

    [Fact]
    public void Another_package_in_the_folder_keeps_what_it_has()
    {
        using var folder = new TemporaryFolder();
        const string other = """
            { "name": "mine", "resources": [ { "name": "t", "path": ["a.csv", "b.csv"] }, { "name": "inline", "data": [1] } ], "author": "我" }
            """;
        File.WriteAllText(folder.File("datapackage.json"), other);
        TidyTable.WriteCsv(Ten, folder.File("t.csv"));
        Assert.True(SameTable.Equal(Ten, TidyTable.ReadCsv(folder.File("t.csv")).Table));
        var now = JsonNode.Parse(File.ReadAllText(folder.File("datapackage.json")))!;
        Assert.Null(now["hash"]); // It was not sealed, so its owner may go on changing it.
        Assert.Equal("t-2", (string?)now["resources"]![2]!["name"]);
        now["resources"]!.AsArray().RemoveAt(2);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(other), now));
        File.WriteAllText(folder.File("datapackage.json"), other);
        Assert.Contains("no datapackage.json beside it describes it", Assert.Throws<DataException>(() => TidyTable.ReadCsv(folder.File("t.csv"))).Message);
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "an object")]
    [InlineData("{ \"resources\": 1 }", "\"resources\" must be a list")]
    [InlineData("{ \"resources\": [], \"hash\": \"sha256:0\" }", "changed after it was sealed")]
    public void Where_the_package_is_damaged_nothing_is_written(string package, string expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("datapackage.json"), package);
        File.WriteAllText(folder.File("t.csv"), "old");
        Assert.Contains(expected, Assert.Throws<DataException>(() => TidyTable.WriteCsv(Ten, folder.File("t.csv"))).Message);
        Assert.Equal((package, "old"), (File.ReadAllText(folder.File("datapackage.json")), File.ReadAllText(folder.File("t.csv"))));
    }

    public static TheoryData<TableDescription, string> Unwritable => new()
    {
        { new() { Title = "two\nlines" }, "\"two lines\" in its description has a line break" },
        { new() { Year = 0 }, "0 in its description is not a year" },
        { new() { Sources = [new(" ")] }, "has no title" },
    };

    [Theory, MemberData(nameof(Unwritable))]
    public void What_could_not_be_read_again_is_not_written(TableDescription description, string expected)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(expected, Assert.Throws<DataException>(() => TidyTable.WriteCsv(Ten, folder.File("t.csv"), description)).Message);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("from_sector", "sector", "its fields are not from_region")]
    [InlineData("region_name", "region", "the heading is not that of the data package")]
    public void A_package_of_other_columns_is_refused(string field, string now, string expected)
    {
        using var folder = new TemporaryFolder();
        TidyTable.WriteCsv(Ten, folder.File("t.csv"));
        var package = JsonNode.Parse(File.ReadAllText(folder.File("datapackage.json")))!.AsObject();
        package.Remove("hash");
        package["resources"]![0]!["schema"]!["fields"]!.AsArray().Single(f => (string?)f!["name"] == field)!["name"] = now;
        File.WriteAllText(folder.File("datapackage.json"), package.ToJsonString());
        Assert.Contains(expected, Assert.Throws<DataException>(() => TidyTable.ReadCsv(folder.File("t.csv"))).Message);
    }

    /// <summary>The closed table with names, in 10^4 yuan.</summary>
    private static MultiRegionalTable Ten
    {
        get
        {
            var t = WorldSample.ClosedWithNames;
            return new(t.Regions, t.Sectors, t.Intermediate, t.FinalUseByCategory, t.Exports, t.ImportedInputs,
                t.ValueAdded, t.Output, t.Status, t.Categories, t.CompetitiveImports, t.Error, Unit.Parse("10^4 yuan"));
        }
    }
}
