using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Commands;

/// <summary><c>carboncomp run</c>: executes notebooks without Jupyter or Python.</summary>
/// <remarks>A notebook has a process of its own, so that several at once share nothing and none takes the others along.</remarks>
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
        return request.Notebooks.Count == 1 ? RunOne(request, request.Notebooks[0]) : RunMany(request);
    }

    private static int RunOne(RunRequest request, string path)
    {
        // The cells' output goes to the notebook; what the runner says goes to the terminal.
        var say = Console.Error;
        var watch = Stopwatch.StartNew();
        var runner = new NotebookRunner(request.Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null, request.AllowErrors)
        {
            Progress = Console.IsErrorRedirected ? null : (cell, of) => say.Write($"\r{Path.GetFileName(path)}: cell {cell} of {of} "),
        };
        ConsoleCancelEventHandler cancel = (_, e) =>
        {
            e.Cancel = true;
            runner.Cancel();
        };
        Console.CancelKeyPress += cancel;
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
            var run = runner.Run(notebook);
            notebook.Write(target);
            Report(say, path, run, watch.Elapsed);
            return run.Errors.Count == 0 || request.AllowErrors ? 0 : Failed;
        }
        catch (NotebookException e)
        {
            say.WriteLine($"\rcarboncomp: {e.Message}");
            return Unusable;
        }
        catch (OperationCanceledException)
        {
            say.WriteLine($"\r{Path.GetFileName(path)}: cancelled; nothing was written.");
            return Cancelled;
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static void Report(TextWriter say, string path, NotebookRun run, TimeSpan elapsed)
    {
        var mark = run.Errors.Count == 0 ? "ok" : "FAILED";
        say.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\r{Path.GetFileName(path)}: {mark}, {run.Cells} cells, {elapsed.TotalSeconds:0.0} s"));
        foreach (var (cell, error) in run.Errors)
        {
            say.WriteLine($"  code cell {cell}: {error.Name}: {error.Message}");
            foreach (var line in error.Traceback.Take(12))
                say.WriteLine("    " + line.ReplaceLineEndings("\n    "));
        }
    }

    private static int RunMany(RunRequest request)
    {
        var results = new ConcurrentBag<int>();
        var children = new ConcurrentDictionary<int, Process>();
        var cancelled = false;
        // The terminal sends Ctrl-C to the children as well; each keeps its original whole.
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            cancelled = true;
        };
        var speaking = new Lock();
        Parallel.ForEach(Partitioner.Create(request.Notebooks, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = request.Jobs }, path =>
        {
            if (cancelled)
                return;
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true };
            if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
                start.ArgumentList.Add(typeof(RunCommand).Assembly.Location);
            foreach (var argument in request.ArgumentsFor(path))
                start.ArgumentList.Add(argument);
            using var child = Process.Start(start)!;
            var said = child.StandardError.ReadToEnd();
            child.WaitForExit();
            results.Add(child.ExitCode);
            lock (speaking)
                Console.Error.Write(said.Length > 0 ? said : $"{Path.GetFileName(path)}: ended with code {child.ExitCode} and no word.\n");
        });
        return cancelled ? Cancelled : results.DefaultIfEmpty().Max();
    }
}
