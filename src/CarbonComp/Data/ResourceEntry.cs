using System.Text.Json.Nodes;

namespace CarbonComp.Data;

// The description of a table in CSV and UTF-8, in the words of a Frictionless tabular data resource.
internal static class ResourceEntry
{
    public static JsonObject Of(DataResource resource, string called, string path, byte[] bytes) =>
        Given(("name", called), ("path", path), ("type", "table"), ("format", "csv"), ("mediatype", "text/csv"),
            ("encoding", "utf-8"), ("title", resource.Title), ("description", resource.Description), ("year", resource.Year), ("prices", resource.Prices),
            ("sources", resource.Sources.Count > 0 ? new JsonArray([.. resource.Sources.Select(s => Given(("title", s.Title), ("path", s.Path)))]) : null),
            ("schema", new JsonObject { ["fields"] = new JsonArray([.. resource.Fields.Select(Described)]) }),
            ("bytes", bytes.LongLength), ("hash", PackageFile.Hash(bytes)));

    // Data packages ask for small letters, digits and hyphens.
    public static string NameOf(string file)
    {
        var words = new string([.. Path.GetFileNameWithoutExtension(file).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c)
            ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0 ? string.Join('-', words) : "table";
    }

    private static JsonObject Described(Field field) => Given(("name", field.Name), ("type", PackageDescriptor.Word(field.Type)), ("title", field.Title),
        ("unit", field.Unit?.Symbol), ("status", field.Status?.ToString().ToLowerInvariant()), ("description", field.Description),
        ("source", field.Source), ("constraints", new JsonObject { ["required"] = field.Required }));

    // The properties that have a value.
    private static JsonObject Given(params (string Property, JsonNode? Value)[] properties) => new(properties
        .Where(p => p.Value is JsonValue text && text.TryGetValue(out string? written) ? !string.IsNullOrWhiteSpace(written) : p.Value is not null)
        .Select(p => KeyValuePair.Create(p.Property, p.Value)));
}
