using System.Globalization;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Notebooks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>A file that describes a sample of parameters, in YAML or JSON: what the library draws from it is the table of runs.</summary>
internal static class SampleFile
{
    /// <param name="path">The file.</param>
    /// <param name="notebook">The notebook, which the library may lie beside.</param>
    /// <param name="seed">The seed where the file has none.</param>
    /// <exception cref="NotebookException">No sample; the message names the file and what is wrong in it.</exception>
    public static RunTable Read(string path, string notebook, int seed)
    {
        var csv = SampleLibrary.Draw(path, Json(path).ToJsonString(), notebook, seed);
        return RunTableFile.Parse(path, csv);
    }

    // JSON is YAML too.
    private static JsonNode Json(string path)
    {
        try
        {
            var stream = new YamlStream();
            using (var reader = new StringReader(File.ReadAllText(path)))
                stream.Load(reader);
            if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
                throw new NotebookException($"{path} describes no sample: it holds runs, and parameters with their distributions.");
            return Node(path, root, depth: 0)!;
        }
        catch (YamlException e)
        {
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
                $"{path}, line {e.Start.Line}, column {e.Start.Column}: {(e.InnerException?.Message ?? e.Message).TrimEnd('.')}."), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static JsonNode? Node(string path, YamlNode node, int depth)
    {
        // Aliases of aliases unfold without end.
        if (depth > 6)
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {node.Start.Line}: this is too deep for a sample."));
        switch (node)
        {
            case YamlMappingNode mapping:
                var json = new JsonObject();
                foreach (var (key, value) in mapping.Children)
                    json[key.ToString()] = Node(path, value, depth + 1);
                return json;
            case YamlSequenceNode sequence:
                return new JsonArray([.. sequence.Children.Select(item => Node(path, item, depth + 1))]);
            case YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" or "Null" or "NULL" }:
                return null;
            case YamlScalarNode { Style: ScalarStyle.Plain } plain
                when double.TryParse(plain.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                return number;
            default:
                return ((YamlScalarNode)node).Value;
        }
    }
}
