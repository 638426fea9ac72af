using System.Buffers;

namespace CarbonComp.Regions;

// One pass over all blocks of a raster on all processors. Blocks are taken in stripes of whole rows of blocks; partial results are merged in the
// stripes' order, so that a sum is the same whatever the number of threads.
internal static class BlockPass
{
    // So many partial results at most.
    private const int Stripes = 256;

    public static void Run(IRaster raster, Action<RasterWindow, double[]> visit, IProgress<double>? progress, CancellationToken cancellation) =>
        Run(raster, static () => 0, (window, values, _) => visit(window, values), static _ => { }, null, progress, cancellation);

    // visit gets a window, its values, and the stripe's partial result; merge is called in order. A window that is not wanted is not read.
    public static void Run<T>(IRaster raster, Func<T> create, Action<RasterWindow, double[], T> visit, Action<T> merge,
        Func<RasterWindow, bool>? wanted, IProgress<double>? progress, CancellationToken cancellation)
    {
        var (frame, high, wide) = (raster.Frame, raster.BlockRows, raster.BlockColumns);
        var bands = (frame.Rows + high - 1) / high;
        var bandsInStripe = (bands + Stripes - 1) / Stripes;
        var stripes = (bands + bandsInStripe - 1) / bandsInStripe;
        var (done, faults) = (new Dictionary<int, T>(), new SortedDictionary<int, Exception>());
        var (taken, merged, order) = (0, 0, new Lock());

        void Work()
        {
            var values = ArrayPool<double>.Shared.Rent(checked(Math.Min(high, frame.Rows) * Math.Min(wide, frame.Columns)));
            try
            {
                while (Interlocked.Increment(ref taken) - 1 is var stripe && stripe < stripes)
                {
                    var partial = create();
                    try { Stripe(stripe, values, partial); }
                    catch (Exception wrong)
                    {
                        // Stripes before it are still read to their end: the fault that is told is always the northernmost.
                        Volatile.Write(ref taken, stripes);
                        lock (order) faults[stripe] = wrong;
                        return;
                    }
                    lock (order)
                    {
                        done[stripe] = partial;
                        for (; faults.Count == 0 && done.Remove(merged, out var next); merged++)
                        {
                            merge(next);
                            progress?.Report((merged + 1.0) / stripes);
                        }
                    }
                }
            }
            finally { ArrayPool<double>.Shared.Return(values); }
        }

        void Stripe(int stripe, double[] values, T partial)
        {
            var until = Math.Min((stripe + 1) * bandsInStripe, bands);
            for (var band = stripe * bandsInStripe; band < until; band++)
                for (var column = 0; column < frame.Columns; column += wide)
                {
                    cancellation.ThrowIfStopped();
                    var window = new RasterWindow(band * high, column, Math.Min(high, frame.Rows - band * high), Math.Min(wide, frame.Columns - column));
                    if (wanted is not null && !wanted(window)) continue;
                    raster.Read(window, values);
                    visit(window, values, partial);
                }
        }

        cancellation.ThrowIfStopped();
        Task[] others = [.. Enumerable.Range(1, Math.Min(Environment.ProcessorCount, stripes) - 1).Select(_ => Task.Run(Work, CancellationToken.None))];
        Work();
        Task.WaitAll(others, CancellationToken.None);
        if (faults.Count > 0) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(faults.First().Value);
    }
}
