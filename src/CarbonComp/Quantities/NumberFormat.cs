using System.Globalization;

namespace CarbonComp;

/// <summary>Numbers with the digits that a reader can use: about three significant ones, the same decimals down a column.</summary>
public static class NumberFormat
{
    /// <summary>The number of decimals that shows numbers of the usual size with three significant digits and none with more than seven; at most 5.</summary>
    /// <remarks>The usual size is the median of those that are not zero: one large number does not take the digits from the others.</remarks>
    public static int Decimals(IEnumerable<double> numbers)
    {
        double[] sizes = [.. numbers.Where(v => double.IsFinite(v) && v != 0).Select(Math.Abs).Order()];
        if (sizes.All(v => v == Math.Round(v))) return 0;
        int Digits(double value) => (int)Math.Floor(Math.Log10(value)) + 1;
        return Math.Clamp(Math.Min(3 - Digits(sizes[sizes.Length / 2]), 7 - Digits(sizes[^1])), 0, 5);
    }

    /// <summary>A quantity as a sentence says it, in the multiple of its unit that is read most easily: <c>404 Mt CO2</c>.</summary>
    public static string Quantity(double value, Unit unit)
    {
        var readable = unit.Readable(value);
        var shown = value * unit.To(readable);
        var number = Format(shown, Decimals([shown]));
        return readable == Unit.One ? number : $"{number} {readable}";
    }

    /// <summary>
    /// The number with these decimals and thin groups: <c>12 345.6</c>; a true minus sign; a dash where there is no number; 0 for nothing at all.
    /// </summary>
    public static string Format(double value, int decimals)
    {
        if (!double.IsFinite(value)) return "–";
        if (value == 0) return "0";
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        // A narrow no-break space groups digits in every language; commas do not.
        var text = Math.Abs(rounded).ToString($"N{decimals}", CultureInfo.InvariantCulture).Replace(",", "\u202f", StringComparison.Ordinal);
        return rounded < 0 ? "−" + text : text;
    }
}
