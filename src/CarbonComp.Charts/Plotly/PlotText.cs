using System.Text.Json;
using System.Text.Json.Serialization;

namespace CarbonComp.Charts;

/// <summary>One text for a whole trace, or one for each of its points.</summary>
/// <param name="Texts">The texts, escaped where they come from data.</param>
/// <param name="ForAll">Whether the only text is everybody's.</param>
[JsonConverter(typeof(PlotTextConverter))]
internal sealed record PlotText(IReadOnlyList<string> Texts, bool ForAll = false)
{
    /// <summary>One text for all.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator PlotText(string text) => new([text], true);

    /// <summary>A text for each.</summary>
    /// <param name="texts">The texts in the order of the points.</param>
    public static implicit operator PlotText(string[] texts) => new(texts, false);

    private sealed class PlotTextConverter : JsonConverter<PlotText>
    {
        public override PlotText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Figures are written, not read.");

        public override void Write(Utf8JsonWriter writer, PlotText value, JsonSerializerOptions options)
        {
            if (value.ForAll) writer.WriteStringValue(value.Texts[0]);
            else JsonSerializer.Serialize(writer, value.Texts, options);
        }
    }
}
