using System.Text.RegularExpressions;

namespace CarbonComp.Studies;

/// <summary>A heading of a sheet: its name, and the unit in brackets behind it.</summary>
internal sealed partial record FormHeading(int Row, int Column, string Name, string? Unit)
{
    /// <summary>Reads a heading of one row or of two, of which the lower one names and either has the unit.</summary>
    public static FormHeading Of(SheetGrid sheet, int row, int lower, int column)
    {
        var texts = (lower > row ? new[] { sheet.Text(lower, column), sheet.Text(row, column) } : [sheet.Text(row, column)]).Where(t => t.Length > 0).ToArray();
        var (name, unit) = ("", (string?)null);
        foreach (var text in texts)
        {
            var bracket = Bracketed().Match(text);
            if (name.Length == 0) name = Spaces().Replace(Bracketed().Replace(text, " "), " ").Trim();
            if (bracket.Success) unit ??= bracket.Groups[1].Value.Trim();
        }
        return new(lower > row && sheet.Text(lower, column).Length > 0 ? lower : row, column, name, unit);
    }

    [GeneratedRegex(@"[(（\[［]([^)）\]］]*)[)）\]］]\s*$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
