using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CarbonComp.Kernel.Tests;

/// <summary>A folder with a notebook, and <c>carboncomp sweep</c> as a person calls it there.</summary>
internal sealed class SweepFolder : IDisposable
{
    /// <summary>What a library does to record values: it asks for the function that the kernel lends.</summary>
    public const string Record = """
        void Record(string name, string values) => ((Action<IReadOnlyDictionary<string, string>>)AppContext.GetData("Notebook.Display"))(
            new Dictionary<string, string> { ["application/vnd.carboncomp.record+json"] = $"{{\"name\": \"{name}\", \"values\": {values}}}" });
        """;

    public string Path { get; } = Directory.CreateTempSubdirectory("sweep").FullName;

    public string In(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Writes a notebook: a cell of parameters, the function that records, and another cell.</summary>
    public string Notebook(string parameters, string code)
    {
        var cells = new (string Source, string? Tag)[] { (parameters, "parameters"), (Record, null), (code, null) };
        var json = new JsonObject
        {
            ["cells"] = new JsonArray([.. cells.Select((cell, i) => (JsonNode)new JsonObject
            {
                ["cell_type"] = "code", ["execution_count"] = null, ["id"] = "cell" + i, ["outputs"] = new JsonArray(), ["source"] = cell.Source,
                ["metadata"] = cell.Tag is null ? [] : new JsonObject { ["tags"] = new JsonArray(cell.Tag) },
            })]),
            ["metadata"] = new JsonObject { ["kernelspec"] =
                new JsonObject { ["display_name"] = "C# (CarbonComp)", ["language"] = "C#", ["name"] = "carboncomp-csharp" } },
            ["nbformat"] = 4, ["nbformat_minor"] = 5,
        };
        var path = In("study.ipynb");
        File.WriteAllText(path, json.ToJsonString());
        return path;
    }

    /// <summary>Starts a sweep of the notebook, with further arguments.</summary>
    public Process Start(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(KernelProgram.Path, ["sweep", In("study.ipynb"), .. arguments])
            { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Path };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public (int Code, string Said) Run(params string[] arguments) => Run(null, arguments);

    public (int Code, string Said) Run(IReadOnlyDictionary<string, string>? environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + output.Result);
    }
}
