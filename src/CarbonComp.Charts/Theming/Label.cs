namespace CarbonComp.Charts;

/// <summary>Texts as plotly shows them. It reads a few HTML tags in every label, so what comes from data is escaped.</summary>
internal static class Label
{
    /// <summary>A text of data, shown as it is written.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>An escaped text as it is read: without tags.</summary>
    public static string Plain(string escaped) => System.Text.RegularExpressions.Regex.Replace(escaped, "<[^>]*>", "")
        .Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal)
        .Replace("&amp;", "&", StringComparison.Ordinal);

    /// <summary>A text of data in lines no wider than this.</summary>
    public static string Wrap(string text, double fontSize, double width) =>
        string.Join("<br>", TextWidth.Wrap(text, fontSize, width).Select(Escape));

    /// <summary>A heading in bold and lines under it, for a hover text.</summary>
    public static string Hover(string heading, params IEnumerable<string> lines) =>
        string.Join("<br>", lines.Where(l => l.Length > 0).Select(Escape).Prepend($"<b>{Escape(heading)}</b>"));

    /// <summary>A number with about four significant digits and its unit.</summary>
    public static string Number(double value, Unit unit) => NumberText(value) + (IsPure(unit) ? "" : unit.Symbol == "%" ? " %" : $" {unit.Symbol}");

    /// <summary>A number with about four significant digits.</summary>
    public static string NumberText(double value) => NumberFormat.Format(value, Decimals([value]));

    /// <summary>The number of decimals to show these numbers side by side: about four significant digits, none that are zeros in all.</summary>
    public static int Decimals(IEnumerable<double> numbers)
    {
        double[] finite = [.. numbers.Where(double.IsFinite)];
        var decimals = finite.All(v => v == 0) ? 0 : NumberFormat.Decimals(finite);
        while (decimals > 0 && finite.All(v => Math.Abs(Math.Round(v, decimals) - Math.Round(v, decimals - 1)) < Math.Pow(10, -decimals - 3))) decimals--;
        return decimals;
    }

    /// <summary>The label of an axis entry and, where it has one, its name in the local script.</summary>
    public static string Full(CarbonComp.Axis axis, int index) =>
        axis is RegionAxis regions && regions[index] is { LocalName: { Length: > 0 } local } region && local != region.Name
        ? $"{region.Name} {local}" : axis.Labels[index];

    /// <summary>Upper case at the beginning, as a title or axis has it; a symbol such as δ stays what it is.</summary>
    public static string Sentence(string text) => text.Length > 0 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    internal static bool IsPure(Unit unit) => unit.Symbol is "1" or "-" or "count" or "ratio";
}
