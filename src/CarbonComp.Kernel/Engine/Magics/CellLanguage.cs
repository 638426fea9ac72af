using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>The language that a cell's metadata name, as Polyglot Notebooks and Visual Studio Code write it.</summary>
internal static class CellLanguage
{
    private const string Older = "dotnet-interactive.";

    private static readonly string[] CSharp = ["csharp", "c#", ".net-csharp", "polyglot-notebook"];

    /// <summary>The source with the magic command of its language before it; as it is where that is C# or not named.</summary>
    public static string Marked(string source, JsonNode? metadata)
    {
        var name = Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language")
            ?? Text(metadata, "vscode", "languageId");
        if (name?.StartsWith(Older, StringComparison.Ordinal) == true)
            name = name[Older.Length..];
        return string.IsNullOrWhiteSpace(name) || CSharp.Contains(name, StringComparer.OrdinalIgnoreCase) ? source : "#!" + name + "\n" + source;
    }

    private static string? Text(JsonNode? metadata, string part, string name) =>
        metadata is JsonObject all && all[part] is JsonObject own && own[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
