using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Formats;

/// <summary>The unit of money that a title, a sheet's name or a heading states.</summary>
internal static partial class StatedUnit
{
    private const string Times =
        @"hundred\s+millions?|100\s+millions?|ten\s+thousands?|10\s*thousands?|ten\s+millions?|10\s+millions?|thousands?|millions?|billions?|trillions?"
        + @"|mn|mln|mio|bn|1,?000,?000|100,?000,?000|10,?000|1,?000|10\s*\^\s*[0-9]+|10[⁰¹²³⁴⁵⁶⁷⁸⁹]+|万亿|千亿|百亿|十亿|亿|千万|百万|十万|万|千|百";

    private const string Latin = @"yuan|rmb|cny|renminbi|us\s?\$|u\.?s\.?\s+dollars?|usd|eur|euros?|gbp|jpy|yen|hk\$|hkd|dollars?|pounds?";

    private const string Chinese = "人民币元|人民币|元人民币|元|美元|欧元|日元|英镑|港元";

    private static readonly Dictionary<double, string> Words = new()
    {
        [1] = "", [1e3] = "thousand ", [1e4] = "10^4 ", [1e5] = "10^5 ", [1e6] = "million ", [1e7] = "10 million ", [1e8] = "100 million ", [1e9] = "billion ",
        [1e10] = "10^10 ", [1e11] = "10^11 ", [1e12] = "trillion ",
    };

    /// <summary>The unit that a text states; null where it states none.</summary>
    /// <exception cref="UnitException">A unit that cannot be read, of a currency that is not known, or two different ones.</exception>
    public static Unit? Of(string text)
    {
        Unit? stated = null;
        var rest = text;
        foreach (Match match in Stated().Matches(text))
        {
            rest = rest.Replace(match.Value, " ", StringComparison.Ordinal);
            var unit = Read(match, text);
            if (stated is not null && (unit.Factor, unit.Dimension) != (stated.Factor, stated.Dimension))
                throw new UnitException($"\"{OneLine.Of(text)}\" states two units, {stated} and {unit}.");
            stated = unit;
        }
        // A multiple that belongs to no currency, or the word itself: something is stated that was not understood.
        if (Multiple().IsMatch(rest) || stated is null && Announced().IsMatch(text))
            throw new UnitException($"\"{OneLine.Of(text)}\" states a unit that cannot be read. Write it as 10^4 yuan, 万元, million US$, …");
        return stated;
    }

    /// <summary>The unit that a heading states in brackets; null where it states none.</summary>
    public static Unit? InBrackets(string text) => Bracketed().Match(text) is { Success: true } part && Stated().IsMatch(part.Groups[1].Value)
        ? Of(part.Groups[1].Value) : null;

    private static Unit Read(Match match, string text)
    {
        var (times, currency) = (match.Groups["times"].Value + match.Groups["after"].Value, match.Groups["currency"].Value);
        var name = currency.ToUpperInvariant().Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) switch
        {
            "YUAN" or "RMB" or "CNY" or "RENMINBI" or "元" or "人民币" or "人民币元" or "元人民币" => "yuan",
            "US$" or "USD" or "USDOLLAR" or "USDOLLARS" or "美元" => "US$",
            _ => throw new UnitException($"\"{OneLine.Of(text)}\" states {match.Value.Trim()}, which is neither yuan nor US$. "
                + "Convert the table to one of them, and say so in the file."),
        };
        return Words.TryGetValue(Factor(times), out var word) ? Unit.Parse(word + name)
            : throw new UnitException($"\"{OneLine.Of(text)}\" states {match.Value.Trim()}, a multiple that is not known. "
                + "Write it as 10^4 yuan, million US$, …");
    }

    private static double Factor(string times)
    {
        var word = Spaces().Replace(times.Trim().ToUpperInvariant().TrimEnd('S'), " ");
        if (word.Length == 0) return 1;
        if (word.StartsWith("10", StringComparison.Ordinal) && word.IndexOf('^') is var at and > 0) return Math.Pow(10, int.Parse(word[(at + 1)..].Trim(),
            CultureInfo.InvariantCulture));
        if (word.StartsWith("10", StringComparison.Ordinal) && word.Length > 2 && "⁰¹²³⁴⁵⁶⁷⁸⁹".Contains(word[2]))
            return Math.Pow(10, word[2..].Aggregate(0, (n, c) => 10 * n + "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c)));
        return word switch
        {
            "HUNDRED MILLION" or "100 MILLION" or "100,000,000" or "100000000" or "亿" => 1e8,
            "TEN THOUSAND" or "10 THOUSAND" or "10THOUSAND" or "10,000" or "10000" or "万" => 1e4,
            "TEN MILLION" or "10 MILLION" or "千万" => 1e7,
            "THOUSAND" or "1,000" or "1000" or "千" => 1e3,
            "MILLION" or "MN" or "MLN" or "MIO" or "1,000,000" or "1000000" or "百万" => 1e6,
            "BILLION" or "BN" or "十亿" => 1e9,
            "TRILLION" or "万亿" => 1e12,
            "百" => 1e2, "十万" => 1e5, "百亿" => 1e10, "千亿" => 1e11,
            _ => double.NaN,
        };
    }

    // A multiple and a currency, a currency and a multiple (USD million), or a currency alone; 元 alone only where it stands by itself.
    [GeneratedRegex(@"(?<![\p{L}0-9^.,])(?:(?<times>" + Times + @")\s*(?:of\s+)?)?(?<currency>" + Latin + @"|[€£¥￥$])(?:\s*(?<after>" + Times
        + @"))?(?![A-Za-z])"
        + @"|(?<times>" + Times + @")\s*(?<currency>" + Chinese + ")"
        + @"|(?:(?<=^|[\s:：(（\[［,，_/=])|(?<=单位))(?<currency>" + Chinese + @")(?=$|[\s)）\]］,，。;；/_])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Stated();

    [GeneratedRegex(@"(?<![\p{L}])(?:thousands?|millions?|billions?|trillions?|10\s*\^\s*[0-9]+|10[⁰¹²³⁴⁵⁶⁷⁸⁹]+)(?![A-Za-z])|[万亿]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Multiple();

    [GeneratedRegex(@"(?<![A-Za-z])units?\s*(?:[:：=]|is\b|of\s+measure)|单位\s*[:：]?|计量|currency\s*[:：]|货币",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    [GeneratedRegex(@"[(（\[［]([^)）\]］]*)[)）\]］]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
