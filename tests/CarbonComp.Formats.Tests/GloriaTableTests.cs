using System.Globalization;

namespace CarbonComp.Formats.Tests;

/// <summary>GLORIA's supply and use in a made-up release of three regions, of which one is empty, and two sectors.</summary>
public sealed class GloriaTableTests : IDisposable
{
    // Supply of farms and works by region (industry × product), use of both regions' products, final use of two kinds.
    private static readonly double[,,] Supply = { { { 80, 20 }, { 0, 120 } }, { { 50, 0 }, { 10, 90 } } };
    private static readonly double[,] Use = { { 0, 30, 0, 5 }, { 35, 25, 10, 0 }, { 5, 0, 10, 15 }, { 0, 10, 5, 20 } };
    private static readonly double[,] Final = { { 40, 0, 5, 0 }, { 50, 10, 0, 10 }, { 10, 0, 20, 0 }, { 0, 5, 40, 10 } };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static string Text(int rows, int columns, Func<int, int, double> value) => string.Concat(Enumerable.Range(0, rows).Select(r =>
        string.Join(',', Enumerable.Range(0, columns).Select(c => value(r, c).ToString("R", CultureInfo.InvariantCulture))) + "\n"));

    // Along the axis: region, industries or products, sector; the second region is empty.
    private static (int Region, bool IsProduct, int Sector) Place(int k) => (k / 4 == 0 ? 0 : k / 4 == 2 ? 1 : -1, k / 2 % 2 == 1, k % 2);

    private static double Transaction(int r, int c)
    {
        var (from, isProduct, i) = Place(r);
        var (to, toProduct, j) = Place(c);
        if (from < 0 || to < 0) return 0;
        return isProduct && !toProduct ? Use[from * 2 + i, to * 2 + j] : !isProduct && toProduct && from == to ? Supply[from, i, j] : 0;
    }

    private static double Added(int region, int industry) => Supply[region, industry, 0] + Supply[region, industry, 1]
        - Enumerable.Range(0, 4).Sum(p => Use[p, region * 2 + industry]);

    private static Dictionary<string, string> Files(Func<int, int, double>? transaction = null) => new()
    {
        ["20240111_120secMother_AllCountries_002_T-Results_2022_059_Markup001(full).csv"] = Text(12, 12, transaction ?? Transaction),
        ["20240111_120secMother_AllCountries_002_T-Results_2022_059_Markup005(full).csv"] = "another markup",
        ["20240111_120secMother_AllCountries_002_Y-Results_2022_059_Markup001(full).csv"] = Text(12, 6, (r, u) => Place(r) is var (region, isProduct, p)
            && region >= 0 && isProduct && u / 2 != 1 ? Final[region * 2 + p, u / 2 / 2 * 2 + u % 2] : 0),
        ["20240111_120secMother_AllCountries_002_V-Results_2022_059_Markup001(full).csv"] = Text(6, 12, (v, c) => Place(c) is var (region, isProduct, i)
            && region >= 0 && !isProduct && v / 2 == (region == 0 ? 0 : 2) ? Added(region, i) / 2 : 0),
    };

    private string Release(Dictionary<string, string>? files = null)
    {
        WorldSample.Zip(folder.File("GLORIA_MRIOs_59_2022.zip"), files ?? Files());
        WorldSample.Zip(folder.File("GLORIA_SatelliteAccounts_059_2022.zip"), new Dictionary<string, string>
        {
            ["20240111_120secMother_AllCountries_002_TQ-Results_2022_059_Markup001(full).csv"] = Text(2, 12, (q, c) => Place(c) is var (region, isProduct, i)
                && region >= 0 && !isProduct ? (q + 1) * (region * 2 + i + 1) : 0),
            ["20240111_120secMother_AllCountries_002_YQ-Results_2022_059_Markup001(full).csv"] = Text(2, 6, (q, u) => u / 2 == 1 ? 0 : (q + 1) * 10 * (u + 1)),
        });
        Workbook.Write(folder.File("GLORIA_ReadMe_059.xlsx"), ("Regions", [["Lfd_Nr", "Region_acronyms", "Region_names"], [1, "AFG", "Afghanistan"],
                [2, "DYE", "Democratic Yemen"], [3, "ALB", "Albania"]]),
            ("Sectors", [["Lfd_Nr", "Sector_names"], [1, "Growing wheat"], [2, "Growing maize"]]),
            ("Value added and final demand", [["Lfd_Nr", "Value_added_names", "Final_demand_names"], [1, "Compensation of employees", "Households"],
                [2, "Taxes on production", "Gross fixed capital formation"]]),
            ("Satellites", [["Lfd_Nr", "Sat_head_indicator", "Sat_indicator", "Sat_unit"], [1, "Emissions (EDGAR)", "co2_total", "kilotonnes"],
                [2, "Land use", "cropland", "1000 ha"]]));
        return folder.File("GLORIA_MRIOs_59_2022.zip");
    }

