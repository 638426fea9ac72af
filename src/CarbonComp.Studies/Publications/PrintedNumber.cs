using System.Globalization;
using System.Text.RegularExpressions;

namespace CarbonComp.Studies;

/// <summary>A number as it is printed: its value and how exactly its digits give it.</summary>
/// <param name="Text">The digits as printed: <c>2,144.7926</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Decimals">Digits after the point.</param>
public sealed partial record PrintedNumber(string Text, double Value, int Decimals)
{
    /// <summary>Half of the last printed digit: a number this near, or nearer, is printed like this.</summary>
    public double HalfUnit => 0.5 * Math.Pow(10, -Decimals);

    /// <summary>Reads printed digits: one decimal point; groups of three may be divided by commas or by spaces; a minus may be typographic.</summary>
    /// <param name="text">The digits.</param>
    /// <exception cref="CarbonCompException">The text is not a number, or commas do not divide groups of three (1,5).</exception>
    public static PrintedNumber Parse(string text)
    {
        if (!Printed().IsMatch(text.Trim()))
            throw new CarbonCompException($"\"{text}\" is not a printed number: it has one decimal point, and commas or spaces only between groups of three "
                + $"digits.");
        var digits = string.Concat(text.Where(c => !(c == ',' || char.IsWhiteSpace(c)))).Replace('−', '-');
        if (!double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            throw new CarbonCompException($"\"{text}\" is not a printed number.");
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return new(text.Trim(), value, point < 0 ? 0 : digits.Length - point - 1);
    }

    [GeneratedRegex(@"^[-−+]?(?:(?:[0-9]{1,3}(?:, ?[0-9]{3})+|[0-9]{1,3}(?:[ \u00A0\u2009\u202F][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Printed();

    /// <summary>Whether a number would be printed with these digits.</summary>
    /// <remarks>Both ways of rounding a tie count, and an input that is itself rounded may widen the band.</remarks>
    /// <param name="recomputed">The number, in the printed unit.</param>
    /// <param name="inputUncertainty">How far the number can move because its printed inputs are rounded; 0 where they are exact.</param>
    public bool Agrees(double recomputed, double inputUncertainty = 0) =>
        double.IsFinite(recomputed) && Math.Abs(recomputed - Value) <= HalfUnit * (1 + 1e-9) + inputUncertainty;
}
