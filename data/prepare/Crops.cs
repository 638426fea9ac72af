using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace CarbonComp.Prepare;

/// <summary>Writes <c>data/crops/harvests.csv</c>: output and sown area by province and crop, from the Bureau's annual data by province.</summary>
/// <remarks>Crops that the Bureau prints only within a total are the total less its other parts: other cereals, other beans, other oil crops.</remarks>
internal static class Crops
{
    private static readonly int[] Years = [2007, 2010, 2012, 2015, 2017, 2018];

    // A crop, the item of the statistics, and the items to take off it.
    private static readonly (string Code, string Item, string[] Less)[] Items =
    [
        ("rice", "rice", []), ("wheat", "wheat", []), ("maize", "corn", []), ("other_cereals", "cereal", ["rice", "wheat", "corn"]),
        ("soybeans", "soja", []), ("other_beans", "beans", ["soja"]), ("tubers", "tubers", []), ("peanuts", "peanuts", []), ("rapeseed", "rapeseeds", []),
        ("sesame", "sesame", []), ("linseed", "benne", []), ("sunflower", "helianthus", []),
        ("other_oil_crops", "oil_bearing_crops", ["peanuts", "rapeseeds", "sesame", "benne", "helianthus"]), ("cotton", "cotton", []),
        ("fibre_crops", "fiber_crops", []), ("sugar_cane", "sugarcane", []), ("sugar_beet", "beetroots", []), ("tobacco", "tobacco", []),
        ("vegetables", "vegetables", []),
    ];

    /// <param name="data">The folder <c>data</c>.</param>
    /// <param name="statistics">The annual data, a tidy csv compressed with gzip.</param>
    public static void Write(string data, string statistics)
    {
        var folder = Path.Combine(data, "crops");
        var figures = Read(statistics);
        var regions = figures.Keys.Select(k => k.Region).Distinct().Order(StringComparer.Ordinal).ToArray();
        AtomicFile.Write(Path.Combine(folder, "harvests.csv"), stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            writer.WriteLine("region,year,crop,output,area,status,note");
            foreach (var year in Years)
                foreach (var region in regions)
                    foreach (var (code, item, less) in Items)
                    {
                        var (output, note) = Output(figures, region, year, item, less);
                        writer.WriteLine(string.Join(',', region, year.ToString(CultureInfo.InvariantCulture), code, Text(output),
                            Area(figures, region, year, item, less) is { } area ? Text(area) : "", note.Length == 0 ? "statistic" : "constructed", note));
                    }
        });
        DataPackage.Seal(folder);
    }

    private static (double Output, string Note) Output(Dictionary<(string Region, string Item, int Year), double> figures, string region, int year,
        string item, string[] less)
    {
        if (less.Length > 0) return (Remainder(Known(item).Output, less.Sum(part => Known(part).Output), region, year, item), "");
        return Known(item);

        // Where the Bureau prints nothing, zero follows from other figures, or the file is refused.
        (double Output, string Note) Known(string wanted)
        {
            if (figures.TryGetValue((region, $"output_{wanted}", year), out var output)) return (output, "");
            if (figures.TryGetValue((region, $"sown_area_{wanted}", year), out var area) && area == 0) return (0, "not printed; no area was sown");
            if (wanted is "wheat" or "corn" && figures[(region, "output_cereal", year)] == figures[(region, "output_rice", year)])
                return (0, "not printed; the province's cereals are all rice");
            throw new DataException($"{region} {year}", $"there is no output of {wanted}.");
        }
    }

    private static double? Area(Dictionary<(string Region, string Item, int Year), double> figures, string region, int year, string item, string[] less)
    {
        double?[] parts = [.. less.Prepend(item).Select(part => figures.TryGetValue((region, $"sown_area_{part}", year), out var area) ? area : (double?)null)];
        return parts.Contains(null) ? null : Remainder(parts[0]!.Value, parts.Skip(1).Sum(p => p!.Value), region, year, $"sown area of {item}");
    }

    private static double Remainder(double total, double parts, string region, int year, string item) => (total - parts) switch
    {
        >= 0 and var rest => rest,
        // Rounding of the parts.
        > -0.06 => 0,
        var rest => throw new DataException($"{region} {year}", FormattableString.Invariant($"the parts of {item} exceed it by {-rest}.")),
    };

    private static Dictionary<(string Region, string Item, int Year), double> Read(string path)
    {
        using var reader = CsvReader.Create(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), new CsvReaderOptions { HasHeader = true });
        var figures = new Dictionary<(string, string, int), double>();
        while (reader.Read())
            // region_name_en, region_name_zh, indicator, year, value, …
            figures[(reader.GetString(0), reader.GetString(2), int.Parse(reader.GetString(3), CultureInfo.InvariantCulture))] =
                double.Parse(reader.GetString(4), CultureInfo.InvariantCulture);
        return figures;
    }

    private static string Text(double number) => (Math.Round(number, 4) + 0.0).ToString(CultureInfo.InvariantCulture);
}
