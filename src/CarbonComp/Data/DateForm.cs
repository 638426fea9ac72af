using System.Globalization;
using System.Text;

namespace CarbonComp.Data;

// How dates and times are written, and their form in ISO 8601, which sorts as time goes.
internal sealed record DateForm(string[] Patterns, string Iso, string Shown)
{
    // Two digits of a year as C and Python read them: 69 to 99 are of the last century.
    private static readonly DateTimeFormatInfo Invariant = Format();

    // What a type is written like unless its format says otherwise.
    private static readonly Dictionary<FieldType, (string[] Patterns, string Iso, string Shown)> Defaults = new()
    {
        [FieldType.Date] = (["yyyy-MM-dd"], "yyyy-MM-dd", "2020-12-31"),
        [FieldType.Time] = (["HH:mm:ss", "HH:mm:ss.FFFFFFF"], "HH:mm:ss.FFFFFFF", "15:00:00"),
        [FieldType.DateTime] = (["yyyy-MM-ddTHH:mm:ss.FFFFFFFK"], "yyyy-MM-ddTHH:mm:ss.FFFFFFF", "2020-12-31T15:00:00"),
        [FieldType.YearMonth] = (["yyyy-MM"], "yyyy-MM", "2020-12"),
    };

    private static readonly Dictionary<char, string> Directives = new()
    {
        ['Y'] = "yyyy", ['y'] = "yy", ['m'] = "M", ['d'] = "d", ['H'] = "H", ['I'] = "h", ['M'] = "m", ['S'] = "s", ['f'] = "FFFFFF", ['p'] = "tt",
        ['b'] = "MMM", ['B'] = "MMMM", ['a'] = "ddd", ['A'] = "dddd", ['z'] = "zzz",
    };

    public static DateForm? Read(DescriptorObject field, FieldType type)
    {
        if (!Defaults.TryGetValue(type, out var usual)) return null;
        var format = field.OptionalText("format") ?? "default";
        if (format.StartsWith("fmt:", StringComparison.Ordinal)) format = format[4..];
        if (format == "default") return new(usual.Patterns, usual.Iso, usual.Shown);
        if (type == FieldType.YearMonth) throw field.Unread("format", "A yearmonth is written 2020-12 and has no other format.");
        if (format == "any") throw field.Unread("format", "\"any\" leaves open which of the numbers is the day. Give the pattern, such as \"%d/%m/%Y\".");
        return new([Translated(field, format)], usual.Iso, format);
    }

    // The cell in ISO 8601; null where it is not in this form.
    public string? InIso(string cell)
    {
        foreach (var pattern in Patterns)
            if (DateTime.TryParseExact(cell, pattern, Invariant, DateTimeStyles.AdjustToUniversal, out var time))
                return time.ToString(Iso, CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : "");
        return null;
    }

    // From the directives of strptime to those of .NET.
    private static string Translated(DescriptorObject field, string format)
    {
        var pattern = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
            if (format[i] != '%') pattern.Append('\\').Append(format[i]);
            else if (++i < format.Length && format[i] == '%') pattern.Append("\\%");
            else if (i < format.Length && Directives.TryGetValue(format[i], out var directive)) pattern.Append(directive);
            else throw field.Unread("format", $"\"{format}\" is not a pattern that is known here. Known are "
                + $"{string.Join(" ", Directives.Keys.Select(d => $"%{d}"))}.");
        return pattern.Length == 1 ? "%" + pattern : pattern.ToString();
    }

    private static DateTimeFormatInfo Format()
    {
        var info = (DateTimeFormatInfo)CultureInfo.InvariantCulture.DateTimeFormat.Clone();
        info.Calendar = new GregorianCalendar { TwoDigitYearMax = 2068 };
        return info;
    }
}
