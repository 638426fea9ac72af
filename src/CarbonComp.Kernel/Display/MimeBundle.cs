using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Display;

/// <summary>One value in several representations; a frontend shows the richest it can.</summary>
public sealed class MimeBundle
{
    private readonly Dictionary<string, JsonNode> data = new(StringComparer.Ordinal);

    /// <summary>An empty bundle.</summary>
    public MimeBundle() { }

    /// <summary>A bundle of one textual representation.</summary>
    public MimeBundle(string mimeType, string text) => Add(mimeType, text);

    /// <summary>The representations' types, in the order they were added.</summary>
    public IReadOnlyCollection<string> MimeTypes => data.Keys;

    /// <summary>Further facts about the representations, such as an image's width.</summary>
    public JsonObject Metadata { get; } = [];

    /// <summary>The representation of a type, or <see langword="null"/>.</summary>
    public JsonNode? this[string mimeType] => data.GetValueOrDefault(mimeType);

    /// <summary>Adds or replaces a textual representation. Binary types (images) take base64.</summary>
    public MimeBundle Add(string mimeType, string text)
    {
        data[mimeType] = JsonValue.Create(text);
        return this;
    }

    /// <summary>Adds or replaces a JSON representation.</summary>
    public MimeBundle Add(string mimeType, JsonNode json)
    {
        ArgumentNullException.ThrowIfNull(json);
        data[mimeType] = json;
        return this;
    }

    /// <summary>Adds a representation that another library wrote as text: JSON where its type says so.</summary>
    internal MimeBundle AddText(string mimeType, string text)
    {
        if (mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal))
            try
            {
                return Add(mimeType, JsonNode.Parse(text) ?? (JsonNode)"null");
            }
            catch (JsonException)
            {
                // Shown as what it is.
            }
        return Add(mimeType, text);
    }

    /// <summary>Whether there is a representation of that type.</summary>
    public bool Contains(string mimeType) => data.ContainsKey(mimeType);

    /// <summary>Characters of all representations.</summary>
    internal long Length => data.Values.Sum(each =>
        (long)(each is JsonValue value && value.TryGetValue<string>(out var text) ? text : each.ToJsonString()).Length);

    /// <summary>A copy of its present content.</summary>
    internal MimeBundle Copy()
    {
        var copy = new MimeBundle();
        foreach (var (type, node) in data)
            copy.data[type] = node;
        foreach (var (name, fact) in Metadata)
            copy.Metadata[name] = fact?.DeepClone();
        return copy;
    }

    internal JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (type, node) in data)
            json[type] = node.DeepClone();
        return json;
    }
}
