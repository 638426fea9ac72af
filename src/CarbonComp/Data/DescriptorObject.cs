using System.Text.Json;

namespace CarbonComp.Data;

// An object of datapackage.json that knows its place, for messages.
internal readonly record struct DescriptorObject
{
    private readonly JsonElement element;

    public DescriptorObject(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new DataException(place, $"an object {{…}} is expected, not {Shown(element)}. Correct datapackage.json there.");
        (this.element, Place) = (element, place);
    }

    public string Place { get; }

    // The same object under a more telling place.
    public DescriptorObject Called(string name) => new(element, $"{Outer()}, {name}");

    public string Text(string property) => OptionalText(property)
        ?? throw new DataException(Place, $"\"{property}\" is missing. Add it to datapackage.json there.");

    public string? OptionalText(string property)
    {
        if (!element.TryGetProperty(property, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String) throw Wrong(property, "a text", value);
        return Read(value)
            ?? throw new DataException(Place, $"\"{property}\" is empty or holds control characters. Give it a value, or take it out.");
    }

    // The names of what it says.
    public IEnumerable<string> Properties => element.EnumerateObject().Select(p => p.Name);

    public bool Has(string property) => element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null;

    // A text of any characters, such as a tab, or of none.
    public string? OptionalCharacters(string property)
    {
        if (!Has(property)) return null;
        var value = element.GetProperty(property);
        if (value.ValueKind != JsonValueKind.String) throw Wrong(property, "a text", value);
        try { return value.GetString(); }
        catch (InvalidOperationException wrong) { throw new DataException(Place, $"\"{property}\" is not a text. Correct datapackage.json there.", wrong); }
    }

    // The values of a list, whatever they are; null where the property is missing.
    public JsonElement[]? OptionalList(string property) => !Has(property) ? null
        : element.GetProperty(property) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()]
        : throw Wrong(property, "a list [ … ]", element.GetProperty(property));

    public JsonElement? OptionalValue(string property) => Has(property) ? element.GetProperty(property) : null;

    public DataException Unread(string property, string advice) =>
        new(Place, $"\"{property}\" is declared, and it cannot be followed here. {advice}");

    // A text, or a list of exactly one.
    public string OneText(string property) => Texts(property) is [var only] ? only
        : throw new DataException(Place, $"\"{property}\" must name one field. Other keys are not read.");

    // A text or a list of texts; none where the property is missing.
    public string[] Texts(string property)
    {
        if (!element.TryGetProperty(property, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String) return [Text(property)];
        if (value.ValueKind != JsonValueKind.Array) throw Wrong(property, "a text or a list of texts", value);
        var place = Place;
        return [.. value.EnumerateArray().Select(v => Read(v)
            ?? throw new DataException(place, $"\"{property}\" lists {Shown(v)} where a text is expected. Correct datapackage.json there."))];
    }

    // Null for anything but a text that says something. A lone surrogate is valid JSON and no text.
    private static string? Read(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
                && !text.Any(char.IsControl) ? text : null;
        }
        catch (InvalidOperationException) { return null; }
    }

    public long? OptionalWhole(string property) =>
        !element.TryGetProperty(property, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) && whole >= 0 ? whole
        : throw Wrong(property, "a whole number", value);

    public bool? OptionalTruth(string property) =>
        !element.TryGetProperty(property, out var value) ? null
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw Wrong(property, "true or false", value);

    public DescriptorObject Object(string property) => OptionalObject(property)
        ?? throw new DataException(Place, $"\"{property}\" is missing. Add it to datapackage.json there.");

    public DescriptorObject? OptionalObject(string property) =>
        element.TryGetProperty(property, out var value) ? new DescriptorObject(value, $"{Place}, {property}") : null;

    public DescriptorObject[] Objects(string property, int atLeast = 0)
    {
        var found = element.TryGetProperty(property, out var value);
        if (found && value.ValueKind != JsonValueKind.Array) throw Wrong(property, "a list [ … ]", value);
        var place = Place;
        DescriptorObject[] objects = found ? [.. value.EnumerateArray().Select((v, i) => new DescriptorObject(v, $"{place}, {property} {i + 1}"))] : [];
        return objects.Length >= atLeast ? objects
            : throw new DataException(Place, $"\"{property}\" is missing or empty. At least {atLeast} is needed.");
    }

    private string Outer() => Place.LastIndexOf(", ", StringComparison.Ordinal) is var at and > 0 ? Place[..at] : Place;

    private DataException Wrong(string property, string expected, JsonElement value) =>
        new(Place, $"\"{property}\" must be {expected}, not {Shown(value)}. Correct datapackage.json there.");

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        _ => value.GetRawText() is var raw && raw.Length > 40 ? raw[..40] + "…" : value.GetRawText(),
    };
}
