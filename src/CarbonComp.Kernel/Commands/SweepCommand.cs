using System.CommandLine;
using System.ComponentModel;
using System.Globalization;
using CarbonComp.Kernel.Notebooks;
using CarbonComp.Kernel.Sweeps;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp sweep</c>: executes a notebook once for each row of a table of parameters, and collects what it recorded.</summary>
internal static class SweepCommand
{
    private const int Failed = 1;
    private const int Unusable = 2;
    private const int Cancelled = 130;

    public static Command Create()
    {
        var notebook = new Argument<string>("notebook") { Description = "The notebook; a cell tagged parameters declares what can be set." };
        var table = new Option<string?>("--table", "-t") { Description = "A csv file: a column a parameter, a line a run." };
        var grid = new Option<string[]>("--grid", "-g") { Description =
            "Values of a parameter, price=20:200:20 (from, to, step) or price=20,50,100; may be repeated for all combinations." };
        var sample = new Option<string?>("--sample", "-s") { Description =
            "A yaml or json file with distributions of parameters, from which the runs are drawn (docs/sweeps.md)." };
        var output = new Option<string?>("--output", "-o") { Description =
            "The folder of the sweep: executed notebooks, results.csv and results.parquet. NOTEBOOK-sweep beside the notebook without it." };
        var engine = new Option<string>("--engine", "-e") { Description = "local (this machine) or slurm (an array job through sbatch).",
            DefaultValueFactory = _ => "local" };
        engine.AcceptOnlyFromAmong("local", "slurm");
        var jobs = new Option<int>("--jobs", "-j") { Description = "Runs at once: processes, or tasks of the array. One a core without it.",
            DefaultValueFactory = _ => Environment.ProcessorCount };
        var seed = new Option<int>("--seed") { Description = "From which, with the number of the run, a parameter named seed is set." };
        var timeout = new Option<double?>("--timeout") { Description = "Seconds a cell may run." };
        var command = new Command("sweep", "Executes a notebook for many values of its parameters, and collects what it records. "
            + "Called again it goes on where it stopped, and repeats what failed.")
            { notebook, table, grid, sample, output, engine, jobs, seed, timeout };
        command.SetAction(parsed => Run(new SweepRequest(parsed.GetValue(notebook)!, parsed.GetValue(table), parsed.GetValue(grid) ?? [],
            parsed.GetValue(sample), parsed.GetValue(output), parsed.GetValue(seed), parsed.GetValue(timeout), parsed.GetValue(engine)!,
            Math.Max(1, parsed.GetValue(jobs)))));
        return command;
    }

    private static int Run(SweepRequest request)
    {
        using var cancelled = new Interruption();
        var say = Console.Error;
        try
        {
            var plan = SweepPlan.Make(request.Folder, request.Notebook, Runs(request), request.Seed, request.Timeout);
            var progress = new SweepProgress(say, !Console.IsErrorRedirected, TimeProvider.System);
            progress.Begin(plan.Count, plan.Count - plan.Left().Count);
            ISweepEngine engine = request.Engine == "slurm" ? new SlurmEngine(request.Jobs) : new LocalEngine(request.Jobs);
            engine.Run(plan, progress, cancelled.Token);
            if (!Console.IsErrorRedirected)
                say.WriteLine();
            return cancelled.IsRequested ? Stopped(plan, say) : Collect(plan, say);
        }
        catch (Exception e) when (e is NotebookException or Win32Exception)
        {
            say.WriteLine($"carboncomp: {e.Message}");
            return Unusable;
        }
    }

    private static RunTable Runs(SweepRequest request) => (request.Table, request.Grid, request.Sample) switch
    {
        ({ } path, [], null) => RunTableFile.Read(path),
        (null, [_, ..], null) => Grid.Of(request.Grid),
        (null, [], { } path) => SampleFile.Read(path, request.Notebook, request.Seed),
        (null, [], null) => throw new NotebookException("A sweep needs its runs: --table runs.csv, --grid price=20:200:20, or --sample spec.yaml."),
        _ => throw new NotebookException("Give one of --table, --grid and --sample."),
    };

    private static int Stopped(SweepPlan plan, TextWriter say)
    {
        say.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Cancelled: {plan.Count - plan.Left().Count} of {plan.Count} runs are kept in {plan.Folder}. The same command goes on from there."));
        return Cancelled;
    }

    private static int Collect(SweepPlan plan, TextWriter say)
    {
        const int Shown = 5;
        var culture = CultureInfo.InvariantCulture;
        var results = new SweepResults(plan);
        var failures = results.WriteFailures();
        var count = results.Write();
        var left = plan.Left().Count;
        say.WriteLine(string.Create(culture, $"{count} values of {plan.Count - left} runs are in {results.CsvPath} and {results.ParquetPath}."));
        if (count == 0 && left < plan.Count)
            say.WriteLine("The notebook records nothing. Record(\"net payment\", vector) keeps a result.");
        foreach (var (run, error) in failures.Take(Shown))
            say.WriteLine(string.Create(culture, $"Run {run} failed: {error} ({plan.FailedPath(run)})"));
        if (failures.Count > Shown)
            say.WriteLine(string.Create(culture, $"{failures.Count} runs failed; all are in {results.FailuresPath}."));
        if (left > failures.Count)
            say.WriteLine(string.Create(culture, $"{left - failures.Count} runs were not carried out. The same command goes on from there."));
        return left == 0 ? 0 : Failed;
    }
}
