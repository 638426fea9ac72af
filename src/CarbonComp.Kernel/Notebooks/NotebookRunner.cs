using System.Globalization;
using System.Text.Json.Nodes;
using CarbonComp.Kernel.Engine;

namespace CarbonComp.Kernel.Notebooks;

/// <summary>Executes a notebook with the kernel's own engine, without Jupyter.</summary>
internal sealed class NotebookRunner(TimeSpan? timeout, bool allowErrors)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private volatile CSharpSession? session;
    private volatile bool cancelled;

    /// <summary>Called before each code cell: which, of how many.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>Stops the running cell and runs no further one.</summary>
    public void Cancel()
    {
        cancelled = true;
        session?.Interrupt();
    }

    /// <summary>Runs all code cells in the notebook's folder and fills in their outputs.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public NotebookRun Run(NotebookFile notebook)
    {
        var cells = notebook.CodeCells.ToList();
        foreach (var cell in cells)
        {
            cell["outputs"] = new JsonArray();
            cell["execution_count"] = null;
        }
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!;
        using var own = new CSharpSession();
        session = own;
        var displays = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        var errors = new List<(int Cell, CellError Error)>();
        var count = 0;
        try
        {
            for (var i = 0; i < cells.Count; i++)
            {
                var source = NotebookFile.Source(cells[i]);
                if (string.IsNullOrWhiteSpace(source))
                    continue;
                Progress?.Invoke(i + 1, cells.Count);
                var error = RunCell(own, cells[i], source, ++count, displays);
                if (cancelled)
                    throw new OperationCanceledException();
                if (error is null)
                    continue;
                errors.Add((i + 1, error));
                if (!allowErrors)
                    break;
            }
        }
        finally
        {
            session = null;
            Environment.CurrentDirectory = before;
        }
        notebook.StateLanguage();
        return new NotebookRun(count, errors);
    }

    private CellError? RunCell(CSharpSession own, JsonObject cell, string source, int number, Dictionary<string, List<JsonObject>> displays)
    {
        using var output = new NotebookOutput(number, displays);
        var late = false;
        using var limit = new Timer(_ =>
        {
            late = true;
            own.Interrupt();
        });
        if (timeout is { } most)
            limit.Change(most, Timeout.InfiniteTimeSpan);
        var run = Task.Factory.StartNew(() => own.Execute(source, number, output),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (timeout is { } wait && !run.Wait(wait + Grace))
            throw new NotebookException(string.Create(CultureInfo.InvariantCulture,
                $"cell {number} runs longer than {wait.TotalSeconds} s and cannot be stopped."));
        var error = run.GetAwaiter().GetResult().Error;
        if (late && error is { Name: "Interrupted" })
            error = new CellError("Timeout",
                string.Create(CultureInfo.InvariantCulture, $"The cell ran longer than {timeout!.Value.TotalSeconds} s."), error.Traceback);
        output.Finish();
        if (error is not null)
            output.Fail(error);
        cell["execution_count"] = number;
        cell["outputs"] = output.Outputs;
        return error;
    }
}
