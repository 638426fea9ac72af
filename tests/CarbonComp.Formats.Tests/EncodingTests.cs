using System.Text;

namespace CarbonComp.Formats.Tests;

/// <summary>Text files that no descriptor describes are UTF-8, or in the encoding that the caller names; nothing is guessed.</summary>
public sealed class EncodingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Write(string name, string text, string encoding)
    {
        File.WriteAllBytes(folder.File(name), TextEncoding.Named(encoding, name).GetBytes(text));
        return folder.File(name);
    }

    private static readonly WideLayout Layout = new()
    {
        Unit = Unit.Parse("10^4 yuan"), Status = ValueStatus.Constructed, Categories = ["居民"], Columns = new Dictionary<string, TableBlock>(),
        Rows = new Dictionary<string, TableBlock> { ["增加值"] = TableBlock.ValueAdded },
    };

    private const string Wide = ",,河北,河北\n,,农业,居民\n河北,农业,1,3\n,增加值,3,0\n";

    [Theory, InlineData("gb18030"), InlineData("gbk"), InlineData("utf-8"), InlineData("utf-16")]
    public void A_wide_table_is_read_in_the_encoding_that_the_layout_names(string encoding)
    {
        var table = WideTable.ReadCsv(Write("table.csv", Wide, encoding), Layout with { Encoding = encoding }).Table;
        Assert.Equal(("河北", "农业", "居民"), (table.Regions.Codes[0], table.Sectors.Codes[0], table.Categories.Codes[0]));
        Assert.Equal(4, table.Output[0]);
    }

    [Fact]
    public void Another_encoding_than_the_file_has_is_refused()
    {
        var path = Write("table.csv", Wide, "gb18030");
        Assert.Contains("table.csv, line 1, column 3: the cell is not UTF-8. Save the file as UTF-8 (in Excel: \"CSV UTF-8\"), or name its encoding",
            Assert.Throws<DataException>(() => WideTable.ReadCsv(path, Layout)).Message);
        Assert.Contains("not in the encoding shift_jis that is named for it", Assert.Throws<DataException>(() => WideTable.ReadCsv(
            Write("other.csv", Wide.Replace("河北", "\u9FA5\u3400", StringComparison.Ordinal), "gb18030"), Layout with { Encoding = "shift_jis" })).Message);
        Assert.Contains("\"klingon\" is not known", Assert.Throws<DataException>(() => WideTable.ReadCsv(path, Layout with { Encoding = "klingon" })).Message);
    }

    [Fact]
    public void Tables_of_the_bureau_and_tidy_tables_take_an_encoding()
    {
        var rows = new BureauSample(3).Rows();
        var text = string.Concat(rows.Select(r =>
            string.Join(',', r.Select(c => Convert.ToString(c, System.Globalization.CultureInfo.InvariantCulture))) + "\n"));
        var table = NationalBureauTable.Read(Write("bureau.csv", text, "gb18030"), encoding: "gb18030", cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("部门1", table.Sectors[0].LocalName);
        TidyTable.WriteCsv(WorldSample.Closed, folder.File("t.csv"));
        Assert.Contains("Leave the encoding out", Assert.Throws<DataException>(() => TidyTable.ReadCsv(folder.File("t.csv"), encoding: "gbk")).Message);
        var tidy = File.ReadAllText(folder.File("t.csv")).Replace("R1", "河北", StringComparison.Ordinal);
        Directory.CreateDirectory(folder.File("alone"));
        Assert.Equal("河北", TidyTable.ReadCsv(Write("alone/t.csv", tidy, "gbk"), WorldSample.Closed.Unit, ValueStatus.Constructed, encoding: "gbk")
            .Table.Regions.Codes[0]);
    }

    [Fact]
    public void Maps_of_echarts_take_an_encoding()
    {
        const string map = """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"唐山市"},
            "geometry":{"type":"Polygon","coordinates":[[[118,39],[119,39],[119,40],[118,39]]]}}]}
            """;
        Assert.Equal("唐山市", EchartsMap.Read([Write("map.json", map, "gbk")], "gbk")[0].Name);
        Assert.Contains("not UTF-8", Assert.ThrowsAny<CarbonCompException>(() => EchartsMap.Read(folder.File("map.json"))).Message);
    }

    [Theory]
    [InlineData("2017年全国投入产出表 单位：亿元", 1e8)]
    [InlineData("Input-output table, million yuan", 1e6)]
    [InlineData("Input-output table of China", 1e4)]
    public void The_unit_in_the_title_of_a_bureau_table_is_followed(string title, double factor)
    {
        Workbook.Write(folder.File("b.xlsx"), ("Table", [[title], .. new BureauSample(3).Rows()]));
        Assert.Equal(factor, NationalBureauTable.Read(folder.File("b.xlsx"), cancellation: TestContext.Current.CancellationToken).Table.Unit.Factor);
    }

    [Fact]
    public void A_unit_of_a_bureau_table_that_differs_or_cannot_be_read_is_refused_with_its_cell()
    {
        Workbook.Write(folder.File("b.xlsx"), ("Table", [["单位：亿元"], .. new BureauSample(3).Rows()]));
        Assert.Contains("cell A1: it states 100 million yuan, and the unit that is asked for 10^4 yuan", Assert.Throws<DataException>(() =>
            NationalBureauTable.Read(folder.File("b.xlsx"), unit: Unit.Parse("10^4 yuan"))).Message);
        Workbook.Write(folder.File("b.xlsx"), ("Table_万元", [["单位：亿元"], .. new BureauSample(3).Rows()]));
        Assert.Contains("it states 10^4 yuan, and b.xlsx, sheet Table_万元, cell A1 100 million yuan", Assert.Throws<DataException>(() =>
            NationalBureauTable.Read(folder.File("b.xlsx"))).Message);
        Workbook.Write(folder.File("b.xlsx"), ("Table", [["Unit: million euro"], .. new BureauSample(3).Rows()]));
        Assert.Contains("cell A1", Assert.Throws<DataException>(() => NationalBureauTable.Read(folder.File("b.xlsx"))).Message);
        // The caller says what cannot be read.
        Assert.Equal(1e6, NationalBureauTable.Read(folder.File("b.xlsx"), unit: Unit.Parse("million yuan")).Table.Unit.Factor);
    }
}
