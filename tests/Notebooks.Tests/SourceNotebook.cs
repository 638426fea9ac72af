using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CarbonComp.Notebooks.Tests;

/// <summary>A notebook as it is kept: without outputs.</summary>
internal sealed partial record SourceNotebook(string Name, string Hash, string KernelName, IReadOnlyList<string> Code, IReadOnlyList<string> Text,
    bool HasOutputs)
{
    public static IReadOnlyList<SourceNotebook> All { get; } =
        [.. Directory.GetFiles(Folders.Sources, "*.ipynb").Order(StringComparer.Ordinal).Select(Read)];

    public static SourceNotebook Named(string name) => All.Single(notebook => notebook.Name == name);

    /// <summary>How many folded solutions hold C#; they run after the cells.</summary>
    public int Solutions => Text.SelectMany(text => Fold().Matches(text)).Count();

    /// <summary>Texts that ask a reader to try something and give no solution.</summary>
    public IReadOnlyList<string> Unsolved => [.. Text.Where(text => text.Contains("**Try it", StringComparison.Ordinal) && !Fold().IsMatch(text))];

    /// <summary>Whether no cell loads a library that the kernel cannot load.</summary>
    public bool RunsOn(Kernel kernel) =>
        !Code.SelectMany(cell => cell.Split('\n')).Any(line => line.TrimStart().StartsWith("#r ", StringComparison.Ordinal)
            && kernel.CannotLoad.Any(line.Contains));

    private static SourceNotebook Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var root = JsonNode.Parse(bytes)!;
        var kernel = root["metadata"]!["kernelspec"]!["name"]!.GetValue<string>();
        IReadOnlyList<string> Of(string type) => [.. root["cells"]!.AsArray().Where(cell => cell!["cell_type"]!.GetValue<string>() == type)
            .Select(cell => JupyterText.Of(cell!["source"]!))];
        return new(Path.GetFileNameWithoutExtension(path), Convert.ToHexStringLower(SHA256.HashData(bytes)), kernel, Of("code"), Of("markdown"),
            root["cells"]!.AsArray().Any(cell => cell!["outputs"] is JsonArray { Count: > 0 } || cell["execution_count"] is not null));
    }

    [GeneratedRegex("<details>.*?```csharp\n.*?```.*?</details>", RegexOptions.Singleline)]
    private static partial Regex Fold();
}
