using System.Globalization;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>What a notebook recorded, read from its outputs.</summary>
/// <remarks>A record is an output of type <see cref="MimeType"/>: <c>{"name": …, "values": [{"row", "column", "value", "unit", "status"}]}</c>. All
/// but the value may be missing; a value is a number, <c>"NaN"</c>, <c>"Infinity"</c>, <c>"-Infinity"</c>, or a text under <c>"text"</c>.</remarks>
internal static class Records
{
    public const string MimeType = "application/vnd.carboncomp.record+json";

    /// <summary>All values, in the order of cells and outputs.</summary>
    /// <exception cref="NotebookException">A record that is not of this form, or two values of one name, row and column.</exception>
    public static IReadOnlyList<RecordedValue> Of(NotebookFile notebook)
    {
        var values = new List<RecordedValue>();
        foreach (var cell in notebook.CodeCells)
            foreach (var output in cell["outputs"] as JsonArray ?? [])
                if (output?["data"]?[MimeType] is { } record)
                    values.AddRange(Values(notebook, record));
        var twice = values.GroupBy(value => (value.Name, value.Row, value.Column)).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            throw new NotebookException($"{notebook.Path} records \"{twice.Key.Name}\" twice"
                + $"{(twice.Key.Row is { } row ? $" for {row}" : "")}{(twice.Key.Column is { } column ? $", {column}" : "")}. "
                + "Give each result a name of its own.");
        return values;
    }

    private static IEnumerable<RecordedValue> Values(NotebookFile notebook, JsonNode record)
    {
        if (Text(record, "name") is not { Length: > 0 } name || record["values"] is not JsonArray values)
            throw new NotebookException($"{notebook.Path} has a record without name or values: {record.ToJsonString()}.");
        foreach (var each in values)
        {
            if (each is not JsonObject value)
                throw new NotebookException($"{notebook.Path}: the record \"{name}\" has a value that is no object: {each?.ToJsonString()}.");
            yield return new RecordedValue(name, Text(value, "row"), Text(value, "column"), Number(notebook, name, value), Text(value, "text"),
                Text(value, "unit"), Text(value, "status"));
        }
    }

    private static string? Text(JsonNode node, string key) => node is JsonObject json && json[key] is JsonValue value
        && value.TryGetValue<string>(out var text) ? text : null;

    private static double? Number(NotebookFile notebook, string name, JsonObject value)
    {
        if (value["value"] is not JsonValue number)
            return null;
        if (number.TryGetValue<double>(out var finite))
            return finite;
        if (number.TryGetValue<string>(out var text) && text is "NaN" or "Infinity" or "-Infinity")
            return double.Parse(text, CultureInfo.InvariantCulture);
        throw new NotebookException($"{notebook.Path}: the record \"{name}\" has the value {number.ToJsonString()}, which is no number.");
    }
}
