using System.Text;

namespace CarbonComp.Tests.Data;

public sealed class DataPackageTests
{
    private static readonly RegionAxis Cities = new(
        new Region("110000", "Beijing", "北京市"), new Region("120000", "Tianjin", "天津市"), new Region("130200", "Tangshan", "唐山市"));

    /// <summary>Loads a package with one thing changed and returns the complaint.</summary>
    private static string Complaint(string? descriptor = null, string? cities = null, string? economy = null, string? flows = null)
    {
        using var package = new TemporaryPackage(descriptor, cities, economy, flows);
        return Assert.Throws<DataException>(package.Load).Message;
    }

    private static string Economy(string from, string to) => Complaint(economy: Replace(TemporaryPackage.Economy, from, to));

    private static string Descriptor(string from, string to) => Complaint(descriptor: Replace(TemporaryPackage.Descriptor, from, to));

    private static string Replace(string text, string from, string to)
    {
        Assert.Contains(from, text);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_tables_along_axes_with_unit_and_status()
    {
        using var temporary = new TemporaryPackage();
        var package = temporary.Load();
        Assert.Equal(Cities, package["cities"].RegionAxis());
        var gdp = package["economy"].Vector("gdp", Cities);
        Assert.Equal(7210.9e8, gdp.In("yuan")["唐山市"], 1);
        Assert.Equal("GDP", gdp.Name);
        Assert.Equal(ValueStatus.Statistic, gdp.Status);
        Assert.Equal("capital, first", package["economy"].Texts("note")[0]);
        Assert.Equal("Yearbook 2021", Assert.Single(package.Sources).Title);
        Assert.Equal("CC0-1.0", Assert.Single(package.Licences).Name);
    }

    [Fact]
    public void A_rows_unit_and_status_win()
    {
        using var temporary = new TemporaryPackage();
        var flows = temporary.Load()["flows"];
        Assert.Equal([1.5, 0.25], flows.Numbers("value"));
        Assert.Equal("Mt CO2", flows.UnitOf("value").Symbol);
        Assert.Equal(ValueStatus.Constructed, flows.Status);
        Assert.Equal(ValueStatus.Paper, flows.Where("from", "Beijing").Status);
        var other = Loaded(flows: Replace(TemporaryPackage.Flows, "kt CO2", "km"))["flows"];
        Assert.Contains("line 3", Assert.Throws<DataException>(() => other.Numbers("value")).Message);

        static DataPackage Loaded(string flows)
        {
            using var package = new TemporaryPackage(flows: flows);
            return package.Load();
        }
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("\uFEFF", "\r\n")]
    public void Byte_order_mark_and_line_endings_make_no_difference(string mark, string ending)
    {
        using var changed = new TemporaryPackage(
            economy: mark + TemporaryPackage.Economy.Replace("\n", ending, StringComparison.Ordinal), cities: mark + TemporaryPackage.Cities);
        using var plain = new TemporaryPackage();
        Assert.Equal(plain.Load()["economy"].ToString(), changed.Load()["economy"].ToString());
    }

    [Fact]
    public void Numbers_that_are_none_are_named()
    {
        Assert.Contains("economy.csv, line 4 (Tangshan), field gdp: \"7210.9 bn\" is not a number", Economy("7210.9", "7210.9 bn"));
        Assert.Contains("line 3 (Tianjin), field gdp: \"14 083.73\" is not a number", Economy("14083.73", "14 083.73"));
        Assert.Contains("is not a number", Economy("14083.73", "１４０８３"));
        Assert.Contains("is not a number", Economy("14083.73", "0x10"));
        foreach (var word in new[] { "NaN", "inf", "-Infinity", "1e999", "N/A" })
            Assert.Contains("is not a finite number", Economy("14083.73", word));
        Assert.Contains("field population: \"13866009.5\" is not a whole number", Economy("13866009", "13866009.5"));
        Assert.Contains("field gdp: the cell is empty", Economy("14083.73", ""));
    }

    [Fact]
    public void Years_have_four_digits()
    {
        var descriptor = Replace(TemporaryPackage.Descriptor, "\"name\": \"note\", \"type\": \"string\"", "\"name\": \"note\", \"type\": \"year\"");
        string Year(string cell) => $"region,gdp,population,note\nTangshan,1.5,2,{cell}\n";
        using var package = new TemporaryPackage(descriptor, economy: Year("2020"));
        Assert.Equal([2020], package.Load()["economy"].Numbers("note"));
        foreach (var cell in new[] { "2020年", "20", "2020.0", "+2020", "２０２０", "0999" })
            Assert.Contains($"line 2 (Tangshan), field note: \"{cell}\" is not a year", Complaint(descriptor, economy: Year(cell)));
    }

    [Fact]
    public void A_row_that_a_study_finds_wrong_is_named()
    {
        using var package = new TemporaryPackage();
        var tianjin = package.Load()["economy"].Where("region", "Tianjin");
        Assert.EndsWith("economy.csv, line 3 (Tianjin), field gdp: the value is 14083.73. Too much.", tianjin.Wrong(0, "gdp", "Too much.").Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => tianjin.Wrong(1, "gdp", ""));
    }

    [Fact]
    public void Lines_of_another_length_are_named()
    {
        Assert.Contains("line 3 (Tianjin): the line has 5 cells, the heading 4", Economy("Tianjin,14083.73", "Tianjin,14,083.73"));
        Assert.Contains("thousands separators", Economy("Tianjin,14083.73", "Tianjin,14,083.73"));
        Assert.Contains("line 4 (Tangshan): the line has 3 cells, the heading 4. Fill in", Economy(",steel", ""));
        Assert.Contains("line 2 (Beijing, Tianjin): the line has 6 cells", Complaint(flows: Replace(TemporaryPackage.Flows, "1.5", "1,5")));
        Assert.Contains("economy.csv, line 5: the line has no values", Economy(",steel\n", ",steel\n,,,\n"));
        Assert.Contains("line 2: the quotes do not fit", Economy("first\"", "first"));
        Assert.Contains("line 4: the quotes do not fit", Economy("steel", "ste\"el"));
        Assert.Contains("control character", Economy("steel", "st\0eel"));
    }

    [Fact]
    public void Fields_of_file_and_schema_must_agree()
    {
        Assert.Contains("field population: the schema has this field, the file does not", Economy("population", "inhabitants"));
        Assert.Contains("\"extra\" is not in the schema", Complaint(economy: "region,gdp,population,note,extra\nBeijing,1,1,,\n"));
        Assert.Contains("two columns are called \"gdp\"", Economy("population", "gdp"));
        Assert.Contains("line 1: the cells are separated by semicolons", Complaint(economy: TemporaryPackage.Economy.Replace(',', ';')));
        Assert.Contains("line 1: the cells are separated by tabs", Complaint(economy: "\uFEFF" + TemporaryPackage.Economy.Replace(',', '\t')));
        Assert.Contains("file is empty", Complaint(economy: ""));
        Assert.Contains("no rows", Complaint(economy: "region,gdp,population,note\n"));
    }

    [Fact]
    public void Keys_are_unique_and_regions_are_known()
    {
        Assert.Contains("line 4: region Beijing appears twice, first in line 2", Economy("Tangshan", "Beijing"));
        Assert.Contains("line 4 (Tangchan), field region: \"Tangchan\" is missing from", Economy("Tangshan", "Tangchan"));
        Assert.Contains("appears twice", Complaint(cities: Replace(TemporaryPackage.Cities, "120000,Tianjin", "110000,Tianjin")));
    }

    [Fact]
    public void Missing_labels_and_labels_off_the_axis_are_named()
    {
        using var temporary = new TemporaryPackage();
        var economy = temporary.Load()["economy"];
        var four = Cities.With(new Region("131000", "Langfang"));
        Assert.Contains("no row for region Langfang", Assert.Throws<DataException>(() => economy.Vector("gdp", four)).Message);
        var two = RegionAxis.Of("Beijing", "Tianjin");
        Assert.Contains("\"Tangshan\" is not among the regions", Assert.Throws<DataException>(() => economy.Vector("gdp", two)).Message);
        Assert.Equal(2, economy.Where("region", two).Vector("gdp", two).Values.Count);
        Assert.Contains("no row has \"Langfang\"", Assert.Throws<DataException>(() => economy.Where("region", "Langfang")).Message);
        Assert.Contains("there is no field \"gpd\"", Assert.Throws<DataException>(() => economy.Vector("gpd", Cities)).Message);
        Assert.Contains("holds text", Assert.Throws<DataException>(() => economy.Numbers("note")).Message);
        var flows = temporary.Load()["flows"];
        Assert.Contains("no row for region Beijing, region Beijing", Assert.Throws<DataException>(() => flows.Matrix("value", two, two, "from", "to")).Message);
    }

    [Fact]
    public void Units_and_statuses_are_required_and_known()
    {
        Assert.Contains("resource \"economy\", field gdp: it holds numbers, but no unit is given", Descriptor("\"unit\": \"100 million yuan\", ", ""));
        Assert.Contains("Unit \"shells\" is not known", Descriptor("100 million yuan", "shells"));
        Assert.Contains("a tonne of what", Descriptor("100 million yuan", "t"));
        Assert.Contains("nothing says where its numbers come from", Descriptor(", \"status\": \"statistic\", \"title\": \"GDP\"", ""));
        Assert.Contains("Status \"guessed\" is not known", Descriptor("\"status\": \"statistic\", \"title\": \"GDP\"", "\"status\": \"guessed\""));
        Assert.Contains("type \"money\" is not known", Descriptor("\"type\": \"number\", \"unit\": \"100", "\"type\": \"money\", \"unit\": \"100"));
        Assert.Contains("line 3 (Tianjin, Beijing), field status: Status \"\u6211\" is not known",
            Complaint(flows: Replace(TemporaryPackage.Flows, "constructed", "我")));
        Assert.Contains("line 2 (Beijing, Tianjin), field value: the row has no unit", Complaint(flows: Replace(TemporaryPackage.Flows, "Mt CO2", "")));
        Assert.Contains("line 2 (Beijing, Tianjin), field value: nothing says", Complaint(flows: Replace(TemporaryPackage.Flows, "paper", "")));
    }

    [Fact]
    public void Damaged_descriptors_are_named()
    {
        Assert.Contains("line 5: it is not valid JSON", Descriptor("[{\"name\": \"CC0-1.0\"}]", "[{\"name\": CC0}]"));
        Assert.Contains("it is not valid JSON", Descriptor("\"title\": \"A small package\"", "\"name\": \"again\""));
        Assert.Contains("\"resources\" is missing or empty", Complaint(descriptor: "{\"name\": \"x\"}"));
        Assert.Contains("\"name\" is missing", Complaint(descriptor: "{\"resources\": []}"));
        Assert.Contains("an object {…} is expected", Complaint(descriptor: "[]"));
        Assert.Contains("\"path\" must be a text, not 7", Descriptor("\"economy.csv\"", "7"));
        Assert.Contains("two resources are called \"cities\"", Descriptor("\"name\": \"economy\"", "\"name\": \"cities\""));
        Assert.Contains("names a field \"town\"", Descriptor("[\"region\"]", "[\"town\"]"));
        Assert.Contains("refers to a resource \"towns\"", Descriptor("\"resource\": \"cities\"", "\"resource\": \"towns\""));
        Assert.Contains("no datapackage.json", Assert.Throws<DataException>(() => DataPackage.Load("/nowhere/at/all")).Message);
    }

    [Theory]
    [InlineData("../economy.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../economy.csv")]
    [InlineData("..\\\\economy.csv")]
    [InlineData("https://example.org/economy.csv")]
    [InlineData("./economy.csv")]
    public void A_path_that_leaves_the_folder_is_refused(string path) =>
        Assert.Contains("is not a file inside the package's folder", Descriptor("economy.csv", path));

    [Fact]
    public void A_missing_file_and_a_link_are_refused()
    {
        Assert.Contains("the file \"elsewhere.csv\" is missing", Descriptor("economy.csv", "elsewhere.csv"));
        using var package = new TemporaryPackage(Replace(TemporaryPackage.Descriptor, "economy.csv", "link.csv"));
        File.CreateSymbolicLink(package.At("link.csv"), package.At("economy.csv"));
        Assert.Contains("is a link", Assert.Throws<DataException>(package.Load).Message);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_says_how_to_save_it()
    {
        using var package = new TemporaryPackage();
        File.WriteAllBytes(package.At("cities.csv"), [.. Encoding.UTF8.GetBytes("code,name,local_name\n110000,Beijing,"), 0xB1, 0xB1, 0xBE, 0xA9, (byte)'\n']);
        Assert.Contains("cities.csv, line 2: the file is not UTF-8", Assert.Throws<DataException>(package.Load).Message);
    }

    [Fact]
    public void A_sealed_package_notices_every_change_of_its_files()
    {
        using var package = new TemporaryPackage();
        var gdp = DataPackage.Seal(package.Folder)["economy"].Numbers("gdp");
        Assert.Equal(gdp, package.Load()["economy"].Numbers("gdp"));
        package.Write("economy.csv", TemporaryPackage.Economy.Replace("7210.9", "7210.8", StringComparison.Ordinal));
        Assert.Contains("economy.csv: the file is not the one", Assert.Throws<DataException>(package.Load).Message);
        Assert.Equal(7210.8, DataPackage.Seal(package.At("datapackage.json"))["economy"].Numbers("gdp")[2]);
        var descriptor = File.ReadAllText(package.At("datapackage.json"));
        package.Write("datapackage.json", descriptor.Replace("100 million yuan", "billion yuan", StringComparison.Ordinal));
        Assert.Contains("the descriptor was changed", Assert.Throws<DataException>(package.Load).Message);
    }

    [Fact]
    public void Written_tables_read_the_same()
    {
        using var package = new TemporaryPackage();
        var table = new Table("t", new Columns(
            new Column("region", new[] { "Beijing, the \"capital\"", "天津市" }), new Column("value", new[] { 0.1 + 0.2, 1e-300 }, Unit.TonneCO2),
            new Column("known", new[] { true, false })));
        table.WriteCsv(package.At("out/t.csv"));
        Assert.Equal("region,value (t CO2),known\n\"Beijing, the \"\"capital\"\"\",0.30000000000000004,true\n天津市,1E-300,false\n",
            File.ReadAllText(package.At("out/t.csv")));
        // Excel recognises the Chinese name by the mark.
        Assert.Equal(0xEF, File.ReadAllBytes(package.At("out/t.csv"))[0]);
        table.WriteCsv(package.At("out/t.csv"), byteOrderMark: false);
        Assert.Equal((byte)'r', File.ReadAllBytes(package.At("out/t.csv"))[0]);
        Assert.Equal(["t.csv", "t.resource.json"], Directory.GetFiles(package.At("out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_written_table_is_described_beside_it()
    {
        using var package = new TemporaryPackage();
        new Table("Payments", new Columns(new Column("region", new[] { "Beijing", "Tianjin" }),
            new Column("net payment", new[] { 1.5, double.NaN }, Unit.Yuan)), ValueStatus.Illustrative).WriteCsv(package.At("out/pay.csv"));
        Assert.Equal((byte)'r', File.ReadAllBytes(package.At("out/pay.csv"))[0]);

        var entry = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(package.At("out/pay.resource.json")))!.AsObject();
        Assert.Equal(("pay.csv", "Payments", "table"), ((string?)entry["path"], (string?)entry["title"], (string?)entry["type"]));
        var fields = entry["schema"]!["fields"]!.AsArray();
        Assert.Equal(["region", "net payment (yuan)"], fields.Select(f => (string?)f!["name"]));
        Assert.Equal(("string", null), ((string?)fields[0]!["type"], (string?)fields[0]!["status"]));
        Assert.Equal(("number", "yuan", "illustrative"), ((string?)fields[1]!["type"], (string?)fields[1]!["unit"], (string?)fields[1]!["status"]));

        // A package made of the description reads the table again, the missing value too.
        File.WriteAllText(package.At("out/datapackage.json"), new System.Text.Json.Nodes.JsonObject
        {
            ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json", ["name"] = "payments",
            ["resources"] = new System.Text.Json.Nodes.JsonArray(entry.DeepClone()),
        }.ToJsonString());
        var rows = DataPackage.Load(package.At("out"))["pay"];
        Assert.Equal(2, rows.RowCount);
    }

    [Fact]
    public void A_description_of_something_else_is_not_replaced()
    {
        using var package = new TemporaryPackage();
        package.Write("t.resource.json", "{ \"mine\": true }");
        var table = new Table("t", new Columns(new Column("value", new[] { 1.0 }, Unit.TonneCO2)));
        Assert.Contains("does not describe t.csv", Assert.Throws<DataException>(() => table.WriteCsv(package.At("t.csv"))).Message);
        Assert.False(File.Exists(package.At("t.csv")));
        Assert.Equal("{ \"mine\": true }", File.ReadAllText(package.At("t.resource.json")));
    }
}
