using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CarbonComp.Notebooks.Tests;

/// <summary>One output of a cell, by what a reader sees.</summary>
/// <param name="Kind">A stream's name, <c>error</c>, or <c>shown</c>.</param>
/// <param name="Contents">Contents by MIME type; a stream's and an error's text is <c>text/plain</c>.</param>
internal sealed partial record CellOutput(string Kind, IReadOnlyDictionary<string, string> Contents)
{
    private const string Plain = "text/plain";

    // What Record keeps for a sweep: .NET Interactive lends no function to show it, and a reader of the results loses nothing.
    private const string Recorded = "application/vnd.carboncomp.record+json";

    /// <summary>The outputs of a cell without what it recorded; pieces of one stream are joined, for where they are cut depends on time.</summary>
    public static IReadOnlyList<CellOutput> Joined(JsonArray outputs)
    {
        var joined = new List<CellOutput>();
        foreach (var output in outputs.Where(node => node!["data"]?[Recorded] is null).Select(node => Of(node!)))
        {
            if (output.Kind is "stdout" or "stderr" && joined.LastOrDefault() is { } last && last.Kind == output.Kind)
                joined[^1] = Text(last.Kind, last.Contents[Plain] + output.Contents[Plain]);
            else
                joined.Add(output);
        }
        return joined;
    }

    private static CellOutput Of(JsonNode output) => output["output_type"]!.GetValue<string>() switch
    {
        "stream" => Text(output["name"]!.GetValue<string>(), JupyterText.Of(output["text"]!)),
        "error" => Text("error", $"{output["ename"]}: {output["evalue"]}"),
        _ => new("shown", output["data"]!.AsObject().ToDictionary(content => content.Key, content =>
            DrawingLibrary().Replace(JupyterText.Of(content.Value!), ""))),
    };

    private static CellOutput Text(string kind, string text) => new(kind, new Dictionary<string, string> { [Plain] = text });

    // Which figure brings the library that draws all of them depends on the time between them.
    [GeneratedRegex("""<script type="text/plain" class="carboncomp-plotly".*?</script>\n?""", RegexOptions.Singleline)]
    private static partial Regex DrawingLibrary();
}
