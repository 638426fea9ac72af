using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CarbonComp.Charts;

/// <summary>How figures become plotly's JSON: its lower-case names, nothing where nothing was said, no character that ends a script.</summary>
internal static class FigureJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = new PlotlyNames(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Leaves Chinese readable and still escapes <, >, & and quotation marks, so </script> cannot occur.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>An object as text.</summary>
    /// <param name="properties">Writes its properties.</param>
    public static string Write(Action<Utf8JsonWriter> properties)
    {
        var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new() { Encoder = Options.Encoder }))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private sealed class PlotlyNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) => name.ToLowerInvariant();
    }
}
