using System.Text.Json.Nodes;

namespace CarbonComp.Notebooks.Tests;

/// <summary>Text in a notebook's file: a string, or a list of lines.</summary>
internal static class JupyterText
{
    public static string Of(JsonNode node) => node switch
    {
        JsonArray lines => string.Concat(lines.Select(line => line!.GetValue<string>())),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(),
    };
}
