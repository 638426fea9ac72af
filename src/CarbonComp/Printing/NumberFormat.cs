using System.Globalization;

namespace CarbonComp;

/// <summary>Numbers with the digits that a reader can use: about four significant ones, the same decimals down a column.</summary>
public static class NumberFormat
{
    /// <summary>How many decimals show the largest of these numbers with four significant digits, at most 5.</summary>
    /// <param name="numbers">The numbers of a column.</param>
    public static int Decimals(IEnumerable<double> numbers)
    {
        var finite = numbers.Where(double.IsFinite).ToArray();
        if (finite.All(v => v == Math.Round(v))) return 0;
        var largest = finite.Select(Math.Abs).DefaultIfEmpty(0).Max();
        return Math.Clamp(3 - (int)Math.Floor(Math.Log10(largest)), 0, 5);
    }

    /// <summary>The number with these decimals and thin groups: <c>12 345.6</c>; a true minus sign; a dash where there is no number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="decimals">Digits after the point.</param>
    public static string Format(double value, int decimals)
    {
        if (!double.IsFinite(value)) return "–";
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        // A narrow no-break space groups digits in every language; commas do not.
        var text = Math.Abs(rounded).ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace(",", "\u202f", StringComparison.Ordinal);
        return rounded < 0 ? "−" + text : text;
    }
}
