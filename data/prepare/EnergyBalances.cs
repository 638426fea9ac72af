using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace CarbonComp.Prepare;

/// <summary>Writes <c>data/energy-2007</c>: what each branch of each province burnt in 2007, in physical units, from the provincial energy balances.</summary>
/// <remarks>
/// The balances print inputs of transformation as negative; here what is used is positive. Sums, stocks, trade between provinces and transformation
/// that burns nothing are left out.
/// </remarks>
internal static class EnergyBalances
{
    private static readonly (string Field, string Name)[] Fuels =
    [
        ("raw_coal", "原煤"), ("cleaned_coal", "洗精煤"), ("other_washed_coal", "其他洗煤"), ("briquettes", "型煤"), ("coke", "焦炭"),
        ("coke_oven_gas", "焦炉煤气"), ("other_gas", "其他煤气"), ("other_coking_products", "其他焦化产品"), ("crude_oil", "原油"), ("gasoline", "汽油"),
        ("kerosene", "煤油"), ("diesel_oil", "柴油"), ("fuel_oil", "燃料油"), ("lpg", "液化石油气"), ("refinery_gas", "炼厂干气"),
        ("other_petroleum_products", "其他石油制品"), ("natural_gas", "天然气"),
    ];

    // The item of the balance, and the sign with which it is printed.
    private static readonly (string Code, string Item, int Sign)[] Branches =
    [
        ("power", "1.火力发电", -1), ("heating", "2.供热", -1), ("farming", "1.农、林、牧、渔、水利业", 1), ("industry", "2.工业", 1),
        ("feedstock", "#用作原料、材料", 1), ("construction", "3.建筑业", 1), ("transport", "4.交通运输、仓储和邮政业", 1),
        ("trade", "5.批发、零售业和住宿、餐饮业", 1), ("other", "7.其他", 1), ("urban", "城镇", 1), ("rural", "乡村", 1),
    ];

    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="balances">The balances, a tidy csv compressed with gzip.</param>
    public static void Write(string data, string balances)
    {
        var folder = Path.Combine(data, "energy-2007");
        var amounts = Read(balances);
        var regions = amounts.Keys.Select(k => k.Region).Distinct();
        AtomicFile.Write(Path.Combine(folder, "energy-use.csv"), stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine(string.Join(',', ["region", "branch", .. Fuels.Select(f => f.Field)]));
            foreach (var region in regions)
                foreach (var (code, item, sign) in Branches)
                    writer.WriteLine(string.Join(',', [region, code, .. Fuels.Select(f => Text(sign * amounts.GetValueOrDefault((region, f.Name, item))))]));
        });
        DataPackage.Seal(folder);
    }

    private static Dictionary<(string Region, string Fuel, string Item), double> Read(string path)
    {
        using var reader = CsvReader.Create(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), new CsvReaderOptions { HasHeader = true });
        var amounts = new Dictionary<(string, string, string), double>();
        while (reader.Read())
            // region_name_en, region_name_zh, indicator (energy_balance|fuel|item), year, value, …
            if (reader.GetString(2).Split('|') is [_, var fuel, var item])
                amounts[(reader.GetString(0), fuel, item)] = double.Parse(reader.GetString(4), CultureInfo.InvariantCulture);
        return amounts;
    }

    // Below zero by less than the balances' last digit, in five cells of power stations: what the source's closing of differences left over.
    private const double Remainder = 0.011;

    // Adding zero turns −0 into 0.
    private static string Text(double amount) => (amount is > -Remainder and < 0 ? 0 : Math.Round(amount, 4) + 0.0).ToString(CultureInfo.InvariantCulture);
}
