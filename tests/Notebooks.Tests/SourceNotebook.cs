using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CarbonComp.Notebooks.Tests;

/// <summary>A notebook as it is kept: without outputs.</summary>
internal sealed record SourceNotebook(string Name, string Hash, string KernelName, IReadOnlyList<string> Code)
{
    public static IReadOnlyList<SourceNotebook> All { get; } =
        [.. Directory.GetFiles(Folders.Sources, "*.ipynb").Order(StringComparer.Ordinal).Select(Read)];

    public static SourceNotebook Named(string name) => All.Single(notebook => notebook.Name == name);

    /// <summary>Whether no cell loads a library that the kernel cannot load.</summary>
    public bool RunsOn(Kernel kernel) =>
        !Code.SelectMany(cell => cell.Split('\n')).Any(line => line.TrimStart().StartsWith("#r ", StringComparison.Ordinal)
            && kernel.CannotLoad.Any(line.Contains));

    private static SourceNotebook Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var root = JsonNode.Parse(bytes)!;
        var kernel = root["metadata"]!["kernelspec"]!["name"]!.GetValue<string>();
        var cells = root["cells"]!.AsArray().Where(cell => cell!["cell_type"]!.GetValue<string>() == "code");
        return new(Path.GetFileNameWithoutExtension(path), Convert.ToHexStringLower(SHA256.HashData(bytes)), kernel,
            [.. cells.Select(cell => JupyterText.Of(cell!["source"]!))]);
    }
}
