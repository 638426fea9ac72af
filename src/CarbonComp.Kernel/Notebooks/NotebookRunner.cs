using System.Globalization;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;
using CarbonComp.Kernel.Engine.Magics;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>Executes a notebook with the kernel's own engine, without Jupyter; its cells in a process of their own.</summary>
internal sealed class NotebookRunner(TimeSpan? timeout, bool allowErrors)
{
    // The tags that Jupyter's runners know.
    private const string Skipped = "skip-execution";
    private const string MayFail = "raises-exception";

    private static readonly TimeSpan Starting = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // More than a wait can take is no limit.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Called before each code cell: which, of how many.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>Lends the process of cells, so that notebook after notebook can use it; without it each has a process of its own.</summary>
    public WarmCells? Warm { get; init; }

    /// <summary>Runs all code cells in the notebook's folder and fills in their outputs.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="cancelled">Stops the running cell and runs no further one.</param>
    public NotebookRun Run(NotebookFile notebook, CancellationToken cancelled)
    {
        var cells = notebook.CodeCells.Select((cell, i) => (Cell: cell, Place: i + 1)).ToList();
        var wanted = cells.Where(each => !string.IsNullOrWhiteSpace(NotebookFile.Source(each.Cell)) && !NotebookFile.HasTag(each.Cell, Skipped)).ToList();
        foreach (var (cell, _) in wanted)
            (cell["outputs"], cell["execution_count"]) = (new JsonArray(), null);
        var outputs = new NotebookOutputs();
        var folder = Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!;
        using var own = Warm is null ? new CellProcess(folder, outputs) : null;
        var process = own ?? Warm!.Take(folder, outputs);
        var errors = new List<(int Cell, CellError Error)>();
        var (count, told, isWhole) = (0, 0, true);
        // The start of the process is not on the first cell's time.
        Wait(process.Started, Starting, cancelled);
        foreach (var (cell, place) in wanted)
        {
            Progress?.Invoke(place, cells.Count);
            cell["execution_count"] = ++count;
            outputs.Begin(count, cell["outputs"]!.AsArray());
            var (error, ended) = RunCell(process, count, CellLanguage.Marked(NotebookFile.Source(cell), cell["metadata"]), cancelled);
            isWhole = !ended;
            if (NotebookFile.IsInjected(cell))
                error = error?.Answered();
            if (error is not null)
            {
                outputs.Fail(count, error);
                if (ended || !NotebookFile.HasTag(cell, MayFail))
                    errors.Add((place, error));
            }
            TakeUnhandled();
            if (cancelled.IsCancellationRequested || ended || (errors.Count > 0 && !allowErrors))
                break;
        }
        own?.Close();
        if (!isWhole || cancelled.IsCancellationRequested)
            Warm?.Drop();
        TakeUnhandled();
        notebook.StateLanguage();
        return new NotebookRun(count, errors, isWhole);

        void TakeUnhandled()
        {
            var all = process.Unhandled;
            for (; told < all.Count; told++)
                if (!NotebookFile.HasTag(wanted[all[told].Cell - 1].Cell, MayFail))
                    errors.Add((wanted[all[told].Cell - 1].Place, all[told].Error));
        }
    }

    /// <summary>Runs a cell to its end, or to that of its process.</summary>
    private (CellError? Error, bool Ended) RunCell(CellProcess process, int number, string source, CancellationToken cancelled)
    {
        var run = process.Run(number, source);
        var isLate = !Wait(run, timeout, cancelled);
        if (isLate)
        {
            process.Stop();
            if (!Wait(run, Grace, CancellationToken.None))
            {
                process.Kill();
                return (cancelled.IsCancellationRequested ? null : TooLong(", could not be stopped, and was ended with its process", []), true);
            }
        }
        try
        {
            var error = run.GetAwaiter().GetResult();
            return (isLate && !cancelled.IsCancellationRequested && error is { Name: "Interrupted" } ? TooLong("", error.Traceback) : error, false);
        }
        catch (EndOfStreamException)
        {
            return (process.End(), true);
        }
    }

    private CellError TooLong(string how, IReadOnlyList<string> traceback)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than {timeout!.Value.TotalSeconds} s{how}.");
        return new CellError("Timeout", message, traceback.Count > 0 ? traceback : [message]);
    }

    /// <summary>Waits for a cell; <see langword="false"/> where it is to be stopped.</summary>
    private static bool Wait(Task run, TimeSpan? most, CancellationToken stop)
    {
        try
        {
            return run.Wait(most is null || most > Longest ? Timeout.InfiniteTimeSpan : most.Value, stop);
        }
        catch (OperationCanceledException)
        {
            return run.IsCompleted;
        }
        catch (AggregateException)
        {
            // It has ended; how, the task itself says.
            return true;
        }
    }
}
