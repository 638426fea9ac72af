using System.Collections;
using System.Globalization;

namespace CarbonComp.Studies;

/// <summary>A sentence about results, computed with them, so that it stays true when they change.</summary>
/// <remarks>
/// Numbers in the sentence are written as in tables, about three digits where no decimals are asked for (<c>F1</c>), lists as
/// "Hebei, Shanxi and Ningxia", an empty one as "none", in every culture alike.
/// </remarks>
/// <example><c>new Remark("What it means.", $"{payers.Count} of {all} cities pay: {payers}.")</c></example>
[TypeFormatterSource(typeof(RemarkFormatterSource))]
public sealed record Remark
{
    /// <summary>Writes the sentence.</summary>
    /// <param name="lead">What kind of remark it is, shown in bold: "What it means."</param>
    /// <param name="text">The sentence with its results; may go over several lines.</param>
    public Remark(string lead, FormattableString text) => (Lead, Text) = (lead,
        string.Join(' ', text.ToString(ProseFormat.Instance).Split((char[])['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The kind of remark, printed before it.</summary>
    public string Lead { get; }

    /// <summary>The sentence, results filled in.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Lead} {Text}";

    private sealed class ProseFormat : IFormatProvider, ICustomFormatter
    {
        public static ProseFormat Instance { get; } = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : CultureInfo.InvariantCulture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => arg switch
        {
            null => "",
            string text => text,
            double number when string.IsNullOrEmpty(format) => NumberFormat.Format(number, NumberFormat.Decimals([number])),
            double number when format[0] == 'F' && int.TryParse(format.AsSpan(1), CultureInfo.InvariantCulture, out var decimals) =>
                NumberFormat.Format(number, decimals),
            IEnumerable items => Listed([.. items.Cast<object?>().Select(item => Format(format, item, formatProvider))]),
            IFormattable value => value.ToString(format, CultureInfo.InvariantCulture),
            _ => arg.ToString() ?? "",
        };

        private static string Listed(string[] items) => items.Length switch
        {
            0 => "none",
            1 => items[0],
            _ => $"{string.Join(", ", items[..^1])} and {items[^1]}",
        };
    }
}
