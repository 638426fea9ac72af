using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Quantities;

// The grammar of units: multiplier, prefix, base unit; several of them multiplied by a dot (·) or divided by a slash.
internal static partial class UnitParser
{
    private static readonly ConcurrentDictionary<string, Unit> Known = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, double> Multipliers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1e3, ["10 thousand"] = 1e4, ["million"] = 1e6, ["10 million"] = 1e7, ["100 million"] = 1e8,
        ["billion"] = 1e9, ["trillion"] = 1e12, ["100"] = 1e2, ["1000"] = 1e3, ["10000"] = 1e4,
        ["10^3"] = 1e3, ["10^4"] = 1e4, ["10^5"] = 1e5, ["10^6"] = 1e6, ["10^7"] = 1e7, ["10^8"] = 1e8, ["10^9"] = 1e9, ["10^10"] = 1e10, ["10^11"] = 1e11,
        ["ten thousand"] = 1e4, ["hundred million"] = 1e8,
        ["千"] = 1e3, ["万"] = 1e4, ["十万"] = 1e5, ["百万"] = 1e6, ["千万"] = 1e7, ["亿"] = 1e8, ["十亿"] = 1e9, ["万亿"] = 1e12,
    };

    private static readonly Dictionary<string, (UnitDimension Dimension, double Factor)> Bases = BaseUnits();

    public static Unit Parse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0)
            throw new UnitException("A unit is missing. Every number needs one: t CO2, yuan, km2, persons, tce, or 1 for a pure number.");
        return Known.GetOrAdd(trimmed, Read);
    }

    private static Unit Read(string text)
    {
        var parts = text.Split('/');
        var (dimension, factor) = (UnitDimension.None, 1.0);
        foreach (var (over, multiple) in parts[0].Split('·').Select(p => ReadPart(p, text)))
            (dimension, factor) = (dimension * over, factor * multiple);
        foreach (var (under, divisor) in parts.Skip(1).SelectMany(p => p.Split('·')).Select(p => ReadPart(p, text)))
            (dimension, factor) = (dimension / under, factor / divisor);
        return new Unit(text, dimension, factor);
    }

    private static (UnitDimension, double) ReadPart(string part, string whole)
    {
        var name = Spaces().Replace(part.Trim(), " ").Replace("₂", "2", StringComparison.Ordinal).Replace("²", "2", StringComparison.Ordinal)
            .Replace("³", "3", StringComparison.Ordinal).Replace("₄", "4", StringComparison.Ordinal);
        if (Bases.TryGetValue(name, out var unit)) return unit;
        // The longest multiplier first: "100 million" before "100".
        foreach (var (word, multiple) in Multipliers.OrderByDescending(m => m.Key.Length))
        {
            if (!name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = name[word.Length..].TrimStart();
            if (Bases.TryGetValue(rest, out unit)) return (unit.Dimension, unit.Factor * multiple);
        }
        throw new UnitException(name is "t" or "kt" or "Mt" or "kg" or "Gt" || name.EndsWith(" t", StringComparison.Ordinal) || name.EndsWith('吨')
            ? $"Unit \"{whole}\" does not say a tonne of what. Write t CO2, t C, tce, t fuel, t crops or t goods."
            : $"Unit \"{whole}\" is not known. Known are t CO2, t C, t CH4, t N2O, t CO2e, tce, GJ, t fuel, t crops, t goods, m3, yuan, US$, EUR and other "
                + $"currencies, km, "
            + $"km2, ha, persons, year, deg, %, 1, with prefixes (Mt CO2) or multipliers (100 million yuan).");
    }

    // The currencies of national tables, by their ISO 4217 codes; yuan and US dollar have kinds of their own.
    private const string Currencies = "AED ARS AUD BDT BGN BRL CAD CHF CLP COP CRC CZK DKK EGP EUR GBP HKD HRK HUF IDR ILS INR ISK JOD JPY KES KHR KRW KZT "
        + "LAK LKR MAD MMK MNT MXN MYR NGN NOK NPR NZD PEN PHP PKR PLN RON RUB SAR SEK SGD THB TND TRY TWD UAH UZS VND XAF XOF ZAR";

    private static Dictionary<string, (UnitDimension, double)> BaseUnits()
    {
        var bases = new Dictionary<string, (UnitDimension, double)>(StringComparer.Ordinal);
        void Add(UnitDimension dimension, double factor, params string[] names)
        {
            foreach (var name in names) bases.Add(name, (dimension, factor));
        }

        foreach (var (prefix, factor) in new[] { ("g", 1e-6), ("kg", 1e-3), ("t", 1.0), ("kt", 1e3), ("Mt", 1e6), ("Gt", 1e9), ("Mg", 1), ("Gg", 1e3),
            ("Tg", 1e6) })
        {
            Add(new(CarbonDioxide: 1), factor, $"{prefix} CO2", $"{prefix}CO2");
            Add(new(Carbon: 1), factor, $"{prefix} C");
            Add(new(Methane: 1), factor, $"{prefix} CH4");
            Add(new(NitrousOxide: 1), factor, $"{prefix} N2O");
            Add(new(Equivalent: 1), factor, $"{prefix} CO2e");
            Add(new(Goods: 1), factor, $"{prefix} fuel", $"{prefix} crops", $"{prefix} goods");
            if (!prefix.EndsWith('g') || prefix == "kg") Add(new(Energy: 1), factor, $"{prefix}ce");
        }
        Add(new(CarbonDioxide: 1), 1, "吨二氧化碳", "吨CO2");
        Add(new(Carbon: 1), 1, "吨碳");
        Add(new(Energy: 1), 1, "吨标准煤", "吨标煤", "t standard coal");
        // One tonne of standard coal is 7000 kcal/kg: 29.3076 GJ.
        foreach (var (prefix, joules) in new[] { ("MJ", 1e6), ("GJ", 1e9), ("TJ", 1e12), ("PJ", 1e15), ("EJ", 1e18) })
            Add(new(Energy: 1), joules / 29.3076e9, prefix);
        Add(new(Yuan: 1), 1, "yuan", "CNY", "RMB", "元");
        Add(new(Dollar: 1), 1, "USD", "US$", "US dollar", "US dollars");
        foreach (var code in Currencies.Split(' ')) Add(new(Currencies: code), 1, code);
        Add(new(Currencies: "EUR"), 1, "euro", "€", "欧元");
        Add(new(Currencies: "JPY"), 1, "yen", "日元");
        Add(new(Currencies: "GBP"), 1, "£", "英镑");
        Add(new(Length: 1), 1, "km", "公里", "千米");
        Add(new(Length: 1), 1e-3, "m", "米");
        Add(new(Length: 2), 1, "km2", "平方公里", "平方千米");
        Add(new(Length: 2), 1e-6, "m2", "平方米");
        Add(new(Length: 2), 1e-2, "ha", "hm2", "公顷");
        Add(new(Length: 3), 1e-9, "m3", "立方米");
        Add(new(Person: 1), 1, "person", "persons", "people", "人");
        Add(new(Time: 1), 1, "year", "years", "a", "年");
        Add(new(Angle: 1), 1, "deg", "°");
        Add(UnitDimension.None, 1, "1", "-", "count", "ratio");
        Add(UnitDimension.None, 1e-2, "%");
        return bases;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
