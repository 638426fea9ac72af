using System.Diagnostics;
using System.Globalization;

namespace CarbonComp.Benchmarks;

/// <summary>Elapsed time, processor time and memory of a piece of work. On a machine that others use, only processor time compares.</summary>
internal static class Measure
{
    public static (double Elapsed, double Processor) Best(int repetitions, Action run)
    {
        var times = Enumerable.Range(0, repetitions).Select(_ => Once(run)).ToArray();
        return (times.Min(t => t.Elapsed), times.Min(t => t.Processor));
    }

    public static (double Elapsed, double Processor) Once(Action run)
    {
        var (watch, spent) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        run();
        return (watch.Elapsed.TotalSeconds, (Process.GetCurrentProcess().TotalProcessorTime - spent).TotalSeconds);
    }

    /// <summary>The most memory that this process has had so far, GB.</summary>
    public static double PeakMemory
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1e9;
        }
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
