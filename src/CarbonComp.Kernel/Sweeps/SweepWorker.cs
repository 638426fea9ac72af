using CarbonComp.Kernel.Notebooks;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Carries out runs one after the other in one warm process. What a run gives depends on its number alone, not on the worker.</summary>
internal sealed class SweepWorker(SweepPlan plan) : IDisposable
{
    private readonly WarmCells warm = new();

    /// <summary>Carries out one run and writes its notebook; when cancelled it writes nothing.</summary>
    /// <returns>Whether it ended well.</returns>
    public bool Run(int run, CancellationToken cancelled)
    {
        var notebook = NotebookFile.Read(plan.NotebookPath);
        notebook.Inject(plan.ParametersOf(run).Code(notebook));
        var runner = new NotebookRunner(plan.Timeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null, allowErrors: false) { Warm = warm };
        var outcome = runner.Run(notebook, cancelled);
        if (cancelled.IsCancellationRequested)
            return false;
        var isGood = outcome is { IsWhole: true, Errors.Count: 0 } && SweepFailure.OfRecords(notebook) is null;
        notebook.Write(isGood ? plan.DonePath(run) : plan.FailedPath(run));
        if (isGood)
            File.Delete(plan.FailedPath(run));
        return isGood;
    }

    public void Dispose() => warm.Dispose();
}