    [Fact]
    public void Supply_and_use_become_industries_that_sell_to_industries()
    {
        var reading = GloriaTable.Read(Release(), tolerance: 0, rounding: 1e-9);
        var t = reading.Table;
        Assert.Equal(["AFG", "ALB"], t.Regions.Codes);
        Assert.Equal("Albania", t.Regions[1].Name);
        Assert.Equal(["Growing wheat", "Growing maize"], t.Sectors.Labels);
        Assert.Equal(("thousand US$", 2022), (t.Unit.Symbol, reading.Description.Year));
        Assert.Contains(reading.Notes, n => n.StartsWith("DYE: all transactions are zero", StringComparison.Ordinal));
        Near([100, 120, 50, 100], t.Output);
        // By hand: wheat of AFG is the first industry's alone, maize a seventh; wheat of ALB is five sixths of its first industry's.
        Near([0 + 35 / 7.0, 30 + 25 / 7.0, 10 / 7.0, 5], t.Intermediate.Row(0));
        Near([5 * 5 / 6.0, 0, 10 * 5 / 6.0, 15 * 5 / 6.0], t.Intermediate.Row(2));
        Near([5 / 6.0, 10, 10 / 6.0 + 5, 15 / 6.0 + 20], t.Intermediate.Row(3));
        Near([40 + 50 / 7.0, 10 / 7.0, 5, 10 / 7.0], t.FinalUseByCategory.Row(0));
        Near([Added(0, 0), Added(0, 1), Added(1, 0), Added(1, 1)], t.ValueAdded);
        Assert.True(t.Validate(1e-9).IsBalanced);
    }

    [Fact]
    public void Product_by_product_is_a_choice()
    {
        var t = GloriaTable.Read(Release(), SupplyUseConstruct.IndustryTechnology, tolerance: 0, rounding: 1e-9).Table;
        Near([80, 140, 60, 90], t.Output);
        // Four fifths of the first industry of AFG are wheat; a tenth of the second of ALB.
        Near([0, 0 + 30, 0.1 * 5, 0.9 * 5], t.Intermediate.Row(0));
        Near([40, 0, 5, 0], t.FinalUseByCategory.Row(0));
        Near([0.8 * Added(0, 0), 0.2 * Added(0, 0) + Added(0, 1), Added(1, 0) + 0.1 * Added(1, 1), 0.9 * Added(1, 1)], t.ValueAdded);
        Assert.True(t.Validate(1e-9).IsBalanced);
    }

    [Fact]
    public void Satellites_are_read_by_name_with_their_units()
    {
        var reading = GloriaTable.Read(Release(), satellites: "co2");
        Assert.Equal("Emissions (EDGAR): co2_total", Assert.Single(reading.Satellites.Keys));
        Assert.Equal("kilotonnes", reading.SatelliteUnits["Emissions (EDGAR): co2_total"]);
        Near([1, 2, 3, 4], reading.Emissions("co2", "kt CO2").Values);
        Near([30, 110], reading.HouseholdEmissions("co2", "kt CO2").Values);
        // Emissions move with the products of their industries: 0.8, 0.2 + 2, 3 + 0.4, 3.6.
        Near([0.8, 2.2, 3.4, 3.6], GloriaTable.Read(Release(), SupplyUseConstruct.IndustryTechnology, satellites: "co2").Emissions("co2", "kt CO2").Values);
        Assert.Contains("There are: Emissions (EDGAR): co2_total; Land use: cropland",
            Assert.Throws<DataException>(() => GloriaTable.Read(Release(), satellites: "water")).Message);
    }

    [Fact]
    public void Faults_are_told_all_at_once_with_file_line_and_column()
    {
        var wrong = Assert.Throws<DataException>(() => GloriaTable.Read(Release(Files((r, c) => (r, c) is (0, 0) or (0, 10) ? 7 : (r, c) is (1, 3) ? -1
            : Transaction(r, c))))).Message;
        Assert.Contains("T-Results_2022_059_Markup001(full).csv, line 1, column 1: a number where industries sell to industries", wrong);
        Assert.Contains("line 1, column 11: an industry supplies a product of another region", wrong);
        Assert.Contains("line 2, column 4: supply is -1", wrong);
    }

    [Fact]
    public void Use_without_supply_is_refused_and_within_rounding_told()
    {
        Dictionary<string, string> Without(double use) => Files((r, c) =>
            (r, c) is (0, 2) ? 0 : (r, c) is (2, 1) ? use : (r, c) is (2, 9) ? 0 : Transaction(r, c));
        Assert.Contains("1 products are used and not supplied, Afghanistan · Growing wheat",
            Assert.Throws<DataException>(() => GloriaTable.Read(Release(Without(30)), tolerance: 1, rounding: 30)).Message);
    }

    [Fact]
    public void What_is_missing_or_of_another_release_is_named()
    {
        var files = Files();
        files.Remove(files.Keys.First(k => k.Contains("V-Results", StringComparison.Ordinal)));
        Assert.Contains("_V-Results_…_Markup001(full).csv (basic prices)", Assert.Throws<DataException>(() => GloriaTable.Read(Release(files))).Message);
        files = Files();
        var name = files.Keys.First();
        files[name] = string.Join('\n', files[name].Split('\n')[..7]) + "\n";
        Assert.Contains("ends after 7 of 12 rows", Assert.Throws<DataException>(() => GloriaTable.Read(Release(files))).Message);
        files[name] = WorldSample.Oecd();
        Assert.Contains("the row has", Assert.Throws<DataException>(() => GloriaTable.Read(Release(files))).Message);
        var path = Release();
        File.Delete(folder.File("GLORIA_ReadMe_059.xlsx"));
        Assert.Contains("no GLORIA_ReadMe_….xlsx beside it", Assert.Throws<DataException>(() => GloriaTable.Read(path)).Message);
        Workbook.Write(folder.File("other.xlsx"), ("Regions", [["a"]]));
        Assert.Contains("other.xlsx, sheet Regions, row 1: there is no column Region_acronyms", Assert.Throws<DataException>(() =>
            GloriaTable.Read(path, readMe: folder.File("other.xlsx"))).Message);
    }

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-9));
}
