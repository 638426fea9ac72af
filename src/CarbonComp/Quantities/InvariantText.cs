using System.Globalization;
using System.Runtime.CompilerServices;

namespace CarbonComp;

/// <summary>A text whose numbers are written the same way in every culture: <c>1.5</c>, <c>-1</c>.</summary>
/// <remarks>Messages of exceptions are of this type, so the compiler formats an interpolated string accordingly. A finished text is taken as it is.</remarks>
[InterpolatedStringHandler]
public ref struct InvariantText
{
    private DefaultInterpolatedStringHandler text;

    /// <summary>Begins a text; the compiler calls this and appends.</summary>
    public InvariantText(int literalLength, int formattedCount) => text = new(literalLength, formattedCount, CultureInfo.InvariantCulture);

    /// <summary>The interpolated string, with its numbers written the same way in every culture.</summary>
    public static string Invariant(InvariantText text) => text.ToString();

    /// <summary>A finished text.</summary>
    public static implicit operator InvariantText(string text)
    {
        var whole = new InvariantText(text.Length, 0);
        whole.AppendLiteral(text);
        return whole;
    }

    /// <summary>Adds the text between the values.</summary>
    public void AppendLiteral(string value) => text.AppendLiteral(value);

    /// <summary>Adds a value.</summary>
    public void AppendFormatted<T>(T value) => text.AppendFormatted(value);

    /// <summary>Adds a value in a format, such as <c>0.##</c>.</summary>
    public void AppendFormatted<T>(T value, string? format) => text.AppendFormatted(value, format);

    /// <summary>Adds characters.</summary>
    public void AppendFormatted(ReadOnlySpan<char> value) => text.AppendFormatted(value);

    /// <summary>The whole text.</summary>
    public override string ToString() => text.ToString();
}
