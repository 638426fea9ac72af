using System.Diagnostics;
using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace CarbonComp.Benchmarks;

/// <summary>Transfers of large tables: beside a bare LAPACK solve and the full inverse in numpy on the same kernels, or once at a nation's size.</summary>
internal static class LargeTables
{
    private const int Repetitions = 3;

    /// <param name="arguments">Orders of systems with 100 sectors a region, to compare with numpy; or REGIONSxSECTORS, to run once.</param>
    public static int Run(string[] arguments)
    {
        Console.WriteLine(LinearAlgebraDiagnostics.Current.ToString());
        foreach (var argument in arguments.Length == 0 ? ["2000", "5000"] : arguments)
        {
            var sizes = argument.Split('x').Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToArray();
            if (sizes.Length == 2) Once(sizes[0], sizes[1]);
            else Compare(sizes[0] / 100);
        }
        return 0;
    }

    private static void Compare(int regions)
    {
        var (table, intensity) = RandomSystem.Of(regions, 100);
        var n = table.Axis.Count;
        var transfers = Measure.Best(Repetitions, () => new EmbodiedCarbonModel(table, intensity).Transfers(1e-3));
        var memory = Measure.PeakMemory;
        var bare = Measure.Best(Repetitions, () =>
            Factorization.Of(Matrix<double>.Build.DenseIdentity(n) - TechnicalCoefficients.Of(table)).Solve(table.FinalUse));
        Print($"n = {n}: transfers", transfers, transfers);
        Measure.Print($"  (at most {memory:F2} GB so far)");
        Print("  double-precision LAPACK solve", bare, transfers);
        if (Python.Run("full_inverse.py", $"{n}", $"{regions}", $"{Repetitions}")
            is [var elapsed, var processor]) Print("  full inverse and accounts in numpy", (elapsed, processor), transfers);
    }

    private static void Once(int regions, int sectors)
    {
        var n = regions * sectors;
        Measure.Print($"{regions} regions × {sectors} sectors, n = {n}. Managed code would take about {
            LinearAlgebraDiagnostics.EstimateManaged(n).TotalMinutes:F0} minutes.");
        var (table, intensity) = RandomSystem.Of(regions, sectors);
        Measure.Print($"table in memory: {Measure.PeakMemory:F2} GB");
        TransferMatrix? transfers = null;
        var time = Measure.Once(() => transfers = new EmbodiedCarbonModel(table, intensity).Transfers(1e-3));
        Measure.Print($"transfers: {time.Elapsed:F1} s elapsed, {time.Processor:F1} s of processor, at most {Measure.PeakMemory:F2} GB");
        Measure.Print($"emissions found again: {transfers!.Emissions.Total / intensity.Emissions.Sum() - 1:E1} relative difference");
        using var stop = new CancellationTokenSource();
        var watch = new Stopwatch();
        try
        {
            LeontiefSystem.Of(table, progress: new Told(() => { if (!watch.IsRunning) { watch.Start(); stop.Cancel(); } }), cancellation: stop.Token);
            Console.WriteLine("cancellation was not heeded");
        }
        catch (OperationCanceledException)
        {
            Measure.Print($"cancelled after the first sign of progress: stopped within {watch.Elapsed.TotalSeconds:F1} s");
        }
    }

    private static void Print(string what, (double Elapsed, double Processor) time, (double Elapsed, double Processor) ours) =>
        Measure.Print($"{what}: {time.Elapsed:F2} s elapsed ({time.Elapsed / ours.Elapsed:F2} times ours), {time.Processor:F2} s of processor ({
            time.Processor / ours.Processor:F2} times ours)");

    // Progress<T> would call from the thread pool, after the work is done.
    private sealed class Told(Action then) : IProgress<double>
    {
        public void Report(double value) => then();
    }
}
