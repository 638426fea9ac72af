using System.Collections.Concurrent;
using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp run</c>: executes notebooks without Jupyter or Python.</summary>
/// <remarks>The cells of a notebook have a process of their own, so that several at once share nothing, and none takes the runner along.</remarks>
internal static class RunCommand
{
    private const int Failed = 1;
    private const int Unusable = 2;
    private const int Cancelled = 130;

    public static Command Create()
    {
        var notebooks = new Argument<string[]>("notebooks") { Arity = ArgumentArity.OneOrMore, Description = "Notebook files." };
        var parameters = new Option<string[]>("-p", "--parameter") { Description = "name=value for the notebook's parameters; may be repeated." };
        var file = new Option<string?>("--parameters-file", "-f") { Description = "A YAML or JSON file of parameters; -p overrides it." };
        var output = new Option<string?>("--out", "-o") { Description =
            "Where the executed notebook goes: a folder, or a file for one notebook. Without it the notebook itself is updated." };
        var timeout = new Option<double?>("--timeout") { Description = "Seconds a cell may run." };
        var allowErrors = new Option<bool>("--allow-errors") { Description = "Go on after a cell that fails." };
        var jobs = new Option<int>("--jobs", "-j") { Description = "Notebooks at once.", DefaultValueFactory = _ => 1 };
        var command = new Command("run", "Executes notebooks without Jupyter.") { notebooks, parameters, file, output, timeout, allowErrors, jobs };
        command.SetAction(parsed => Run(new RunRequest(parsed.GetValue(notebooks)!, parsed.GetValue(parameters) ?? [], parsed.GetValue(file),
            parsed.GetValue(output), parsed.GetValue(timeout), parsed.GetValue(allowErrors), Math.Max(1, parsed.GetValue(jobs)))));
        return command;
    }

    private static int Run(RunRequest request)
    {
        var missing = request.Notebooks.FirstOrDefault(path => !File.Exists(path));
        if (missing is not null)
        {
            Console.Error.WriteLine($"carboncomp: there is no notebook {missing}.");
            return Unusable;
        }
        if (request.Notebooks.Count > 1 && request.Out is { } folder && File.Exists(folder))
        {
            Console.Error.WriteLine($"carboncomp: {folder} is a file, and {request.Notebooks.Count} notebooks need a folder.");
            return Unusable;
        }
        if (request.Notebooks.Count == 1)
            return RunOne(request, request.Notebooks[0], Console.Error, CancellationToken.None);
        return RunMany(request);
    }

    /// <param name="say">Receives what the runner says; the cells' output goes to the notebook.</param>
    private static int RunOne(RunRequest request, string path, TextWriter say, CancellationToken cancelled)
    {
        var name = Path.GetFileName(path);
        var watch = Stopwatch.StartNew();
        var isOnTerminal = say == Console.Error && !Console.IsErrorRedirected;
        var runner = new NotebookRunner(request.Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null, request.AllowErrors)
        {
            Progress = isOnTerminal ? (cell, of) => say.Write($"\r{name}: cell {cell} of {of} ") : null,
        };
        using var stop = new Interruption(cancelled);
        try
        {
            var notebook = NotebookFile.Read(path);
            var parameters = new Parameters();
            if (request.ParametersFile is { } file)
                parameters.AddFile(file);
            foreach (var parameter in request.Parameters)
                parameters.Add(parameter);
            if (!parameters.IsEmpty)
                notebook.Inject(parameters.Code(notebook));
            var target = request.Target(path);
            NotebookFile.CheckWritable(target);
            var run = runner.Run(notebook, stop.Token);
            if (stop.IsRequested && Path.GetFullPath(target) == Path.GetFullPath(path))
            {
                say.WriteLine($"\r{name}: cancelled; nothing was written.");
                return Cancelled;
            }
            var isWritten = Write(notebook, target, say);
            if (stop.IsRequested)
            {
                say.WriteLine($"\r{name}: cancelled; the cells that were run are in {target}.");
                return Cancelled;
            }
            Report(say, name, run, watch.Elapsed);
            return isWritten && run.IsWhole && (run.Errors.Count == 0 || request.AllowErrors) ? 0 : Failed;
        }
        catch (Exception e) when (e is NotebookException or Win32Exception)
        {
            say.WriteLine($"\rcarboncomp: {e.Message}");
            return Unusable;
        }
    }

    /// <summary>Writes the executed notebook where it was asked for, or where there is still room.</summary>
    /// <returns>Whether it is where it was asked for.</returns>
    private static bool Write(NotebookFile notebook, string target, TextWriter say)
    {
        try
        {
            notebook.Write(target);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var rescued = Path.Combine(Directory.CreateTempSubdirectory("carboncomp-").FullName, Path.GetFileName(target));
            notebook.Write(rescued);
            say.WriteLine($"\rcarboncomp: {target} cannot be written: {e.Message} The executed notebook is in {rescued}.");
            return false;
        }
    }

    private static void Report(TextWriter say, string name, NotebookRun run, TimeSpan elapsed)
    {
        var mark = run.Errors.Count == 0 ? "ok" : "FAILED";
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{name}: {mark}, {run.Cells} cells, {elapsed.TotalSeconds:0.0} s"));
        foreach (var (cell, error) in run.Errors)
        {
            say.WriteLine($"  code cell {cell}: {(error.IsSentence ? "" : error.Name + ": ")}{error.Message}");
            if (error.IsSentence)
                continue;
            foreach (var line in error.Traceback.Take(12))
                say.WriteLine("    " + line.ReplaceLineEndings("\n    "));
        }
    }

    private static int RunMany(RunRequest request)
    {
        var results = new ConcurrentBag<int>();
        using var cancelled = new Interruption();
        var speaking = new Lock();
        Parallel.ForEach(Partitioner.Create(request.Notebooks, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, path =>
        {
            if (cancelled.IsRequested)
                return;
            using var said = new StringWriter(CultureInfo.InvariantCulture);
            results.Add(RunOne(request, path, said, cancelled.Token));
            lock (speaking)
                Console.Error.Write(said);
        });
        return cancelled.IsRequested ? Cancelled : results.Max();
    }
}
