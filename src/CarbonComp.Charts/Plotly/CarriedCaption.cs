using System.Text.Json.Nodes;

namespace CarbonComp.Charts;

/// <summary>A caption in plotly's JSON.</summary>
/// <param name="Status">The weakest status of the values, by its name.</param>
/// <param name="Note">What a reader must know.</param>
/// <param name="Source">Where the values come from.</param>
internal sealed record CarriedCaption(string Status, string? Note, string? Source)
{
    public static CarriedCaption Of(FigureCaption caption) => new(caption.Status.ToString(), caption.Note, caption.Source);

    /// <summary>The caption that a trace carries; null for none. A status that cannot be read is the weakest.</summary>
    public static FigureCaption? From(JsonNode? trace)
    {
        if ((trace as JsonObject)?["carboncomp"] is not JsonObject carried) return null;
        string? Text(string name) => carried[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
        return new(Enum.TryParse<ValueStatus>(Text("status"), out var status) ? status : ValueStatus.Illustrative, Text("note"), Text("source"));
    }
}
