using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Uncertainty;

// The fields of a part of a specification. What nobody asked for is a slip of the pen, and is refused.
internal sealed class SpecificationFields
{
    private readonly string part;
    private readonly JsonObject fields;
    private readonly HashSet<string> asked = [];

    public SpecificationFields(string part, JsonNode? node) => (this.part, fields) = (part, node as JsonObject
        ?? throw new UncertaintyException($"{Sentence(part)} is not a list of names with values."));

    public JsonObject Object(string name) => Find(name) as JsonObject
        ?? throw new UncertaintyException($"{Sentence(part)} has no {name}: names with their distributions.");

    public string? Text(string name) => Find(name) is not { } node ? null : node is JsonValue value && value.TryGetValue(out string? text) ? text
        : throw new UncertaintyException($"{name} of {part} is {node.ToJsonString()}. It is a word.");

    public long? Whole(string name) => Find(name) is not { } node ? null
        : node is JsonValue value && value.TryGetValue(out double number) && number == Math.Floor(number) && Math.Abs(number) < 1e15 ? (long)number
        : throw new UncertaintyException($"{name} of {part} is {node.ToJsonString()}. It is a whole number.");

    public double Number(string name) => NumberOrNone(name)
        ?? throw new UncertaintyException($"{Sentence(part)} has no {name}. Give a number.");

    public double? NumberOrNone(string name) => Find(name) is not { } node ? null : NumberOf(node, name);

    public IReadOnlyList<JsonNode?>? Items(string name) => Find(name) is not { } node ? null : node is JsonArray items ? [.. items]
        : throw new UncertaintyException($"{name} of {part} is {node.ToJsonString()}. It is a list.");

    public double NumberOf(JsonNode? node, string name) => node is JsonValue value && value.TryGetValue(out double number) ? number
        : throw new UncertaintyException($"{name} of {part} is {node?.ToJsonString() ?? "empty"}. It is a number.");

    public IReadOnlyList<(string First, string Second, double Correlation)> Correlations(string name) => [.. (Items(name) ?? []).Select(pair =>
        pair is JsonArray { Count: 3 } three && three[0] is JsonValue a && a.TryGetValue(out string? first) && three[1] is JsonValue b
            && b.TryGetValue(out string? second) ? (first, second, NumberOf(three[2], name))
        : throw new UncertaintyException($"One of the {name} is {pair?.ToJsonString() ?? "empty"}. "
            + "Each is two parameters and a number: [price, share, 0.6]."))];

    public void RequireNoOther()
    {
        if (fields.Select(f => f.Key).Where(key => !asked.Contains(key)).ToArray() is { Length: > 0 } unknown)
            throw new UncertaintyException($"{Sentence(part)} has {Listing.Of(unknown)}, which nothing reads. There can be: {Listing.Of(asked)}.");
    }

    private JsonNode? Find(string name)
    {
        asked.Add(name);
        return fields[name] is { } node && node.GetValueKind() != JsonValueKind.Null ? node : null;
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
