using System.Globalization;

namespace CarbonComp.Charts;

/// <summary>A colour of the sRGB space.</summary>
/// <param name="R">Red, 0 to 255.</param>
/// <param name="G">Green, 0 to 255.</param>
/// <param name="B">Blue, 0 to 255.</param>
public readonly record struct ThemeColor(byte R, byte G, byte B)
{
    /// <summary>Reads <c>#D55E00</c>.</summary>
    /// <param name="hex">Six hexadecimal digits, with or without #.</param>
    /// <exception cref="FormatException">Something else.</exception>
    public static ThemeColor Parse(string hex)
    {
        var digits = hex.TrimStart('#');
        if (digits.Length != 6 || !uint.TryParse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            throw new FormatException($"\"{hex}\" is not a colour. Write six hexadecimal digits: #0072B2.");
        return new((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>Relative luminance of WCAG 2, from 0 (black) to 1 (white).</summary>
    public double Luminance
    {
        get
        {
            static double Linear(byte c) => c / 255.0 is var s && s <= 0.04045 ? s / 12.92 : Math.Pow((s + 0.055) / 1.055, 2.4);
            return 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);
        }
    }

    /// <summary>Contrast ratio of WCAG 2, from 1 to 21: text needs 4.5, graphical parts 3.</summary>
    /// <param name="other">The colour behind or beside it.</param>
    public double Contrast(ThemeColor other) =>
        (Math.Max(Luminance, other.Luminance) + 0.05) / (Math.Min(Luminance, other.Luminance) + 0.05);

    /// <summary>A colour between this and another.</summary>
    /// <param name="other">The other end.</param>
    /// <param name="share">0 gives this, 1 the other.</param>
    public ThemeColor Mix(ThemeColor other, double share)
    {
        byte Between(byte a, byte b) => (byte)Math.Round(a + (b - a) * Math.Clamp(share, 0, 1));
        return new(Between(R, other.R), Between(G, other.G), Between(B, other.B));
    }

    /// <summary>The colour with an opacity: <c>rgba(213,94,0,0.45)</c>.</summary>
    /// <param name="alpha">0 (clear) to 1.</param>
    public string WithAlpha(double alpha) => string.Create(CultureInfo.InvariantCulture, $"rgba({R},{G},{B},{alpha:0.##})");

    /// <summary><c>#D55E00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{R:X2}{G:X2}{B:X2}");
}
