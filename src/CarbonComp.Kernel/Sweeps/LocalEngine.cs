using System.Collections.Concurrent;

namespace CarbonComp.Kernel.Sweeps;

/// <summary>Runs on this machine: some processes, each warm and with one run at a time.</summary>
internal sealed class LocalEngine(int jobs) : ISweepEngine
{
    public void Run(SweepPlan plan, SweepProgress progress, CancellationToken cancelled)
    {
        var left = new ConcurrentQueue<int>(plan.Left());
        Parallel.For(0, Math.Min(jobs, Math.Max(1, left.Count)), new ParallelOptions { MaxDegreeOfParallelism = jobs }, _ =>
        {
            using var worker = new SweepWorker(plan);
            while (!cancelled.IsCancellationRequested && left.TryDequeue(out var run))
            {
                var isGood = worker.Run(run, cancelled);
                if (!cancelled.IsCancellationRequested)
                    progress.Add(isGood);
            }
        });
    }
}
