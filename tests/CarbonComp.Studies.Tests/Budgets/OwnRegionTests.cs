using System.Globalization;

namespace CarbonComp.Studies.Tests;

/// <summary>A region of one's own, from the empty template to payments: what an author does in an afternoon.</summary>
public sealed class OwnRegionTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Seven_cities_and_three_years_need_one_report_one_correction_and_no_more()
    {
        BudgetTemplate.Write(folder.File("template.xlsx"));
        // The deliberate error: a number in words.
        FilledCase.Fill(folder.File("template.xlsx"), folder.File("first.xlsx"), (sheet, rows) => sheet != "economy" ? rows
            : [rows[0], .. rows.Skip(1).Select((r, i) => i == 5 ? [r[0], r[1], r[2], "三百万"] : r)]);
        var report = Assert.Throws<DataException>(() => BudgetCase.Load(folder.File("first.xlsx")));
        Assert.Equal("first.xlsx, sheet economy, cell D7 (2010, 南谷市): \"三百万\" is not a number. Write plain digits with a decimal point, without spaces, "
            + "thousands separators or units.", Assert.Single(report.Faults).Message);

        FilledCase.Fill(folder.File("template.xlsx"), folder.File("second.xlsx"));
        var study = BudgetCase.Load(folder.File("second.xlsx"), BudgetCoefficients.Consistent);
        Assert.Equal(FilledCase.Years, study.Years);
        Assert.Equal(FilledCase.Cities, study.Regions.Labels);
        Assert.Equal("Seven cities that do not exist", study.Package.Title);
        Assert.Equal(230_000, study.Land(2010).In("ha")["北港市", "耕地"], 1e-6);
        Assert.Equal(2_440_000, study.Population(2020).In(Unit.Person)["山渡市"] - 170_000, 1e-6);
        // C = 2.46 E + 0.079 · 44/12 P.
        Assert.Equal(2.46 * 2_400_000 + 0.079 * 44 / 12 * 2_100_000, study.Model.Emissions(2010)["北港市"], 1e-3);
        var settlement = study.Settlement();
        Assert.Equal(ValueStatus.Constructed, settlement.Status);
        Assert.Equal(7, settlement.Net.Axis.Count);
        Assert.Equal(settlement.Paid.Total - settlement.Received.Total, settlement.FundBalance, 1e-3);
    }

    [Fact]
    public void Merged_headings_titles_and_notes_of_a_yearbook_are_understood_or_told()
    {
        BudgetTemplate.Write(folder.File("template.xlsx"));
        object?[][] raw = [.. FilledCase.Yearbook().Where(r => r is not [_, "合计", ..])];
        FilledCase.Fill(folder.File("template.xlsx"), folder.File("raw.xlsx"), (sheet, rows) => sheet switch
        {
            "economy" or "energy" => [.. raw, [new Workbook.Merged("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:K2")]],
            "land" => [.. raw.Select(r => r.Length < 3 ? r : [r[0], r[1], .. r[5..]]), [new Workbook.Merged("A2:A3", "B2:B3", "C2:H2")]],
            _ => rows,
        });
        var study = BudgetCase.Load(folder.File("raw.xlsx"), BudgetCoefficients.Consistent);
        Assert.Equal(900_000, study.Land(2010).In("ha")["北港市", "林地"], 1e-6);
        Assert.Equal(240, study.Energy(2010).In("10^4 tce")["北港市"], 1e-9);
        Assert.Contains("raw.xlsx, sheet economy, row 1: above the table stands \"3-1 主要指标 (constructed figures)\".", study.Notes);
        Assert.Contains("raw.xlsx, sheet economy, row 25: below the table stands \"注: 数据为构造。\".", study.Notes);
    }

    [Theory]
    [InlineData("economy", 1, 3, "GDP", "sheet economy, cell C1: the heading \"GDP\" states no unit. Write it in brackets: GDP (100 million yuan).")]
    [InlineData("economy", 1, 3, "GDP (100 million)", "sheet economy, cell C1: Unit \"100 million\" is not known.")]
    [InlineData("economy", 1, 3, "GDP (km2)", "sheet economy, cell C1: the heading states km2, which does not measure GDP.")]
    [InlineData("economy", 1, 3, "turnover (yuan)", "sheet economy, row 1: there is no column \"GDP (100 million yuan)\". Add it; the template has it.")]
    [InlineData("economy", 1, 1, "when", "sheet economy: no row has the headings year and region.")]
    [InlineData("economy", 3, 3, null, "sheet economy, cell C3 (2010, 山渡市): the cell is empty. Give a value; 0 only where there is none of it.")]
    [InlineData("economy", 3, 3, -5, "sheet economy, cell C3 (2010, 山渡市): the value is -5. GDP must be positive.")]
    [InlineData("economy", 3, 2, "山度市", "sheet economy, cell B3 (2010, 山度市): the value is 山度市. It is not among the regions: 北港市, 山渡市")]
    [InlineData("economy", 3, 1, 2012, "sheet economy: there is no row for 北港市 in 2012; other regions have one.")]
    [InlineData("land", 1, 3, "沙漠（公顷）", "sheet land, cell C1: \"沙漠\" is not among the class names that are known: Cultivated land")]
    [InlineData("land", 2, 4, -1, "sheet land, cell D2 (2010, 北港市, 林地): the value is -1. An area cannot be negative")]
    [InlineData("land", 1, 4, "耕地（公顷）", "sheet land, cell D1: the column \"耕地\" appears twice. Leave one out.")]
    [InlineData("energy", 1, 3, "energy use (tce)",
        "sheet energy, cell C2 (2010, 北港市): the value is 240. For 2,100,000 persons that is 0.000114 tce "
        + "a head; people use 0.05 to 200. Is a unit in the headings wrong? Energy is read in tce")]
    [InlineData("start", 5, 2, "guessed", "sheet start: Status \"guessed\" is not known.")]
    [InlineData("start", 5, 2, null, "sheet start: nothing says what the figures are. Write statistic, paper, constructed or illustrative")]
    [InlineData("parameters", 7, 2, 300, "sheet parameters, cell B7 (engel): the value is 300. It is read in %.")]
    [InlineData("prices", 3, 1, 2016, "sheet prices: there is no row for 2015, which economy has.")]
    public void What_is_wrong_in_a_sheet_is_told_with_its_cell(string sheet, int row, int column, object? value, string message)
    {
        BudgetTemplate.Write(folder.File("template.xlsx"));
        FilledCase.Fill(folder.File("template.xlsx"), folder.File("my.xlsx"), (name, rows) =>
        {
            if (name == sheet) rows[row - 1][column - 1] = value;
            return rows;
        });
        Assert.Contains("my.xlsx, " + message, string.Join('\n', Assert.Throws<DataException>(() => BudgetCase.Load(folder.File("my.xlsx"))).Faults
            .Select(f => f.Message)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_of_all_sheets_are_told_at_once()
    {
        BudgetTemplate.Write(folder.File("template.xlsx"));
        FilledCase.Fill(folder.File("template.xlsx"), folder.File("my.xlsx"), (name, rows) =>
        {
            if (name == "economy") (rows[1][2], rows[2][3]) = ("x", Workbook.Raw.Error("#REF!"));
            if (name == "land") rows[4][5] = null;
            return name == "prices" ? [["nothing here"]] : rows;
        });
        string[] faults = [.. Assert.Throws<DataException>(() => BudgetCase.Load(folder.File("my.xlsx"))).Faults.Select(f => f.Message)];
        Assert.Equal(4, faults.Length);
        Assert.Contains(faults, f => f.StartsWith("my.xlsx, sheet economy, cell C2", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("my.xlsx, sheet economy, cell D3: #REF! is the error of a formula", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("my.xlsx, sheet land, cell F5 (2010, 沼田市", StringComparison.Ordinal));
        Assert.Contains("my.xlsx, sheet prices: no row has the heading year. The template's are: year | price level.", faults);
    }

    [Fact]
    public void The_folder_has_the_same_tables_and_gives_the_same_numbers()
    {
        BudgetTemplate.Write(folder.File("case"), FilledCase.Cities, FilledCase.Years);
        Assert.Contains("nothing says where its numbers come from", Assert.Throws<DataException>(() => BudgetCase.Load(folder.File("case"))).Message);
        Assert.Throws<CarbonCompException>(() => BudgetTemplate.Write(folder.File("case")));
        var json = File.ReadAllText(folder.File("case/datapackage.json"));
        File.WriteAllText(folder.File("case/datapackage.json"), json.Replace("\"type\": \"table\"",
            "\"type\": \"table\", \"status\": \"constructed\"", StringComparison.Ordinal)
            .Replace("\"unit\": \"km2\"", "\"unit\": \"ha\"", StringComparison.Ordinal));
        var rows = FilledCase.Yearbook().Where(r => r is [int, not "合计", ..]).ToArray();
        static string Line(object?[] cells) => string.Join(',', cells.Select(cell => Convert.ToString(cell, CultureInfo.InvariantCulture)));
        void Fill(string file, Func<int, object?[]> cells) => File.WriteAllLines(folder.File($"case/{file}.csv"),
            File.ReadAllLines(folder.File($"case/{file}.csv")).Select((line, i) => i == 0 ? line : $"{line.TrimEnd(',')},{Line(cells(i - 1))}"));
        Fill("economy", i => rows[i][2..4]);
        Fill("energy", i => [rows[i][4]]);
        Fill("land", i => rows[i][5..]);
        Fill("prices", i => [new[] { 1, 1.12, 1.25 }[i]]);
        Fill("nation", _ => [1_000_000, 140_000]);
        var parameters = folder.File("case/parameters.csv");
        File.WriteAllText(parameters, File.ReadAllText(parameters).Replace("exchange_rate,,", "exchange_rate,7,", StringComparison.Ordinal)
            .Replace("engel,,", "engel,30,", StringComparison.Ordinal));
        File.WriteAllLines(folder.File("case/regions.csv"), File.ReadAllLines(folder.File("case/regions.csv")).Select((l, i) => i == 0 ? l : $"{i}{l}"));

        BudgetTemplate.Write(folder.File("template.xlsx"));
        FilledCase.Fill(folder.File("template.xlsx"), folder.File("my.xlsx"));
        var (csv, xlsx) = (BudgetCase.Load(folder.File("case")), BudgetCase.Load(folder.File("my.xlsx")));
        foreach (var year in FilledCase.Years)
            Assert.Equal(xlsx.Model.Budget(year).Balance.Values, csv.Model.Budget(year).Balance.Values, (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a));
        Assert.Equal(xlsx.Settlement().Net.Values, csv.Settlement().Net.Values, (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a));
    }

    [Fact]
    public void Emissions_by_sector_may_stand_in_the_place_of_energy()
    {
        BudgetTemplate.Write(folder.File("template.xlsx"), FilledCase.Cities, FilledCase.Years, emissions: true);
        FilledCase.Fill(folder.File("template.xlsx"), folder.File("my.xlsx"), (name, rows) => name switch
        {
            "emissions" => [["年份", "地区", "工业（万吨CO2）", "生活 (10^4 t CO2)"], .. FilledCase.Years.SelectMany(y => FilledCase.Cities.Select((c, i) =>
                new object?[] { y, c, 600 + 100 * i, 40 }))],
            "regions" => [rows[0], .. FilledCase.Cities.Select(c => new object?[] { null, c })],
            "economy" => [rows[0], .. rows.Where(r => r[0] is int)],
            "prices" or "nation" => [rows[0], .. rows.Skip(1).Where(r => r[1] is not null)],
            _ => rows,
        });
        var study = BudgetCase.Load(folder.File("my.xlsx"));
        Assert.True(study.GivesEmissions);
        Assert.Equal(6_400_000, study.Model.Emissions(2010)["北港市"], 1e-3);
        Assert.Contains("emissions by sector instead of energy", Assert.Throws<CarbonCompException>(() => study.Energy(2010)).Message);
        Assert.Equal(7, study.Settlement().Net.Axis.Count);
        Assert.Contains("emissions by sector", $"{study.Inputs()}");
    }
}
