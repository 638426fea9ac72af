namespace CarbonComp.Formats.Tests;

/// <summary>The unit that a workbook states is followed, or refused by its name.</summary>
public sealed class StatedUnitTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private string Write(string title, string sheet = "Table", string? corner = null, string? output = null)
    {
        var rows = new CeadsSample(2, 2) { English = true }.Rows().ToArray();
        rows[0][0] = title;
        rows[2][1] = corner;
        if (output is not null) rows[2][^1] = output;
        var path = folder.File("table.xlsx");
        Workbook.Write(path, (sheet, rows));
        return path;
    }

    [Theory]
    [InlineData("Multi-regional input-output table, 10^4 yuan", "yuan", 1e4)]
    [InlineData("Multi-regional input-output table", "yuan", 1e4)]
    [InlineData("Unit: billion yuan", "yuan", 1e9)]
    [InlineData("Unit: thousand US$", "US$", 1e3)]
    [InlineData("2017年中国多区域投入产出表 单位：亿元", "yuan", 1e8)]
    [InlineData("价格：元", "yuan", 1)]
    [InlineData("单位:万元", "yuan", 1e4)]
    [InlineData("投入产出表（百万元）", "yuan", 1e6)]
    [InlineData("单位：千元", "yuan", 1e3)]
    [InlineData("单位：十亿元人民币", "yuan", 1e9)]
    [InlineData("单位：百万美元", "US$", 1e6)]
    [InlineData("unit = ten thousand yuan", "yuan", 1e4)]
    [InlineData("Ten Thousand Yuan, producers' prices", "yuan", 1e4)]
    [InlineData("(100 million CNY)", "yuan", 1e8)]
    [InlineData("in hundred millions of yuan", "yuan", 1e8)]
    [InlineData("RMB 10,000", "yuan", 1e4)]
    [InlineData("Table 2017, yuan", "yuan", 1)]
    [InlineData("USD million, current prices", "US$", 1e6)]
    [InlineData("million US dollars", "US$", 1e6)]
    [InlineData("Unit: 10⁴ yuan", "yuan", 1e4)]
    [InlineData("Unit: 10000 yuan", "yuan", 1e4)]
    [InlineData("unit: 10^8 RMB", "yuan", 1e8)]
    [InlineData("多元区域投入产出表，31 provinces and 42 sectors", "yuan", 1e4)]
    public void A_title_is_followed(string title, string currency, double factor)
    {
        var table = CeadsTable.Read(Write(title)).Table;
        Assert.Equal(factor, table.Unit.To(Unit.Parse(currency)), 1e-9 * factor);
        // The numbers are those of the file: their unit says what they are.
        Assert.Equal(new CeadsSample(2, 2).Z(0, 1), table.Intermediate[0, 1]);
    }

    [Theory]
    [InlineData("Unit: million euro", "euro")]
    [InlineData("单位：亿日元", "日元")]
    [InlineData("Unit: shells", "Unit: shells")]
    [InlineData("单位：吨", "单位：吨")]
    [InlineData("in millions", "in millions")]
    [InlineData("million dollars", "dollars")]
    [InlineData("million yuan; foreign trade in million US$", "two units, million yuan and million US$")]
    [InlineData("yuan (10^4)", "cannot be read")]
    public void A_title_that_cannot_be_read_is_refused_with_its_cell_and_words(string title, string named)
    {
        var refused = Assert.Throws<DataException>(() => CeadsTable.Read(Write(title))).Message;
        Assert.Contains("sheet Table, cell A1", refused);
        Assert.Contains(named, refused);
    }

    [Fact]
    public void Two_places_that_state_different_units_are_refused()
    {
        var sheet = Assert.Throws<DataException>(() => CeadsTable.Read(Write("Unit: 亿元", sheet: "Table_万元"))).Message;
        Assert.Contains("10^4 yuan", sheet);
        Assert.Contains("cell A1 100 million yuan", sheet);
        Assert.Contains("cell B3", Assert.Throws<DataException>(() => CeadsTable.Read(Write("10^4 yuan", corner: "million yuan"))).Message);
        Assert.Contains("million yuan", Assert.Throws<DataException>(() => CeadsTable.Read(Write("10^4 yuan", output: "Output (million yuan)"))).Message);
        var asked = Assert.Throws<DataException>(() => CeadsTable.Read(Write("Unit: billion yuan"), unit: Unit.Parse("10^4 yuan"))).Message;
        Assert.Contains("it states billion yuan, and the unit that is asked for 10^4 yuan", asked);
    }

    [Fact]
    public void Other_places_than_the_title_state_the_unit_too_and_the_caller_says_what_cannot_be_read()
    {
        Assert.Equal(1e8, CeadsTable.Read(Write("A table", sheet: "Table_2017_亿元")).Table.Unit.Factor);
        Assert.Equal(1e6, CeadsTable.Read(Write("A table", corner: "单位：百万元")).Table.Unit.Factor);
        Assert.Equal(1e6, CeadsTable.Read(Write("A table", output: "Output (million yuan)")).Table.Unit.Factor);
        Assert.Equal(1e6, CeadsTable.Read(Write("in millions"), unit: Unit.Parse("million yuan")).Table.Unit.Factor);
    }

    [Fact]
    public void A_layouts_unit_that_the_title_contradicts_is_refused()
    {
        object?[][] rows = [["A table, billion yuan"], [null, null, "N", "N"], [null, null, "a", "hh"], ["N", "a", 1.0, 2.0], [null, "VA", 2.0, null]];
        Workbook.Write(folder.File("own.xlsx"), ("Table", rows));
        WideLayout Layout(string unit) => new()
        {
            Unit = Unit.Parse(unit), Status = ValueStatus.Constructed, RegionRow = 2, LabelRow = 3, FirstRow = 4, Categories = ["hh"], EmptyIsZero = true,
            Columns = new Dictionary<string, TableBlock>(), Rows = new Dictionary<string, TableBlock> { ["VA"] = TableBlock.ValueAdded },
        };
        Assert.Contains("cell A1: \"A table, billion yuan\" states billion yuan, and the table would be read in million yuan",
            Assert.Throws<DataException>(() => WideTable.ReadXlsx(folder.File("own.xlsx"), Layout("million yuan"))).Message);
        Assert.Equal(1e9, WideTable.ReadXlsx(folder.File("own.xlsx"), Layout("billion yuan")).Table.Unit.Factor);
    }

    [Fact]
    public void Emissions_are_not_read_in_another_unit_than_their_row_names()
    {
        Workbook.Write(folder.File("table.xlsx"), ("Table", new CeadsSample(2, 2) { WithEmissions = true }.Rows()));
        var reading = CeadsTable.Read(folder.File("table.xlsx"));
        Assert.Equal(0.25e6, reading.Emissions("CO2", "Mt CO2").In("t CO2")[1]);
        Assert.Contains("is in Mt CO2, and kt CO2 is asked for", Assert.Throws<DataException>(() => reading.Emissions("CO2", "kt CO2")).Message);
    }
}
