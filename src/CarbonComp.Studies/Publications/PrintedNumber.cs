using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>A number as it is printed: its value and how exactly its digits give it.</summary>
/// <param name="Text">The digits as printed: <c>2,144.7926</c>.</param>
/// <param name="Value">The number.</param>
/// <param name="Decimals">Digits after the point.</param>
public sealed record PrintedNumber(string Text, double Value, int Decimals)
{
    /// <summary>Half of the last printed digit: a number this near, or nearer, is printed like this.</summary>
    public double HalfUnit => 0.5 * Math.Pow(10, -Decimals);

    /// <summary>Reads printed digits; groups of digits may be divided by commas or spaces, a minus may be typographic.</summary>
    /// <param name="text">The digits.</param>
    /// <exception cref="CarbonCompException">The text is not a number.</exception>
    public static PrintedNumber Parse(string text)
    {
        var digits = text.Trim().Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace('−', '-');
        if (!double.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            throw new CarbonCompException($"\"{text}\" is not a printed number.");
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return new(text.Trim(), value, point < 0 ? 0 : digits.Length - point - 1);
    }

    /// <summary>Whether a number would be printed with these digits.</summary>
    /// <remarks>Both ways of rounding a tie count, and an input that is itself rounded may widen the band.</remarks>
    /// <param name="recomputed">The number, in the printed unit.</param>
    /// <param name="inputUncertainty">How far the number can move because its printed inputs are rounded; 0 where they are exact.</param>
    public bool Agrees(double recomputed, double inputUncertainty = 0) =>
        double.IsFinite(recomputed) && Math.Abs(recomputed - Value) <= HalfUnit * (1 + 1e-9) + inputUncertainty;
}
