using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>What a sweep runs, and the folder that keeps it: the plan, the executed notebooks and what was collected from them.</summary>
/// <remarks><c>sweep.json</c> and <c>runs.csv</c> are written before the first run. A run that ended well is the file <c>runs/000001.ipynb</c>, one that
/// failed <c>runs/000001.failed.ipynb</c>: the files alone tell what is left to do.</remarks>
internal sealed class SweepPlan
{
    private const string File = "sweep.json";
    private const string Table = "runs.csv";

    private SweepPlan(string folder, string notebook, string hash, RunTable runs, int seed, double? timeout) =>
        (Folder, NotebookPath, Hash, Runs, Seed, Timeout) = (folder, notebook, hash, runs, seed, timeout);

    public string Folder { get; }

    public string NotebookPath { get; }

    public RunTable Runs { get; }

    public int Seed { get; }

    /// <summary>Seconds that a cell may run.</summary>
    public double? Timeout { get; }

    public int Count => Runs.Rows.Count;

    /// <summary>The hash of the notebook, by which a change of it is seen.</summary>
    private string Hash { get; }

    /// <summary>Makes the plan, after a look at every run.</summary>
    /// <exception cref="NotebookException">A parameter that the notebook lacks, a value that is not of its type, or a folder with another sweep.</exception>
    public static SweepPlan Make(string folder, string notebookPath, RunTable runs, int seed, double? timeout)
    {
        var full = Path.GetFullPath(notebookPath);
        var notebook = NotebookFile.Read(full);
        if (runs.Names.Count == 0)
            throw new NotebookException($"{runs.Source} names no parameter.");
        if (Parameters.Names(notebook).Contains(Seeds.Parameter) && !runs.Names.Contains(Seeds.Parameter))
            runs = runs with { Names = [.. runs.Names, Seeds.Parameter],
                Rows = [.. runs.Rows.Select((row, i) => (string[])[.. row, Seeds.Of(seed, i + 1).ToString(CultureInfo.InvariantCulture)])] };
        var plan = new SweepPlan(Path.GetFullPath(folder), full, HashOf(full), runs, seed, timeout);
        for (var run = 1; run <= plan.Count; run++)
            plan.ParametersOf(run).Code(notebook);
        plan.Keep();
        return plan;
    }

    /// <summary>The plan that a folder keeps.</summary>
    /// <exception cref="NotebookException">The folder has none, or the notebook has changed since.</exception>
    public static SweepPlan Open(string folder)
    {
        var file = Path.Combine(folder, File);
        var json = Json(file) ?? throw new NotebookException($"{folder} holds no sweep: there is no {File}.");
        var table = RunTableFile.Read(Path.Combine(folder, Table));
        var runs = new RunTable(table.Source, [.. table.Names.Skip(1)], [.. table.Rows.Select(row => (string[])[.. row.Skip(1)])]);
        var plan = new SweepPlan(Path.GetFullPath(folder), json["notebook"]!.GetValue<string>(), json["hash"]!.GetValue<string>(), runs,
            json["seed"]!.GetValue<int>(), json["timeout"]?.GetValue<double>());
        if (HashOf(plan.NotebookPath) != plan.Hash)
            throw new NotebookException($"{plan.NotebookPath} has changed since the sweep in {folder} began.");
        return plan;
    }

    public string DonePath(int run) => Path.Combine(Folder, "runs", Name(run) + ".ipynb");

    public string FailedPath(int run) => Path.Combine(Folder, "runs", Name(run) + ".failed.ipynb");

    public bool IsDone(int run) => System.IO.File.Exists(DonePath(run));

    public bool IsFailed(int run) => System.IO.File.Exists(FailedPath(run));

    /// <summary>The runs that are not done, in order.</summary>
    public IReadOnlyList<int> Left() => [.. Enumerable.Range(1, Count).Where(run => !IsDone(run))];

    public Parameters ParametersOf(int run)
    {
        var parameters = new Parameters();
        foreach (var (name, value) in Runs.Names.Zip(Runs.Rows[run - 1]))
            parameters.Add(name, value, string.Create(CultureInfo.InvariantCulture, $"{Runs.Source}, run {run}"));
        return parameters;
    }

    /// <summary>Writes the plan, or sees that the folder holds this very one.</summary>
    private void Keep()
    {
        var (file, table) = (Path.Combine(Folder, File), Path.Combine(Folder, Table));
        var runs = RunTableFile.Write(Runs);
        var json = new JsonObject { ["notebook"] = NotebookPath, ["hash"] = Hash, ["seed"] = Seed, ["timeout"] = Timeout,
            ["runs"] = Count, ["table"] = Convert.ToHexStringLower(SHA256.HashData(runs)) };
        try
        {
            if (Json(file) is { } kept)
            {
                var changed = ((string[])["hash", "seed", "table"]).Where(key => kept[key]?.ToJsonString() != json[key]?.ToJsonString()).ToList();
                if (changed.Count > 0)
                    throw new NotebookException($"{Folder} holds a sweep with another "
                        + string.Join(" and another ", changed.Select(key => key switch { "hash" => "notebook", "table" => "table of runs", _ => key }))
                        + ". Name another folder with --output, or delete this one.");
            }
            else if (Directory.Exists(Folder) && Directory.EnumerateFileSystemEntries(Folder).Any(path => Path.GetFileName(path) is not (Table or "runs")
                && !path.EndsWith(".tmp", StringComparison.Ordinal)))
                throw new NotebookException($"{Folder} is not empty and holds no sweep. Name another folder with --output.");
            Directory.CreateDirectory(Path.Combine(Folder, "runs"));
            WholeFile.Write(table, runs);
            WholeFile.Write(file, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{Folder} cannot be written: {e.Message}", e);
        }
    }

    private static string Name(int run) => run.ToString("000000", CultureInfo.InvariantCulture);

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(path)));

    private static JsonObject? Json(string file)
    {
        try
        {
            return System.IO.File.Exists(file) ? JsonNode.Parse(System.IO.File.ReadAllBytes(file)) as JsonObject : null;
        }
        catch (JsonException e)
        {
            throw new NotebookException($"{file} is damaged: {e.Message}", e);
        }
    }
}
