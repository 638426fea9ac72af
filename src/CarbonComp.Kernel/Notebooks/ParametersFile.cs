using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>A file of parameters, as papermill takes one: YAML, or JSON where it is named so or looks so.</summary>
/// <remarks>A value is kept as it was written: what type it has, the notebook's declaration says.</remarks>
internal static class ParametersFile
{
    // Aliases of aliases unfold without end.
    private const int Most = 1_000_000;

    /// <summary>Names and values, <see langword="null"/> for none, with the line (from 1) of each where it is known; sequences as JSON.</summary>
    /// <exception cref="NotebookException">The file cannot be read, or holds no parameters; the message names the line.</exception>
    public static IReadOnlyList<(string Name, string? Value, int? Line)> Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
        var isJson = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".JSON" => true,
            ".YAML" or ".YML" => false,
            _ => text.AsSpan().TrimStart().StartsWith("{"),
        };
        return isJson ? Json(path, text) : Yaml(path, text);
    }

    private static List<(string, string?, int?)> Json(string path, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                throw new NotebookException($"{path} is no file of parameters: it holds a JSON object, such as {{ \"price\": 50.0 }}.");
            return [.. json.RootElement.EnumerateObject().Select(member => (member.Name, member.Value.ValueKind switch
            {
                JsonValueKind.Null => null,
                JsonValueKind.String => member.Value.GetString(),
                _ => member.Value.GetRawText(),
            }, (int?)null))];
        }
        catch (JsonException e)
        {
            throw Bad(path, e.LineNumber + 1, e.BytePositionInLine + 1, "this is not JSON", e);
        }
    }

    private static List<(string, string?, int?)> Yaml(string path, string text)
    {
        try
        {
            var stream = new YamlStream();
            using (var reader = new StringReader(text))
                stream.Load(reader);
            if (stream.Documents.Count == 0)
                return [];
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
            {
                var second = stream.Documents.Count > 1 ? stream.Documents[1].RootNode : stream.Documents[0].RootNode;
                throw Bad(path, second.Start.Line, second.Start.Column, "a file of parameters holds one list of names with values, such as price: 50.0", null);
            }
            var values = new List<(string, string?, int?)>();
            foreach (var (key, value) in root.Children)
            {
                if (key is not YamlScalarNode { Value: { Length: > 0 } name })
                    throw Bad(path, key.Start.Line, key.Start.Column, "a parameter has a name", null);
                var left = Most;
                values.Add((name, value is YamlScalarNode scalar ? Scalar(scalar)
                    : Node(path, value, depth: 0, ref left)!.ToJsonString(), (int)value.Start.Line));
            }
            return values;
        }
        catch (YamlException e)
        {
            throw Bad(path, e.Start.Line, e.Start.Column, e.InnerException?.Message ?? e.Message, e);
        }
    }

    private static JsonNode? Node(string path, YamlNode node, int depth, ref int left)
    {
        if (--left < 0 || depth > 20)
            throw Bad(path, node.Start.Line, node.Start.Column, "this value is too large or too deep", null);
        switch (node)
        {
            case YamlSequenceNode sequence:
                var array = new JsonArray();
                foreach (var item in sequence.Children)
                    array.Add(Node(path, item, depth + 1, ref left));
                return array;
            case YamlMappingNode:
                throw Bad(path, node.Start.Line, node.Start.Column, "a parameter is a value or a list of values; names within a value are not supported", null);
            default:
                return Scalar((YamlScalarNode)node);
        }
    }

    private static string? Scalar(YamlScalarNode scalar) =>
        scalar is { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" } ? null : scalar.Value;

    private static NotebookException Bad(string path, long? line, long? column, string why, Exception? cause)
    {
        var where = line is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {line}, column {column}");
        return new NotebookException($"{path}{where}: {why.TrimEnd('.')}.", cause);
    }
}
