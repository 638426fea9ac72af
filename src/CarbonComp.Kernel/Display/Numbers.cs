using System.Globalization;

namespace CarbonComp.Kernel.Display;

/// <summary>Numbers as a reader wants them.</summary>
internal static class Numbers
{
    /// <summary>Exactly, as C# prints it.</summary>
    public static string Full(object number) => number switch
    {
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => number.ToString() ?? "",
    };

    /// <summary>Six significant digits for what has a fraction, for tables; whole numbers stay whole.</summary>
    public static string Short(object number)
    {
        if (number is decimal exact)
            return Short((double)exact) is var text && text.Contains('E', StringComparison.Ordinal) ? Full(exact) : text;
        var value = number switch { double d => d, float f => f, Half h => (double)h, _ => double.NaN };
        if (number is not (double or float or Half) || !double.IsFinite(value))
            return Full(number);
        return Short(value);
    }

    private static string Short(double value)
    {
        var size = Math.Abs(value);
        if (size == 0)
            return "0";
        if (size < 1e15 && value == Math.Floor(value))
            return value.ToString("0", CultureInfo.InvariantCulture);
        if (size is < 1e-4 or >= 1e15)
            return value.ToString("0.#####E0", CultureInfo.InvariantCulture);
        var decimals = Math.Clamp(5 - (int)Math.Floor(Math.Log10(size)), 0, 10);
        // A large number keeps its whole digits and gives up the fraction.
        return Math.Round(value, decimals).ToString("0." + new string('#', Math.Max(1, decimals)), CultureInfo.InvariantCulture);
    }

    public static bool IsNumber(object? value) => value is sbyte or byte or short or ushort or int or uint or long or ulong
        or nint or nuint or Int128 or UInt128 or float or double or decimal or Half or System.Numerics.BigInteger;
}
