using System.Runtime.ExceptionServices;

namespace CarbonComp.Uncertainty;

// Evaluates runs side by side. A result belongs to its index, whichever worker computes it.
internal static class Runs
{
    public static LabelledVector[] Evaluate(IReadOnlyList<Draw> draws, Func<Draw, LabelledVector> calculation, int? workers,
        IProgress<double>? progress, CancellationToken cancellation)
    {
        if (workers < 1) throw new UncertaintyException($"{workers} workers cannot compute. Take at least 1.");
        cancellation.ThrowIfStopped();
        var results = new LabelledVector[draws.Count];
        // The first run is computed alone: a mistake of the calculation is told once, and axis and unit of all are known.
        results[0] = One(draws[0], calculation);
        var (done, told, gate) = (1, 0, new Lock());
        // The first of the runs that fail is told, so that the message is the same for every number of workers.
        var (failed, failure) = (int.MaxValue, (Exception?)null);
        Parallel.For(1, draws.Count, new() { MaxDegreeOfParallelism = workers ?? Environment.ProcessorCount }, (i, state) =>
        {
            if (i > Volatile.Read(ref failed)) return;
            try
            {
                cancellation.ThrowIfStopped();
                results[i] = Same(results[0], One(draws[i], calculation), draws[i]);
                Tell(Interlocked.Increment(ref done) * 100L / draws.Count);
            }
            catch (Exception wrong)
            {
                var stopped = wrong is OperationCanceledException;
                lock (gate)
                    if (stopped || i < failed) (failed, failure) = (stopped ? -1 : i, wrong);
                if (stopped) state.Stop();
            }
        });
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return results;

        void Tell(long percent)
        {
            if (progress is null || percent <= Volatile.Read(ref told)) return;
            lock (gate)
            {
                if (percent <= told) return;
                told = (int)percent;
                progress.Report(percent / 100.0);
            }
        }
    }

    private static LabelledVector One(Draw draw, Func<Draw, LabelledVector> calculation)
    {
        try { return calculation(draw); }
        catch (Exception wrong) when (wrong is not OperationCanceledException)
        {
            throw new UncertaintyException($"R{draw.Named[1..]} cannot be computed: {wrong.Message}", wrong);
        }
    }

    private static LabelledVector Same(LabelledVector first, LabelledVector result, Draw draw)
    {
        first.Axis.Require(result.Axis, $"{result.Name} of {draw.Named}");
        return result.In(first.Unit);
    }
}
