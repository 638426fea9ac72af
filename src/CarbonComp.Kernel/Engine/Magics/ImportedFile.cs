using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Engine.Magics;

/// <summary>The C# of a file that a cell imports, piece by piece.</summary>
internal static class ImportedFile
{
    /// <summary>The texts to run in order, each with the name it has in errors.</summary>
    /// <param name="path">The full path of a <c>.cs</c>, <c>.csx</c>, <c>.ipynb</c> or <c>.dib</c> file.</param>
    /// <exception cref="MagicException">The file is missing or of another kind.</exception>
    public static IReadOnlyList<(string Code, string Name)> Read(string path)
    {
        if (!File.Exists(path))
            throw new MagicException($"#!import: there is no file {path}. Paths are taken from the working directory.");
        try
        {
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".cs" or ".csx" => [(File.ReadAllText(path), path)],
                ".ipynb" => Named(path, NotebookFile.Read(path).CodeCells.Where(IsCSharp).Select(NotebookFile.Source)),
                ".dib" => Named(path, Script(File.ReadAllLines(path))),
                var other => throw new MagicException($"#!import: {Path.GetFileName(path)} is a {other} file; .cs, .csx, .ipynb and .dib can be imported."),
            };
        }
        catch (Exception e) when (e is NotebookException or IOException or UnauthorizedAccessException)
        {
            throw new MagicException($"#!import: {e.Message}");
        }
    }

    private static List<(string, string)> Named(string path, IEnumerable<string> cells) =>
        [.. cells.Select((code, i) => (code, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}, C# cell {i + 1}")))];

    /// <summary>A notebook that several languages share says which one a cell is in.</summary>
    private static bool IsCSharp(System.Text.Json.Nodes.JsonObject cell)
    {
        var metadata = cell["metadata"];
        var language = (metadata?["polyglot_notebook"]?["kernelName"] ?? metadata?["dotnet_interactive"]?["language"])?.ToString();
        return language is null or "csharp" or "C#" or ".NET";
    }

    /// <summary>A script notebook: a line with <c>#!</c> and a language begins a cell.</summary>
    private static List<string> Script(string[] lines)
    {
        var cells = new List<string>();
        var cell = new List<string>();
        var isCSharp = true;
        foreach (var line in (string[])[.. lines, "#!csharp"])
        {
            if (!IsBeginning(line))
            {
                cell.Add(line);
                continue;
            }
            if (isCSharp && cell.Any(each => !string.IsNullOrWhiteSpace(each)))
                cells.Add(string.Join('\n', cell));
            cell.Clear();
            isCSharp = line.Trim() is "#!csharp" or "#!c#";
        }
        return cells;
    }

    private static bool IsBeginning(string line) => line.Trim() is "#!meta" or "#!csharp" or "#!c#" or "#!fsharp" or "#!f#" or "#!pwsh" or "#!powershell"
        or "#!html" or "#!javascript" or "#!js" or "#!markdown" or "#!mermaid" or "#!sql" or "#!kql" or "#!value" or "#!http";
}
