using System.Text.Json;
using System.Text.Json.Nodes;

namespace CarbonComp.Notebooks.Tests;

/// <summary>A notebook as running it left it, with what it says of its run.</summary>
internal sealed record ExecutedNotebook(string SourceHash, string MadeFrom, int SolutionsRun, IReadOnlyList<IReadOnlyList<CellOutput>> Cells)
{
    /// <summary>Reads what the kernel's run left; <see langword="null"/> when it left nothing.</summary>
    public static ExecutedNotebook? Of(SourceNotebook source, Kernel kernel)
    {
        var path = Path.Combine(Folders.Executed(kernel), source.Name + ".ipynb");
        return File.Exists(path) ? Parse(File.ReadAllText(path)) : null;
    }

    /// <exception cref="JsonException">It is no notebook.</exception>
    public static ExecutedNotebook Parse(string json)
    {
        var root = JsonNode.Parse(json)!;
        var run = root["metadata"]!["carboncomp"];
        var cells = root["cells"]!.AsArray().Where(cell => cell!["cell_type"]!.GetValue<string>() == "code")
            .Select(cell => CellOutput.Joined(cell!["outputs"]!.AsArray()));
        return new(run?["source"]?.GetValue<string>() ?? "", run?["engine"]?["made_from"]?.GetValue<string>() ?? "",
            run?["solutions_run"]?.GetValue<int>() ?? 0, [.. cells]);
    }
}
