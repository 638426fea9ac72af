using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace CarbonComp.Prepare;

/// <summary>Writes <c>data/provincial-statistics</c>: accounts, final use, output, foreign trade and the tables by survey of China's provinces.</summary>
internal static class ProvincialStatistics
{
    private static readonly int[] Years = [2007, 2010, 2012, 2015, 2017, 2018, 2020];

    // Years with output and trade by sector, and how many sectors each has as published.
    private static readonly int[] Benchmarks = [2007, 2012, 2017];

    private static readonly string[] FinalUses = ["consumption_rural_households", "consumption_urban_households", "consumption_government",
        "gross_fixed_capital_formation", "change_in_inventories"];

    private static readonly string[] SurveyColumns = ["gross_output", "export_abroad", "import_from_abroad", "outflow_to_other_provinces",
        "inflow_from_other_provinces"];

    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="source">The folder of tidy files, compressed with gzip.</param>
    public static void Write(string data, string source)
    {
        var folder = Path.Combine(data, "provincial-statistics");
        string From(string file) => Path.Combine(source, $"{file}.csv.gz");
        var gdp = Read(From("gdp_revised_fifth_census_2006_2024"));
        var residents = Read(From("population_1986_2024"));
        string[] provinces = [.. gdp.Keys.Select(k => k.Region).Distinct()];

        string Residents(int year) => year < 2015 ? "population_year_end_before_2020_census" : "population_year_end_revised";
        Save(folder, "accounts", "year,region,gdp,population", from year in Years from p in provinces
            select (object[])[year, p, gdp[(p, "gdp", year)], residents[(p, Residents(year), year)]]);

        var expenditure = Read(From("gdp_expenditure_1997_2017"));
        Save(folder, "final-use", "year,region,rural_consumption,urban_consumption,government_consumption,fixed_capital,inventories",
            from year in Benchmarks from p in provinces
            select (object[])[year, p, .. FinalUses.Select(use => (object)expenditure[(p, use, year)])]);

        var output = Read(From("gross_output_calibrated_2007_2012_2017"));
        var trade = Read(From("trade_goods_by_province_sector_use_2007_2012_2017_usd"));
        string[] flows = ["export_total", "import_intermediate", "import_consumption", "import_capital"];
        foreach (var year in Benchmarks)
            Save(folder, $"industries-{year}", "region,sector,output,exports,intermediate_imports,consumption_imports,capital_imports",
                from p in provinces from sector in Sectors(year)
                select (object[])[p, sector.Code, Sum(output, p, "gross_output", sector, year),
                    .. flows.Select(flow => (object)Sum(trade, p, flow, sector, year))]);

        var totals = Read(From("trade_goods_total_2016_2024_usd"));
        Save(folder, "trade-totals", "year,region,trade", from year in (int[])[2017, 2018, 2020] from p in provinces
            select (object[])[year, p, totals[(p, "total_trade_goods_by_destination_and_origin", year)]]);

        var survey = ReadTables(From("io2007_full_tables_long"));
        Save(folder, "survey-2007", "region,sector,output,exports,imports,outflow,inflow", from p in survey.Keys.Select(k => k.Region).Distinct()
            from sector in Sectors(2007)
            select (object[])[p, sector.Code, .. SurveyColumns.Select(c => SurveyTotal(survey, p, c, sector))]);
        DataPackage.Seal(folder);
    }

    /// <summary>The sectors of a year's table, each with the numbers of the published ones that belong to it.</summary>
    private static IEnumerable<(string Code, int[] Numbers)> Sectors(int year)
    {
        // The provincial tables of 2007 have 42 sectors. The nation's of 2010 adds waste to other manufacturing, and so has 41.
        if (year != 2007) return Enumerable.Range(1, 42).Select(i => (Code(i), (int[])[i]));
        return Enumerable.Range(1, 41).Select(i => (Code(i), i < 21 ? (int[])[i] : i == 21 ? [21, 22] : [i + 1]));
    }

    private static string Code(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    // Customs list what was traded: a sector without a row had no trade.
    private static double Sum(Dictionary<(string Region, string Indicator, int Year), double> values, string region, string indicator,
        (string Code, int[] Numbers) sector, int year) => sector.Numbers.Sum(i => values.GetValueOrDefault((region, $"{indicator}_sector{Code(i)}", year)));

    // Blank where a table does not part what goes abroad from what goes to other provinces.
    private static string SurveyTotal(Dictionary<(string Region, string Column), Dictionary<int, double>> survey, string region, string column,
        (string Code, int[] Numbers) sector) => survey.TryGetValue((region, column), out var values)
            ? Text(sector.Numbers.Sum(i => values.GetValueOrDefault(i)) / 1e4) : "";

    private static Dictionary<(string Region, string Indicator, int Year), double> Read(string path)
    {
        using var reader = CsvReader.Create(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), new CsvReaderOptions { HasHeader = true });
        var values = new Dictionary<(string, string, int), double>();
        // region_name_en, region_name_zh, indicator, year, value, …
        while (reader.Read())
            if (reader.GetString(4) is { Length: > 0 } value)
                values[(reader.GetString(0), reader.GetString(2), Number(reader.GetString(3)))] = double.Parse(value, CultureInfo.InvariantCulture);
        return values;
    }

    // By region and column of the final uses: the value of each sector.
    private static Dictionary<(string Region, string Column), Dictionary<int, double>> ReadTables(string path)
    {
        using var reader = CsvReader.Create(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), new CsvReaderOptions { HasHeader = true });
        var values = new Dictionary<(string, string), Dictionary<int, double>>();
        // region_name_en, region_name_zh, block, row, column, value
        while (reader.Read())
        {
            if (reader.GetString(2) != "F") continue;
            var key = (reader.GetString(0), reader.GetString(4));
            if (!values.TryGetValue(key, out var column)) values[key] = column = [];
            column[Number(reader.GetString(3))] = double.Parse(reader.GetString(5), CultureInfo.InvariantCulture);
        }
        return values;
    }

    private static void Save(string folder, string name, string header, IEnumerable<object[]> rows) =>
        AtomicFile.Write(Path.Combine(folder, $"{name}.csv"), stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(header);
            foreach (var row in rows) writer.WriteLine(string.Join(',', row.Select(Text)));
        });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(object cell) => cell is double number
        ? (Math.Round(number, 4) + 0.0).ToString(CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)!;
}
