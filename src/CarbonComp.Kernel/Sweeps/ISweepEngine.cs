namespace CarbonComp.Kernel.Sweeps;

/// <summary>What carries out the runs of a sweep that are not done.</summary>
internal interface ISweepEngine
{
    /// <summary>Carries out runs until none is left, or until cancelled; each leaves its file in the plan's folder.</summary>
    /// <exception cref="Notebooks.NotebookException">The engine cannot be used here.</exception>
    void Run(SweepPlan plan, SweepProgress progress, CancellationToken cancelled);
}
